"use client";

import type { ReactNode } from "react";
import { type Owner, SignInAgain } from "@/app/_session/sign-in-again";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FailureNotice } from "../_writing/failure-notice";
import type { Sending } from "./use-sending";

type SendingFrameProps = {
  sending: Sending;
  owner: Owner;
  onSubmit: () => void;
  children: ReactNode;
};

/** Round the fields of a form: what is still to do, why it was not stored, signing in again. Ctrl or Cmd with Enter stores. */
export function SendingFrame({ sending, owner, onSubmit, children }: SendingFrameProps) {
  const { signIn } = sending;
  return (
    <>
      {/* Outside the form: what is sent in the dialog is not this form. */}
      <SignInAgain owner={owner} isOpen={signIn.isOpen} onSignedIn={signIn.done} onClose={signIn.close} />
      <form
        noValidate
        className="grid gap-gap"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <ErrorSummary problems={sending.problems} />
        <FailureNotice failure={sending.failure} onSignIn={signIn.ask} />
        {children}
      </form>
    </>
  );
}

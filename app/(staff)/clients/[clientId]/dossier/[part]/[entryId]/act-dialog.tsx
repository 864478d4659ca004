"use client";

import type { ReactNode } from "react";
import { type Owner, SignInAgain } from "@/app/_session/sign-in-again";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { FailureNotice } from "../../_writing/failure-notice";
import type { useAct } from "./use-act";

type ActDialogProps = {
  act: ReturnType<typeof useAct>;
  owner: Owner;
  onClose: () => void;
  title: string;
  actLabel: string;
  backLabel: string;
  busyLabel: string;
  harmless?: boolean;
  /** Fields this dialog shows with their own sentence */
  fields: readonly string[];
  children: ReactNode;
};

/** The question before something is done with an entry; what was filled in stays when it is refused. */
export function ActDialog(props: ActDialogProps) {
  const { act, owner, onClose, title, actLabel, backLabel, busyLabel, harmless, fields, children } = props;
  const { failure, signIn } = act;
  const told = fields.some((path) => act.wrong(path));
  return (
    <>
      <ConfirmDialog
        isOpen={!signIn.isOpen}
        onClose={onClose}
        title={title}
        actLabel={actLabel}
        backLabel={backLabel}
        harmless={harmless}
        busy={act.busy && busyLabel}
        onAct={act.run}
      >
        {children}
        {!told && <FailureNotice failure={failure} onSignIn={signIn.ask} />}
      </ConfirmDialog>
      <SignInAgain owner={owner} isOpen={signIn.isOpen} onSignedIn={signIn.done} onClose={signIn.close} />
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Failure, failureOf } from "@/app/_trpc/failure";
import { showToast } from "@/app/_ui/toast-queue";

/** Doing something with an entry from a dialog: busy, what went wrong, signing in again; then the page anew. */
export function useAct(act: () => Promise<unknown>, done: string, onClose: () => void) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [asksSignIn, setAsksSignIn] = useState(false);
  const run = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
      showToast(done);
      onClose();
      router.refresh();
    } catch (error) {
      const found = failureOf(error);
      setFailure(found);
      setAsksSignIn(found.kind === "signed-out");
      setBusy(false);
    }
  };
  const wrong = (path: string) =>
    failure?.kind === "refused" ? failure.fields.find((field) => field.path === path)?.sentence : undefined;
  return {
    busy,
    run: () => void run(),
    failure,
    wrong,
    signIn: {
      isOpen: asksSignIn,
      ask: () => setAsksSignIn(true),
      close: () => setAsksSignIn(false),
      done: () => {
        setAsksSignIn(false);
        setFailure(undefined);
      },
    },
  };
}

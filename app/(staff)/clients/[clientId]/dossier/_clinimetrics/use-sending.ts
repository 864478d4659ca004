"use client";

import { useRef, useState } from "react";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { type Failure, failureOf } from "../_writing/failure";

/** The id of the control of an answer: where an error leads. */
export function answerId(code: string): string {
  return `answer-${code}`;
}

type SendingOf = {
  /** Field path (`answers.4002004`, `moment`) → id of its control; what has none is told above the form */
  idOf: (path: string) => string;
  /** Someone else stored another version first. */
  onStale: () => Promise<void>;
};

/** What came of sending a form: under way, stored, or why not, item by item where that is known. */
export function useSending({ idOf, onStale }: SendingOf) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [asksSignIn, setAsksSignIn] = useState(false);
  const underWay = useRef(false);

  const fail = async (error: unknown) => {
    const found = failureOf(error);
    if (found.kind === "signed-out") setAsksSignIn(true);
    if (found.kind === "refused" && found.reason === "entry-changed") {
      return onStale().catch((other: unknown) => setFailure(failureOf(other)));
    }
    const fields = found.kind === "refused" ? found.fields : [];
    setProblems(fields.map(({ path, sentence }) => ({ fieldId: idOf(path), message: sentence })));
    setFailure(fields.length > 0 ? undefined : found);
  };

  /**
   * Sends, unless `wrong` says what must be mended first.
   * @param send stores it and gives the entry's id
   */
  const submit = async (
    wrong: FieldProblem[],
    send: () => Promise<string>,
    onStored: (id: string) => void,
  ) => {
    if (underWay.current) return;
    setFailure(undefined);
    setProblems(wrong);
    if (wrong.length > 0) return;
    underWay.current = true;
    setBusy(true);
    try {
      onStored(await send());
    } catch (error) {
      await fail(error);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message;
  return {
    ...{ busy, failure, problems, submit, errorOf },
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

export type Sending = ReturnType<typeof useSending>;

"use client";

import { useRef, useState } from "react";
import { type Failure, failureOf, isKeyUsed } from "@/app/_trpc/failure";
import type { FieldProblem } from "@/app/_ui/error-summary";

/** What is wrong at a control: in the summary with its name, at the control itself without. */
export interface Wrong extends FieldProblem {
  sentence: string;
}

/** `name` and what is wrong there, in one line: "Darm: vul dit in." */
export function wrongAt(fieldId: string, name: string, sentence: string): Wrong {
  const line = `${name.replace(/[?.!:]+$/, "")}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  return { fieldId, sentence, message: line };
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
  const [problems, setProblems] = useState<Wrong[]>([]);
  /** Controls that were touched since: what was wrong there is no longer known */
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [asksSignIn, setAsksSignIn] = useState(false);
  /** One for what is sent, until it turns out to be used for what was sent before */
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const underWay = useRef(false);

  const fail = async (error: unknown) => {
    const found = failureOf(error);
    if (found.kind === "signed-out") setAsksSignIn(true);
    if (isKeyUsed(found)) setRequestKey(crypto.randomUUID());
    if (found.kind === "refused" && found.reason === "entry-changed") {
      return onStale().catch((other: unknown) => setFailure(failureOf(other)));
    }
    const fields = found.kind === "refused" ? found.fields : [];
    setProblems(fields.map(({ path, sentence }) => ({ fieldId: idOf(path), sentence, message: sentence })));
    setFailure(fields.length > 0 ? undefined : found);
  };

  /**
   * Sends, unless `wrong` says what must be mended first.
   * @param send stores it and gives the entry's id
   */
  const submit = async (wrong: Wrong[], send: () => Promise<string>, onStored: (id: string) => void) => {
    if (underWay.current) return;
    setFailure(undefined);
    setProblems(wrong);
    setTouched(new Set());
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

  const errorOf = (fieldId: string) =>
    touched.has(fieldId) ? undefined : problems.find((problem) => problem.fieldId === fieldId)?.sentence;
  return {
    ...{ requestKey, busy, failure, submit, errorOf },
    problems: problems.filter(({ fieldId }) => !touched.has(fieldId)),
    touch: (fieldId: string) => setTouched((before) => new Set(before).add(fieldId)),
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

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  answerId,
  answerWords,
  type Filling,
  sentAnswers,
  type TypedAnswer,
  typedAnswers,
} from "@/app/_questions/questions";
import { useTRPCClient } from "@/app/_trpc/client";
import { useUnsavedValue } from "@/app/_ui/unsaved";
import { answerProblems } from "@/server/questionnaires/answers";
import type { Difference } from "./newest-notice";
import { useSending, wrongAt } from "./use-sending";

/** A questionnaire to fill in: a published one that is begun now, or an entry to go on with or to correct. */
export type ToFillIn = Pick<Filling, "questions" | "answers" | "filledInBy" | "note"> & {
  begun: Pick<Filling, "entryId" | "version" | "status"> | null;
  published: { questionnaireId: string; edition: number } | null;
};

type FillingOf = { clientId: string; given: ToFillIn; onStored: (id: string, handedIn: boolean) => void };

const startWith = ({ filledInBy, note, ...given }: Omit<ToFillIn, "begun" | "published">) => ({
  answers: typedAnswers(given),
  filledInBy: filledInBy ?? "",
  note: note ?? "",
  reason: "",
});

/** The filling in of a questionnaire: what is typed, keeping it half-way, handing it in, and someone else's version. */
export function useFilling({ clientId, given, onStored }: FillingOf) {
  const t = useTranslations("questionnaires");
  const client = useTRPCClient();
  const [begun, setBegun] = useState(given.begun);
  const [typed, setTyped] = useState(() => startWith(given));
  const [newest, setNewest] = useState<Filling>();
  const { questions } = given;
  const set = (changed: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changed }));
  const leave = useUnsavedValue(typed);

  const send = async (submit: boolean) => {
    const { id } = await client.questionnaires.fillIn.mutate({
      ...{ clientId, requestKey: sending.requestKey, submit, ...given.published },
      ...(begun && { entryId: begun.entryId, version: begun.version }),
      answers: sentAnswers(questions, typed.answers),
      ...{ filledInBy: typed.filledInBy, note: typed.note, reason: typed.reason },
    });
    return id;
  };
  const sending = useSending({
    idOf: (path) => answerId(path.replace(/^answers\./, "")),
    onStale: async () => {
      if (begun) setNewest(await client.questionnaires.filling.query({ clientId, entryId: begun.entryId }));
    },
  });
  const wrong = (submit: boolean) =>
    answerProblems(questions, sentAnswers(questions, typed.answers), submit).map(([code, problem]) => {
      const name = questions.find((question) => question.code === code)?.text ?? "";
      return wrongAt(answerId(code), name, t(`problem.${problem}`));
    });

  const settle = (taken: Filling | undefined) => {
    if (!newest) return;
    setBegun(newest);
    if (taken) setTyped({ ...startWith(taken), reason: typed.reason });
    setNewest(undefined);
  };
  return {
    ...{ begun, typed, set, sending, leave },
    answer: (code: string, answer: TypedAnswer) => {
      sending.touch(answerId(code));
      set({ answers: { ...typed.answers, [code]: answer } });
    },
    /** Hands it in, or keeps it half-way. */
    submit: (submit: boolean) =>
      void sending.submit(
        wrong(submit),
        () => send(submit),
        (id) => onStored(id, submit),
      ),
    newest: newest && {
      differences: differencesOf(questions, typed, startWith(newest), t),
      keepMine: () => settle(undefined),
      takeTheirs: () => settle(newest),
    },
  };
}

type Typed = ReturnType<typeof startWith>;

function differencesOf(
  questions: Filling["questions"],
  mine: Typed,
  theirs: Typed,
  t: ReturnType<typeof useTranslations<"questionnaires">>,
): Difference[] {
  const answers = questions.map((question) => ({
    key: question.code,
    label: question.text,
    mine: answerWords(question, mine.answers),
    theirs: answerWords(question, theirs.answers),
  }));
  const by = { key: "by", label: t("filledInBy"), mine: mine.filledInBy, theirs: theirs.filledInBy };
  const note = { key: "note", label: t("note"), mine: mine.note, theirs: theirs.note };
  return [...answers, by, note].filter((each) => each.mine !== each.theirs);
}

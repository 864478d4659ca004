"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import {
  answerId,
  sentAnswers,
  type TypedAnswer,
  type TypedAnswers,
  typedAnswers,
} from "@/app/_questions/questions";
import { useTRPCClient } from "@/app/_trpc/client";
import { failureOf } from "@/app/_trpc/failure";
import { lastWords } from "@/app/_trpc/last-words";
import type { Outputs } from "@/app/_trpc/outputs";
import { DraftKeeper, type DraftState } from "@/app/_ui/draft-keeper";
import type { FieldProblem } from "@/app/_ui/error-summary";
import { showToast } from "@/app/_ui/toast-queue";
import { useUnsaved } from "@/app/_ui/unsaved";
import { answerProblems } from "@/server/questionnaires/answers";

type Asked = Outputs["portalActivities"]["open"];
type Problem = FieldProblem & { sentence: string };

/** Filling in what was asked: keeps itself while one types, by the button too, and hands it in once. */
export function useAnswering(clientId: string, asked: Asked) {
  const [t, q] = [useTranslations("portalContent"), useTranslations("questionnaires")];
  const router = useRouter();
  const client = useTRPCClient();
  const { id: activityId, questions } = asked;
  const [typed, setTyped] = useState<TypedAnswers>(() => typedAnswers(asked));
  const [draft, setDraft] = useState<DraftState>({ kind: "none" });
  const [savedAt, setSavedAt] = useState(asked.savedAt);
  const [busy, setBusy] = useState<"keep" | "submit">();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<string>();
  const input = (answers: TypedAnswers) => ({
    clientId,
    activityId,
    answers: sentAnswers(questions, answers),
  });
  const inputNow = useRef(input);
  inputNow.current = input;
  const [keeper] = useState(
    () =>
      new DraftKeeper<TypedAnswers>({
        onState: (state) => {
          setDraft(state);
          if (state.kind === "saved") setSavedAt(state.at);
        },
        send: async (answers) => {
          try {
            const saved = await client.portalActivities.save.mutate(inputNow.current(answers));
            return { kind: "saved", at: saved.savedAt };
          } catch (error) {
            return failureOf(error);
          }
        },
        sendLast: (answers) => {
          // Nobody is left to hear of a failure; what was kept before stays.
          void lastWords.portalActivities.save.mutate(inputNow.current(answers)).catch(() => undefined);
        },
      }),
  );
  const behind = draft.kind === "offline" || draft.kind === "refused" || draft.kind === "signed-out";
  useUnsaved(() => behind && keeper.isBehind);
  useEffect(() => {
    const leave = () => keeper.leave();
    const retry = () => keeper.retry();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
      leave();
    };
  }, [keeper]);

  const problemAt = (code: string, sentence: string): Problem => {
    const name = questions.find((question) => question.code === code)?.text ?? "";
    return { fieldId: answerId(code), sentence, message: [name, sentence].filter(Boolean).join(" ") };
  };
  const fail = (error: unknown) => {
    const found = failureOf(error);
    const fields = found.kind === "refused" ? found.fields : [];
    setProblems(fields.map(({ path, sentence }) => problemAt(path.replace(/^answers\./, ""), sentence)));
    if (fields.length > 0) return;
    if (found.kind === "signed-out") setFailure(t("signedOut"));
    else setFailure(found.sentence ?? t("noAnswer"));
  };
  /** One at a time, and nothing is kept by itself meanwhile; what failed is kept again. */
  const doing = async (what: "keep" | "submit", work: () => Promise<void>) => {
    if (busy) return;
    setBusy(what);
    setFailure(undefined);
    await keeper.pause();
    try {
      await work();
      keeper.forget();
      keeper.reopen();
    } catch (error) {
      fail(error);
      keeper.resume(typed);
    }
    setBusy(undefined);
  };
  return {
    ...{ typed, savedAt, busy },
    /** Why what was typed last is not kept yet */
    behind: behind ? draft.kind : null,
    problems,
    failure,
    errorOf: (fieldId: string) => problems.find((each) => each.fieldId === fieldId)?.sentence,
    answer: (code: string, answer: TypedAnswer) => {
      const next = { ...typed, [code]: answer };
      setTyped(next);
      setProblems(problems.filter(({ fieldId }) => fieldId !== answerId(code)));
      keeper.typed(next);
    },
    keep: () =>
      doing("keep", async () => {
        const kept = await client.portalActivities.keep.mutate(input(typed));
        setSavedAt(kept.savedAt);
        showToast(t("kept"));
      }),
    handIn: async () => {
      const { answers } = input(typed);
      const wrong = answerProblems(questions, answers, true);
      setProblems(wrong.map(([code, problem]) => problemAt(code, q(`problem.${problem}`))));
      if (wrong.length > 0) return;
      await doing("submit", async () => {
        await client.portalActivities.submit.mutate(input(typed));
        router.refresh();
      });
    },
  };
}

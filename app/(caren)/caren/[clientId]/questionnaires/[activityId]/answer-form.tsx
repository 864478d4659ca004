"use client";

import { useTranslations } from "next-intl";
import { QuestionField } from "@/app/_questions/question-field";
import { answerId } from "@/app/_questions/questions";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { timeAt } from "@/app/_ui/dates";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { useAnswering } from "./use-answering";

type AnswerFormProps = { clientId: string; asked: Outputs["portalActivities"]["open"] };

/** The questions, kept as they are answered; handed in when all that must be is answered. */
export function AnswerForm({ clientId, asked }: AnswerFormProps) {
  const t = useTranslations("portalContent");
  const form = useAnswering(clientId, asked);
  return (
    <form
      noValidate
      className="grid gap-gap"
      onSubmit={(event) => {
        event.preventDefault();
        void form.handIn();
      }}
    >
      <ErrorSummary problems={form.problems} />
      {form.failure && (
        <Notice tone="danger" title={t("notSent")} announce>
          <p>{form.failure}</p>
        </Notice>
      )}
      <Card>
        <div className="grid gap-6">
          {asked.intro && <p className="text-read whitespace-pre-line">{asked.intro}</p>}
          {asked.questions.map((question) => (
            <QuestionField
              key={question.code}
              question={question}
              typed={form.typed[question.code]}
              onChange={(answer) => form.answer(question.code, answer)}
              error={form.errorOf(answerId(question.code))}
            />
          ))}
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={form.busy === "submit" && t("sending")}>
          {t("submit")}
        </Button>
        <Button busy={form.busy === "keep" && t("keeping")} onClick={() => void form.keep()}>
          {t("keep")}
        </Button>
        <LinkButton href={`/caren/${clientId}`}>{t("later")}</LinkButton>
      </div>
      <p role="status" className="text-sm text-muted">
        {form.savedAt === null ? t("keepsItself") : t("keptAt", { time: timeAt(form.savedAt) })}
        {form.behind === "offline" && ` ${t("keepBehind")}`}
        {form.behind === "refused" && ` ${t("keepRefused")}`}
        {form.behind === "signed-out" && ` ${t("keepSignedOut")}`}
      </p>
    </form>
  );
}

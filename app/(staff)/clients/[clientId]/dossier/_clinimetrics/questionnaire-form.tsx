"use client";

import { useTranslations } from "next-intl";
import { QuestionField } from "@/app/_questions/question-field";
import { answerId } from "@/app/_questions/questions";
import type { Owner } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { TextArea } from "@/app/_ui/text-area";
import { TextButton } from "@/app/_ui/text-button";
import { TextField } from "@/app/_ui/text-field";
import { NewestNotice } from "./newest-notice";
import { SendingFrame } from "./sending-frame";
import { type ToFillIn, useFilling } from "./use-filling";

type QuestionnaireFormProps = {
  clientId: string;
  owner: Owner;
  title: string;
  edition: string | null;
  intro: string;
  given: ToFillIn;
  backHref: string;
  /** Another questionnaire is chosen instead; absent once it was begun */
  onOther?: () => void;
  onStored: (id: string, handedIn: boolean) => void;
};

/** A questionnaire to fill in, to go on with, or to correct: its questions, who answered, and what else. */
export function QuestionnaireForm(props: QuestionnaireFormProps) {
  const { clientId, owner, title, edition, intro, given, backHref, onOther, onStored } = props;
  const [t, w] = [useTranslations("questionnaires"), useTranslations("writing")];
  const form = useFilling({ clientId, given, onStored });
  const { typed, set, sending, newest, begun } = form;
  const correcting = begun !== null && begun.status !== "open";
  return (
    <SendingFrame sending={sending} owner={owner} onSubmit={() => form.submit(true)}>
      {newest && (
        <NewestNotice
          differences={newest.differences}
          onKeepMine={newest.keepMine}
          onTakeTheirs={newest.takeTheirs}
        />
      )}
      <Card
        title={title}
        aside={
          onOther ? (
            <TextButton onClick={() => form.leave(onOther)}>{t("other")}</TextButton>
          ) : (
            edition && <span className="text-muted">{t("edition", { edition })}</span>
          )
        }
      >
        <div className="grid gap-5">
          {intro && <p className="max-w-(--measure) whitespace-pre-line text-read">{intro}</p>}
          {given.questions.map((question) => (
            <QuestionField
              key={question.code}
              question={question}
              typed={typed.answers[question.code]}
              onChange={(answer) => form.answer(question.code, answer)}
              error={sending.errorOf(answerId(question.code))}
            />
          ))}
        </div>
      </Card>
      <Card>
        <div className="grid gap-4">
          <TextField
            optional
            label={t("filledInBy")}
            hint={t("filledInByHint")}
            autoComplete="off"
            maxLength={200}
            value={typed.filledInBy}
            onChange={(event) => set({ filledInBy: event.target.value })}
          />
          <TextArea
            optional
            label={t("note")}
            rows={2}
            maxLength={4000}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          {correcting && (
            <TextField
              optional
              label={w("why")}
              hint={w("whyHint")}
              autoComplete="off"
              maxLength={500}
              value={typed.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" busy={sending.busy && w("storing")}>
              {correcting ? w("storeCorrection") : t("handIn")}
            </Button>
            {!correcting && <Button onClick={() => form.submit(false)}>{t("keep")}</Button>}
            <LinkButton href={backHref}>{w("back")}</LinkButton>
          </div>
          {!correcting && <p className="text-sm text-muted">{t("keepWhat")}</p>}
        </div>
      </Card>
    </SendingFrame>
  );
}

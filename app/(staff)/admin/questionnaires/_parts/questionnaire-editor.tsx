"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Owner, SignInAgain } from "@/app/_session/sign-in-again";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { RecordEditor } from "@/app/_ui/record-editor";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { FailureNotice } from "@/app/(staff)/clients/[clientId]/dossier/_writing/failure-notice";
import { newQuestion, type Opened, placeId } from "./definition";
import { QuestionEditor } from "./question-editor";
import { TheirVersion } from "./their-version";
import { useEditor, type Verb } from "./use-editor";
import { VerbDialog } from "./verb-dialog";

type QuestionnaireEditorProps = { given?: Opened; owner: Owner };

/** A profile questionnaire to make or change: what is typed is a concept until it is published. */
export function QuestionnaireEditor({ given, owner }: QuestionnaireEditorProps) {
  const [t, w] = [useTranslations("questionnaires"), useTranslations("writing")];
  const editor = useEditor(given);
  const { base, definition, setDefinition, errorOf, busy, theirs } = editor;
  const [asking, setAsking] = useState<Verb>();
  const [signing, setSigning] = useState(false);
  const published = (base?.edition ?? 0) > 0;
  const ended = base?.state === "ended";
  const intro = placeId("intro");
  const title = placeId("title");
  return (
    <>
      <SignInAgain
        owner={owner}
        isOpen={signing}
        onSignedIn={() => setSigning(false)}
        onClose={() => setSigning(false)}
      />
      <form
        noValidate
        className="grid gap-gap"
        onSubmit={(event) => {
          event.preventDefault();
          void editor.save();
        }}
      >
        {theirs && <TheirVersion theirs={theirs} mine={definition} />}
        <ErrorSummary problems={editor.problems} />
        <FailureNotice failure={editor.failure} onSignIn={() => setSigning(true)} />
        {base && (
          <Notice tone={ended ? "neutral" : "info"} slim>
            <p>{stateSentence()}</p>
          </Notice>
        )}
        <Card>
          <div className="grid gap-4">
            <TextField
              id={title}
              label={t("title")}
              autoComplete="off"
              maxLength={120}
              value={definition.title}
              onChange={(event) => setDefinition({ ...definition, title: event.target.value })}
              error={errorOf(title)}
            />
            <TextArea
              optional
              id={intro}
              label={t("intro")}
              hint={t("introHint")}
              rows={3}
              maxLength={2000}
              value={definition.intro}
              onChange={(event) => setDefinition({ ...definition, intro: event.target.value })}
              error={errorOf(intro)}
            />
            <RecordEditor
              id={placeId("questions")}
              label={t("questions")}
              singular={t("questionSingular")}
              error={errorOf(placeId("questions"))}
              records={definition.questions}
              onChange={(questions) => setDefinition({ ...definition, questions })}
              make={() => newQuestion(definition, base)}
            >
              {(question, at, change) => (
                <QuestionEditor question={question} at={at} onChange={change} errorOf={errorOf} />
              )}
            </RecordEditor>
          </div>
        </Card>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" busy={busy && w("storing")}>
            {t("saveConcept")}
          </Button>
          {!ended && (
            <Button onClick={() => editor.mayPublish() && setAsking("publish")}>
              {t("publish", { edition: (base?.edition ?? 0) + 1 })}
            </Button>
          )}
          <LinkButton href="/admin/questionnaires">{w("back")}</LinkButton>
          {base && (
            <span className="ml-auto flex flex-wrap gap-2">
              {published && base.concept && (
                <Button look="danger-quiet" onClick={() => setAsking("drop")}>
                  {t("verb.drop")}
                </Button>
              )}
              <Button
                look={ended ? "secondary" : "danger-quiet"}
                onClick={() => setAsking(ended ? "reopen" : "end")}
              >
                {t(ended ? "verb.reopen" : "verb.end")}
              </Button>
            </span>
          )}
        </div>
      </form>
      {asking && (
        <VerbDialog
          verb={asking}
          title={definition.title}
          edition={base?.edition ?? 0}
          busy={busy && w("storing")}
          onClose={() => setAsking(undefined)}
          onAct={() => void editor.run(asking).then(() => setAsking(undefined))}
        />
      )}
    </>
  );

  function stateSentence(): string {
    if (ended) return t("stateEnded");
    if (!published) return t("stateConcept");
    return t(base?.concept ? "stateBoth" : "statePublished", { edition: base?.edition ?? 0 });
  }
}

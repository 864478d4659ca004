"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/app/_ui/checkbox";
import { Select } from "@/app/_ui/select";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { QUESTION_KINDS, type Question } from "@/server/questionnaires/input";
import { optionsIn, placeId } from "./definition";

type QuestionEditorProps = {
  question: Question;
  /** Its place, from 0 */
  at: number;
  onChange: (question: Question) => void;
  errorOf: (fieldId: string) => string | undefined;
};

/** One question: what is asked, how it is answered, and its choices where it has them. */
export function QuestionEditor({ question, at, onChange, errorOf }: QuestionEditorProps) {
  const t = useTranslations("questionnaires");
  const id = (...path: (string | number)[]) => placeId("questions", at, ...path);
  const set = (changed: Partial<Question>) => onChange({ ...question, ...changed });
  const chosen = question.kind === "one" || question.kind === "many";
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-3 tablet:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField
          id={id("text")}
          label={t("question")}
          autoComplete="off"
          maxLength={500}
          value={question.text}
          onChange={(event) => set({ text: event.target.value })}
          error={errorOf(id("text"))}
        />
        <Select
          id={id("kind")}
          label={t("kind")}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={question.kind}
          onChange={(event) => {
            const kind = QUESTION_KINDS.find((each) => each === event.target.value);
            if (kind) set({ kind });
          }}
          error={errorOf(id("kind"))}
        />
      </div>
      <TextField
        optional
        id={id("help")}
        label={t("help")}
        autoComplete="off"
        maxLength={1000}
        value={question.help}
        onChange={(event) => set({ help: event.target.value })}
        error={errorOf(id("help"))}
      />
      <Checkbox
        label={t("required")}
        checked={question.required}
        onChange={(event) => set({ required: event.target.checked })}
      />
      {chosen && (
        <TextArea
          id={id("options")}
          label={t("options")}
          hint={t("optionsHint")}
          rows={Math.max(3, question.options.length + 1)}
          maxLength={10_000}
          value={question.options.map(({ label }) => label).join("\n")}
          onChange={(event) => set({ options: optionsIn(event.target.value, question.options) })}
          error={errorOf(id("options"))}
        />
      )}
    </div>
  );
}

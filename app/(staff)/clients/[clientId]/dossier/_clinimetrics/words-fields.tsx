"use client";

import { useTranslations } from "next-intl";
import { answerId } from "@/app/_questions/questions";
import { TextField } from "@/app/_ui/text-field";
import type { TypedAnswers } from "./measure";

type WordsFieldsProps = {
  /** Names of the lines the entry has */
  lines: readonly string[];
  typed: TypedAnswers;
  onChange: (code: string, answer: string) => void;
  errorOf: (fieldId: string) => string | undefined;
};

/** A measurement from elsewhere that has no form of its own here: corrected in the words it has. */
export function WordsFields({ lines, typed, onChange, errorOf }: WordsFieldsProps) {
  const t = useTranslations("clinimetrics");
  const fields = [
    { code: "result", label: t("result") },
    ...lines.map((label, index) => ({ code: `item-${index}`, label })),
  ];
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      {fields.map(({ code, label }) => (
        <TextField
          key={code}
          id={answerId(code)}
          label={label}
          autoComplete="off"
          maxLength={200}
          value={typed[code] ?? ""}
          onChange={(event) => onChange(code, event.target.value)}
          error={errorOf(answerId(code))}
        />
      ))}
    </div>
  );
}

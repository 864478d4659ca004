"use client";

import { useTranslations } from "next-intl";
import { answerId } from "@/app/_questions/questions";
import { Checkbox } from "@/app/_ui/checkbox";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import {
  type PlainMeasure,
  type Reading,
  readingProblems,
  unlikelyReadings,
} from "@/server/dossier/instruments/measuring";
import { sentAnswers, type TypedAnswers } from "./measure";

type ReadingFieldsProps = {
  measure: PlainMeasure;
  typed: TypedAnswers;
  onChange: (code: string, answer: string) => void;
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
  errorOf: (fieldId: string) => string | undefined;
};

/** Where the tick stands that an unlikely reading is right. */
export const CONFIRM_ID = "reading-confirmed";

/** The unlikely readings among what was typed, once all of it is possible. */
export function unlikelyOf(measure: PlainMeasure, typed: TypedAnswers): Reading[] {
  const answers = sentAnswers({ kind: "plain", code: measure.code, label: measure.label, measure }, typed);
  if (readingProblems(measure, answers).length > 0) return [];
  const codes = unlikelyReadings(measure, answers);
  return measure.readings.filter(({ code }) => codes.includes(code));
}

/** One number with its unit, or a pair. An unlikely one is asked about, an impossible one is refused on storing. */
export function ReadingFields(props: ReadingFieldsProps) {
  const { measure, typed, onChange, confirmed, onConfirm, errorOf } = props;
  const t = useTranslations("clinimetrics");
  const unlikely = unlikelyOf(measure, typed);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-4">
        {measure.readings.map(({ code, label, unit }) => (
          <div key={code} className="w-56 max-w-full">
            <TextField
              id={answerId(code)}
              label={measure.readings.length === 1 ? measure.label : label}
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              value={typed[code] ?? ""}
              onChange={(event) => onChange(code, event.target.value)}
              error={errorOf(answerId(code))}
              beside={<span className="self-center whitespace-nowrap text-muted">{unit}</span>}
            />
          </div>
        ))}
      </div>
      <div role="status">
        {unlikely.length > 0 && (
          <Notice tone="warning" title={t("unlikely")}>
            {unlikely.map(({ code, label, unit, likely: [low, high] }) => (
              <p key={code}>
                {t("unlikelyRange", {
                  label: measure.readings.length === 1 ? measure.label : label,
                  low,
                  high,
                  unit,
                })}
              </p>
            ))}
            <Checkbox
              id={CONFIRM_ID}
              label={t("confirm")}
              checked={confirmed}
              onChange={(event) => onConfirm(event.target.checked)}
              error={errorOf(CONFIRM_ID)}
            />
          </Notice>
        )}
      </div>
    </div>
  );
}

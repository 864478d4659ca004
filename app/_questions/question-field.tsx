"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/app/_ui/checkbox-group";
import { DayField } from "@/app/_ui/day-field";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";
import { TextArea } from "@/app/_ui/text-area";
import { TextField } from "@/app/_ui/text-field";
import { type AskedQuestion, answerId, type TypedAnswer } from "./questions";

type QuestionFieldProps = {
  question: AskedQuestion;
  typed: TypedAnswer | undefined;
  onChange: (typed: TypedAnswer) => void;
  error: string | undefined;
};

/** More options than this are a list that unfolds. */
const RADIOS = 7;

/** One question with the control that fits its kind. */
export function QuestionField({ question, typed, onChange, error }: QuestionFieldProps) {
  const t = useTranslations("writing");
  const { code, kind, text, help, required } = question;
  const options = question.options.map((option) => ({ value: option.code, label: option.label }));
  const id = answerId(code);
  const field = { id, label: text, hint: help || undefined, optional: !required, error };
  const value = typeof typed === "string" ? typed : "";
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  switch (kind) {
    case "prose":
      return <TextArea {...field} rows={3} maxLength={20_000} value={value} onChange={change} />;
    case "date":
      return (
        <div className="max-w-120">
          <DayField {...field} value={value} onChange={onChange} />
        </div>
      );
    case "yes-no":
      return (
        <RadioGroup
          {...field}
          row
          name={code}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          value={value}
          onChange={change}
        />
      );
    case "one":
      return options.length > RADIOS ? (
        <Select {...field} placeholder={t("choose")} options={options} value={value} onChange={change} />
      ) : (
        <RadioGroup {...field} name={code} options={options} value={value} onChange={change} />
      );
    case "many":
      return (
        <CheckboxGroup
          {...field}
          options={options}
          value={Array.isArray(typed) ? typed : []}
          onChange={onChange}
        />
      );
    default:
      return (
        <div className={kind === "number" ? "max-w-120" : undefined}>
          <TextField
            {...field}
            autoComplete="off"
            inputMode={kind === "number" ? "decimal" : undefined}
            maxLength={kind === "number" ? 20 : 500}
            value={value}
            onChange={change}
          />
        </div>
      );
  }
}

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { formatDay } from "./dates";
import { parseDay } from "./parse-day";
import { TextField } from "./text-field";

type DayFieldProps = Omit<
  ComponentProps<typeof TextField>,
  "value" | "onChange" | "beside" | "inputMode" | "placeholder"
> & {
  /** The text as typed; what it means is for who reads the form (`parseDay`) */
  value: string;
  onChange: (typed: string) => void;
};

/** A day, typed: 21-11-2026, 21/11/2026 or 21112026. On leaving the field a day is written the one way. */
export function DayField({ value, onChange, onBlur, ...field }: DayFieldProps) {
  const t = useTranslations("ui");
  return (
    <TextField
      autoComplete="off"
      maxLength={20}
      {...field}
      inputMode="numeric"
      placeholder={t("dayHint")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => {
        const day = parseDay(value);
        if (day && formatDay(day) !== value) onChange(formatDay(day));
        onBlur?.(event);
      }}
    />
  );
}

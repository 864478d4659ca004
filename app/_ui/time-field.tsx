import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { parseTime } from "./parse-time";
import { TextField } from "./text-field";

type TimeFieldProps = Omit<
  ComponentProps<typeof TextField>,
  "value" | "onChange" | "beside" | "inputMode" | "placeholder"
> & { value: string; onChange: (typed: string) => void };

/** A time of day, typed: 14.30, 14:30 or 1430. On leaving the field a time is written the one way. */
export function TimeField({ value, onChange, onBlur, ...field }: TimeFieldProps) {
  const t = useTranslations("ui");
  return (
    <TextField
      autoComplete="off"
      maxLength={20}
      {...field}
      inputMode="numeric"
      placeholder={t("timeHint")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => {
        const tidy = parseTime(value)?.replace(":", ".");
        if (tidy && tidy !== value) onChange(tidy);
        onBlur?.(event);
      }}
    />
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { cx } from "./cx";
import { DayField } from "./day-field";
import { describedBy, FieldError, type FieldProps } from "./field";
import { TimeField } from "./time-field";

/** A day and a time as they are typed. */
export type TypedMoment = { day: string; time: string };

type MomentFieldProps = FieldProps & {
  /** Id of the day's input; where an error leads */
  id: string;
  value: TypedMoment;
  onChange: (typed: TypedMoment) => void;
};

/** A day and a time beside each other, under one name. */
export function MomentField({ id, value, onChange, label, hint, error, optional }: MomentFieldProps) {
  const t = useTranslations("ui");
  const group = useId();
  return (
    <fieldset
      className={cx("min-w-0", error && "border-l-4 border-danger pl-3")}
      aria-describedby={describedBy(group, { hint, error })}
    >
      <legend className="mb-1 font-bold">
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${group}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <div className="w-36">
          <DayField
            id={id}
            label={t("dayOf")}
            labelHidden
            aria-invalid={error ? true : undefined}
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
          />
        </div>
        <div className="w-24">
          <TimeField
            label={t("timeOf")}
            labelHidden
            value={value.time}
            onChange={(time) => onChange({ ...value, time })}
          />
        </div>
      </div>
      {error && <FieldError id={`${group}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

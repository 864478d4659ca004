"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { formatDay } from "@/app/_ui/dates";
import { FilterField, filterClass } from "@/app/_ui/filter-bar";
import { parseDay } from "@/app/_ui/parse-day";

type FilterDayProps = { label: string; value: string | null; onChoose: (day: string | null) => void };

/** A day in a filter bar, typed as 21-11-2026. Takes effect when you leave the field or press Enter. */
export function FilterDay({ label, value, onChoose }: FilterDayProps) {
  const t = useTranslations("dossier");
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const choose = (text: string) => {
    const day = text.trim() === "" ? null : parseDay(text);
    setWrong(day === undefined);
    if (day !== undefined && day !== value) onChoose(day);
  };
  return (
    <FilterField id={id} label={label}>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={10}
        placeholder={t("dayHint")}
        defaultValue={value ? formatDay(value) : ""}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        className={`${filterClass} w-28`}
        onBlur={(event) => choose(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && choose(event.currentTarget.value)}
      />
      {wrong && (
        <span id={`${id}-error`} role="alert" className="font-bold text-danger-text">
          {t("dayWrong")}
        </span>
      )}
    </FilterField>
  );
}

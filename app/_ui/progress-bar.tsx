"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { quarterOf } from "./quarter";

type ProgressBarProps = {
  /** What is being made, for example "Export maken". */
  label: string;
  done: number;
  /** Known number of rows; without it there is no bar, only a count. */
  total?: number;
  /** Which part it is at, or another sentence under the bar. */
  note?: ReactNode;
  labelHidden?: boolean;
};

/** Rows done of rows known. Screen readers hear the start, each quarter and the end, not every row. */
export function ProgressBar({ label, done, total, note, labelHidden }: ProgressBarProps) {
  const t = useTranslations("ui");
  const [spoken, setSpoken] = useState("");
  const last = useRef(-1);
  const quarter = quarterOf(done, total);
  const count = total === undefined ? t("progressOpen", { done }) : t("progressCount", { done, total });
  useEffect(() => {
    if (quarter === last.current) return;
    last.current = quarter;
    setSpoken(
      quarter === 0 ? t("progressStart", { label }) : quarter === 4 ? t("progressDone", { label }) : count,
    );
  }, [quarter, count, label, t]);
  return (
    <div className="grid gap-1">
      <p className={labelHidden ? "sr-only" : "font-bold"}>{label}</p>
      {total !== undefined && (
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={count}
          className="h-3 overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
        >
          <span
            className="block h-full bg-accent"
            style={{ width: `${total === 0 ? 100 : (100 * done) / total}%` }}
          />
        </div>
      )}
      <div className="flex flex-wrap justify-between gap-x-3 text-sm">
        <p>
          <b>{count}</b> {note}
        </p>
        <p className="text-muted">{t("progressLeave")}</p>
      </div>
      <output className="sr-only">{spoken}</output>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import type { Choices } from "./measure";

type MeasurePickerProps = { choices: Choices; onChoose: (code: string) => void };

/** What will be measured: a plain measure, or one of the instruments that are on. */
export function MeasurePicker({ choices, onChoose }: MeasurePickerProps) {
  const t = useTranslations("clinimetrics");
  return (
    <>
      <Card title={t("plainMeasures")}>
        <ul className="flex flex-wrap gap-2">
          {choices.measures.map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                className="min-h-control rounded-md border border-line-strong bg-surface px-3.5 py-1 font-medium hover:bg-surface-hover"
                onClick={() => onChoose(code)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("instruments")}>
        <ul className="grid gap-2 tablet:grid-cols-2">
          {choices.instruments.map(({ code, label, purpose, items }) => (
            <li key={code} className="grid">
              <button
                type="button"
                className="grid content-start rounded-md border border-line-strong bg-surface px-3 py-2 text-left hover:bg-surface-hover"
                onClick={() => onChoose(code)}
              >
                <span className="font-bold">{label}</span>
                <span className="text-sm text-muted">
                  {purpose} · {t("items", { count: items.length })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

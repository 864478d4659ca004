"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";

type FilterBarProps = {
  /** What is filtered: "Rapportages filteren". */
  label: string;
  /** How many filters narrow the list now; named on the button that folds them on a phone. */
  active?: number;
  /** FilterField elements. */
  children: ReactNode;
  /** Stays in sight on a phone too: usually the search field. */
  search?: ReactNode;
};

/** Filters above a list on one row; on a phone they fold behind one button. */
export function FilterBar({ label, active = 0, children, search }: FilterBarProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  return (
    <search aria-label={label} className="no-print flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="tablet:hidden">
        <Button icon={<SlidersHorizontal />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("filters", { active })}
        </Button>
      </div>
      <div className={open ? "contents" : "contents max-tablet:hidden"}>{children}</div>
      {search}
    </search>
  );
}

/** One filter with its label in front of it; `children` is a small native control (`filterClass`). */
export function FilterField({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex items-center gap-1.5 text-sm max-tablet:w-full">
      <label htmlFor={id} className="font-medium whitespace-nowrap max-tablet:w-24">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Classes of a control in a filter bar. */
export const filterClass =
  "min-h-8 min-w-0 rounded-md border border-line-strong bg-surface px-2.5 py-0.5 text-sm text-ink max-tablet:flex-1 pointer-coarse:min-h-control";

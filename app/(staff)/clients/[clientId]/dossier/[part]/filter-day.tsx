"use client";

import { useId } from "react";
import { FilterField, filterClass } from "@/app/_ui/filter-bar";

type FilterDayProps = { label: string; value: string | null; onChoose: (day: string | null) => void };

/** A day in a filter bar. Takes effect when you leave the field or press Enter: a date is typed in pieces. */
export function FilterDay({ label, value, onChoose }: FilterDayProps) {
  const id = useId();
  const choose = (text: string) => {
    const day = text === "" ? null : text;
    if (day !== value) onChoose(day);
  };
  return (
    <FilterField id={id} label={label}>
      <input
        key={value}
        id={id}
        type="date"
        defaultValue={value ?? ""}
        max="9999-12-31"
        className={filterClass}
        onBlur={(event) => choose(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && choose(event.currentTarget.value)}
      />
    </FilterField>
  );
}

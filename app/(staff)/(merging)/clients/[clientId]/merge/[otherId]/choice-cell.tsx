"use client";

import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

const cell =
  "px-(--cell-x) py-1.75 text-left align-top has-checked:bg-surface-selected has-checked:font-medium max-tablet:block max-tablet:px-pad";

/** A cell without something to choose. */
export function PlainCell({
  label,
  wideOnly,
  children,
}: {
  label?: string;
  /** Says nothing on a phone */
  wideOnly?: boolean;
  children: ReactNode;
}) {
  return (
    <td className={cx(cell, wideOnly && "max-tablet:hidden")}>
      {label && (
        <span aria-hidden="true" className="hidden text-xs text-muted max-tablet:block">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}

type ChoiceCellProps = {
  name: string;
  /** Read before the text by who cannot see the table: of what and of whom this is */
  about: string;
  /** The side's number, on a phone where columns are gone */
  label?: string;
  checked: boolean;
  onChoose: () => void;
  /** What is chosen by this */
  children: ReactNode;
  /** More about it, under it */
  below?: ReactNode;
};

/** One of the choices of a subject. */
export function ChoiceCell({ name, about, label, checked, onChoose, children, below }: ChoiceCellProps) {
  return (
    <td className={cell}>
      {label && (
        <span aria-hidden="true" className="hidden pl-7.5 text-xs text-muted max-tablet:block">
          {label}
        </span>
      )}
      <label className="grid min-h-6 cursor-pointer grid-cols-[1.375rem_minmax(0,1fr)] gap-x-2">
        <input
          type="radio"
          className="tick scroll-mb-32"
          name={name}
          checked={checked}
          onChange={() => onChoose()}
        />
        <span className="break-words">
          <span className="sr-only">{about} </span>
          {children}
        </span>
      </label>
      {below && <div className="pl-7.5 text-xs font-normal text-muted">{below}</div>}
    </td>
  );
}

/** The name of a subject, with what is to be known of it. */
export function SubjectHead({ id, open, children }: { id?: string; open?: boolean; children: ReactNode }) {
  return (
    <th
      scope="row"
      id={id}
      className={cx(
        "scroll-mt-16 py-1.75 pr-(--cell-x) pl-pad text-left align-top font-medium max-tablet:block max-tablet:font-bold",
        open && "outline-none",
      )}
    >
      {children}
    </th>
  );
}

/** A subject. `open`: still to be chosen. */
export function SubjectRow({ open, children }: { open?: boolean; children: ReactNode }) {
  return (
    <tr
      className={cx(
        "border-b border-line last:border-b-0 max-tablet:block max-tablet:py-1.5",
        open && "bg-danger-bg",
      )}
    >
      {children}
    </tr>
  );
}

/** What of this side is not kept. */
export function Gone({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm border border-warning-border bg-warning-bg px-1.75 text-xs leading-5 font-normal whitespace-nowrap text-warning-text">
      {children}
    </span>
  );
}

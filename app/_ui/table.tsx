import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { cx } from "./cx";

type TableProps = {
  /** Name of the table; shown above it unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  /** On a phone: the values of a row after each other on one line, without their names. For values that speak. */
  phoneLines?: boolean;
  children: ReactNode;
};

const lines =
  "max-tablet:[&_tbody_tr]:flex max-tablet:[&_tbody_tr]:flex-wrap max-tablet:[&_tbody_tr]:gap-x-0 max-tablet:[&_tbody_th]:basis-full max-tablet:[&_tbody_td]:block max-tablet:[&_tbody_td]:py-0 max-tablet:[&_tbody_td]:pr-0 max-tablet:[&_tbody_td:empty]:hidden max-tablet:[&_tbody_td>span[aria-hidden]]:hidden";

// A wide table scrolls in its own box, which the keyboard must be able to reach.
const reachable = { tabIndex: 0 };

/** Native table. On a phone its rows become stacked cards (`Cell label` names each value there). */
export function Table({ caption, captionHidden, phoneLines, children }: TableProps) {
  return (
    <section aria-label={caption} {...reachable} className="relative overflow-x-auto">
      <table
        className={cx(
          "w-full border-collapse text-sm max-tablet:block max-tablet:[&_tbody]:block",
          phoneLines && lines,
        )}
      >
        <caption className={captionHidden ? "sr-only" : "px-pad pt-3 pb-2 text-left text-base font-bold"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** Sunken head row; invisible but still read on a phone. */
export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="max-tablet:sr-only">{children}</thead>;
}

/** A row with a rule under it. `changed` marks it as new or different, `selected` as chosen. */
export function Row({
  selected,
  changed,
  children,
}: {
  selected?: boolean;
  changed?: boolean;
  children: ReactNode;
}) {
  return (
    <tr
      aria-current={selected || undefined}
      className={cx(
        "border-b border-line last:border-b-0 max-tablet:grid max-tablet:gap-1 max-tablet:py-2",
        selected ? "bg-surface-selected" : changed ? "bg-surface-changed" : "hover:bg-surface-hover",
      )}
    >
      {children}
    </tr>
  );
}

const cell =
  "h-row px-(--cell-x) py-(--cell-y) align-middle first:pl-pad last:pr-pad max-tablet:h-auto max-tablet:px-pad max-tablet:py-0.5 max-tablet:empty:hidden";

type CellProps = Omit<ComponentPropsWithoutRef<"td">, "className"> & {
  /** Column name, repeated before the value on a phone. */
  label?: string;
  /** Right-aligned on a wide screen. */
  number?: boolean;
};

/** A value. */
export function Cell({ label, number, children, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={cx(
        cell,
        number ? "text-right max-tablet:text-left" : "text-left",
        Boolean(label) && "max-tablet:grid max-tablet:grid-cols-[6.5rem_minmax(0,1fr)]",
      )}
    >
      {label && (
        <span aria-hidden="true" className="hidden text-muted max-tablet:block">
          {label}
        </span>
      )}
      {label ? <div className="min-w-0">{children}</div> : children}
    </td>
  );
}

/** The first cell of a row: its name, usually the link. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className={cx(cell, "text-left font-medium")}>
      {children}
    </th>
  );
}

import type { ReactNode } from "react";

/** Short rows in a card with a rule between: what at the left, a date, count or badge at the right. */
export function CardLines({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line">{children}</ul>;
}

/** One row of {@link CardLines}: `title` bold, `note` under it in grey, `end` at the right. */
export function CardLine({ title, note, end }: { title: ReactNode; note?: ReactNode; end?: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-2 py-1.75 text-sm first:pt-0 last:pb-0">
      <div className="min-w-0">
        <div className="font-bold">{title}</div>
        {note && <div className="text-muted">{note}</div>}
      </div>
      {end && <div className="flex-none text-muted">{end}</div>}
    </li>
  );
}

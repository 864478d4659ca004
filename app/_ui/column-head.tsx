import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "./cx";
import { PageLink } from "./page-link";

export type Direction = "ascending" | "descending";

type ColumnHeadProps = {
  label: string;
  number?: boolean;
  labelHidden?: boolean;
  /** How the table is sorted by this column now, if it is. */
  sorted?: Direction;
  /** Address with the other order; a column without it cannot be sorted. Works without JavaScript. */
  sortHref?: string;
};

/** Header of a column. The link says which order it gives; `aria-sort` says which holds. */
export function ColumnHead({ label, number, labelHidden, sorted, sortHref }: ColumnHeadProps) {
  const t = useTranslations("ui");
  const next = t(sorted === "ascending" ? "sortDescending" : "sortAscending", { column: label });
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={cx(
        "h-8 bg-surface-sunken px-(--cell-x) py-(--cell-y) font-bold whitespace-nowrap first:pl-pad last:pr-pad",
        number ? "text-right" : "text-left",
      )}
    >
      {sortHref ? (
        <PageLink
          href={sortHref}
          scroll={false}
          title={next}
          className="inline-flex items-center gap-1 text-ink no-underline hover:underline"
        >
          {label}
          {sorted === "ascending" && <ArrowUp className="size-4" />}
          {sorted === "descending" && <ArrowDown className="size-4" />}
        </PageLink>
      ) : (
        <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
      )}
    </th>
  );
}

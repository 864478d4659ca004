"use client";

import { useTranslations } from "next-intl";
import { dayAt, formatDay } from "@/app/_ui/dates";
import type { SubjectPart } from "./pair";

/** How many of what, on one line. */
export function usePartWords(): (parts: readonly SubjectPart[]) => string {
  const t = useTranslations("merge");
  return (parts) => parts.map(({ label, count }) => t("part", { label, count })).join(", ");
}

/** What would be lost, in words: written out where the office keeps it itself. */
export function useLostWords(): (parts: readonly SubjectPart[]) => string {
  const t = useTranslations("merge");
  return (parts) =>
    parts
      .map(({ label, count, lines }) =>
        lines.length === count ? lines.join("; ") : t("part", { label, count }),
      )
      .join(", ");
}

/** When and by whom; of what the office keeps, what it says. */
export function PartDetails({ parts }: { parts: readonly SubjectPart[] }) {
  const t = useTranslations("merge");
  const told = parts.filter(({ from, lines }) => from !== null || lines.length > 0);
  if (told.length === 0) return null;
  return (
    <ul className="grid gap-0.5 pt-0.5">
      {told.map((part) => (
        <li key={part.label}>
          {told.length > 1 && `${part.label}: `}
          {part.lines.length > 0 ? <Lines part={part} /> : <Written part={part} />}
          {part.lines.length > 0 && part.count > part.lines.length && (
            <> {t("more", { count: part.count - part.lines.length })}</>
          )}
        </li>
      ))}
    </ul>
  );
}

function Lines({ part }: { part: SubjectPart }) {
  return <span className="whitespace-pre-line">{part.lines.join("\n")}</span>;
}

function Written({ part: { from, until, authors } }: { part: SubjectPart }) {
  const t = useTranslations("merge");
  if (from === null || until === null) return null;
  const [first, last] = [formatDay(dayAt(from)), formatDay(dayAt(until))];
  const period = first === last ? first : t("period", { from: first, until: last });
  return (
    <span>
      {period}
      {authors.length > 0 && `, ${t("authors", { names: authors.join("; ") })}`}
    </span>
  );
}

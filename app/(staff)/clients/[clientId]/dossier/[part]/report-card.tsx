import { useTranslations } from "next-intl";
import { ReadingText } from "@/app/_ui/reading-text";
import { Tag } from "@/app/_ui/tag";
import { EntryBadges, MistakenBadge, NewBadge } from "./entry-badges";
import { EntryLink } from "./entry-link";
import type { PartList } from "./entry-list";

const soap = [
  { key: "subjective", letter: "S" },
  { key: "objective", letter: "O" },
  { key: "assessment", letter: "E" },
  { key: "plan", letter: "P" },
] as const;

/** One report: who, what kind, who may see it, and the text: free, or by its SOEP letters. */
export function ReportCard({ report }: { report: PartList["entries"][number] }) {
  const t = useTranslations("dossier");
  const cell = (key: string) => report.cells.find((found) => found.key === key)?.text ?? "";
  const detail = (key: string) => report.details.find((found) => found.key === key);
  const lines = soap.flatMap(({ key, letter }) => {
    const found = detail(key);
    return found ? [{ letter, label: found.label, text: found.text }] : [];
  });
  const title = detail("title")?.text;
  // Written down as "Ilse Brouwer, verzorgende" where the function then was known.
  const [author, role] = cell("recordedBy").split(/, (.*)/);
  return (
    <>
      <header className="mb-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm leading-6">
        <b>{author}</b>
        <span className="text-muted">{role ?? cell("discipline").toLowerCase()}</span>
        <Tag>{cell("category")}</Tag>
        {lines.length > 0 && <Tag>{t("soap")}</Tag>}
        <NewBadge entry={report} />
        <MistakenBadge entry={report} />
        <EntryBadges entry={report} />
        <EntryLink id={report.id} singular={t("report")} moment={report.moment} />
      </header>
      <div className={report.mistaken || report.archived ? "line-through" : undefined}>
        {title && <h3>{title}</h3>}
        {cell("text") !== "" && <ReadingText>{cell("text")}</ReadingText>}
        {lines.length > 0 && (
          <dl className="grid max-w-(--measure) grid-cols-[1.5rem_minmax(0,1fr)] gap-x-1 gap-y-0.5 text-read">
            {lines.map(({ letter, label, text }) => (
              <div key={letter} className="contents">
                <dt className="font-bold text-on-accent-subtle">
                  <abbr title={label} className="no-underline">
                    {letter}
                  </abbr>
                </dt>
                <dd className="min-w-0 whitespace-pre-line">{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </>
  );
}

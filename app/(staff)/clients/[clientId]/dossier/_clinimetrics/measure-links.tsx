import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";

type MeasureLinksProps = {
  choices: Outputs["clinimetrics"]["courses"];
  current: string;
  /** Measure → address of its course */
  hrefs: Readonly<Record<string, string>>;
};

/** The measures of this client that have a course, each with how often it was taken. */
export function MeasureLinks({ choices, current, hrefs }: MeasureLinksProps) {
  const t = useTranslations("clinimetrics");
  return (
    <nav aria-label={t("chooseMeasure")} className="no-print">
      <ul className="flex flex-wrap gap-2 text-sm">
        {choices.map(({ measure, label, times }) => (
          <li key={measure}>
            <PageLink
              href={hrefs[measure] ?? ""}
              aria-current={measure === current ? "page" : undefined}
              className="inline-flex min-h-7.5 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2.5 text-ink no-underline hover:bg-surface-hover aria-[current]:border-accent aria-[current]:bg-surface-selected aria-[current]:font-bold pointer-coarse:min-h-control"
            >
              {label}
              <span className="font-normal text-muted">
                {times}
                <span className="sr-only"> {t("times")}</span>
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "./page-link";

export type Crumb = { label: string; href?: string };

/** The way up, above the page heading: `Medisch overzicht › Exporteer cliënt`. The last one has no address. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }): ReactNode {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className="no-print text-sm text-muted">
      <ol className="flex flex-wrap gap-x-1.5">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex gap-x-1.5">
            {index > 0 && <span aria-hidden="true">›</span>}
            {crumb.href ? (
              <PageLink href={crumb.href}>{crumb.label}</PageLink>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

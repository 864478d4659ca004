"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageLink } from "@/app/_ui/page-link";
import { type TabKey, tabKeys, tabOf, tabPath } from "./tab-of";

const texts = {
  general: "tabGeneral",
  dossier: "tabDossier",
  network: "tabNetwork",
  admin: "tabAdmin",
} as const;

/** Links between the four faces of a client. */
export function ClientTabs({ number, tabs }: { number: string; tabs: TabKey[] }) {
  const t = useTranslations("client");
  const here = usePathname();
  return (
    <nav aria-label={t("tabs")} className="no-print mt-2 flex gap-0.5 max-tablet:overflow-x-auto">
      {tabKeys
        .filter((tab) => tabs.includes(tab))
        .map((tab) => {
          const href = `/clients/${number}${tabPath[tab]}`;
          return (
            <PageLink
              key={tab}
              href={href}
              aria-current={here === href ? "page" : tabOf(here) === tab ? "true" : undefined}
              className="border-b-3 border-transparent px-3.5 pt-1.5 pb-1.25 text-ink no-underline hover:bg-surface-hover aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-on-accent-subtle max-tablet:px-2.5"
            >
              {t(texts[tab])}
            </PageLink>
          );
        })}
    </nav>
  );
}

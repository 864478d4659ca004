import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsInteger, type SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { EmergencyCard } from "./emergency-card";

const loadPage = createLoader({ page: parseAsInteger.withDefault(1) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("emergencies");
  return { title: t("title") };
}

/** How the emergency procedure was used, and what someone else found of it. */
export default async function EmergenciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = Math.min(Math.max((await loadPage(searchParams)).page, 1), 10_000);
  const { lines, page, more, mayReadLog } = await load((await api()).emergency.list({ page: asked }));
  const [t, audits] = [await getTranslations("emergencies"), await getTranslations("audits")];
  const up = { label: audits("title"), href: "/audits" };
  return (
    <PageMain>
      <PageHead
        above={mayReadLog && <Breadcrumb crumbs={[up, { label: t("title") }]} />}
        title={t("title")}
        note={t("note")}
      />
      {lines.length === 0 && <EmptyState title={t("empty")}>{t("emptyHelp")}</EmptyState>}
      {lines.map((line) => (
        <EmergencyCard key={line.id} line={line} mayReadLog={mayReadLog} />
      ))}
      {(page > 1 || more) && (
        <nav aria-label={t("pages")} className="flex gap-2">
          {page > 1 && <LinkButton href={`/audits/emergencies?page=${page - 1}`}>{t("newer")}</LinkButton>}
          {more && <LinkButton href={`/audits/emergencies?page=${page + 1}`}>{t("older")}</LinkButton>}
        </nav>
      )}
    </PageMain>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { ClientActions } from "../../../_parts/client-actions";
import { ClientContent } from "../../../_parts/client-columns";
import { loadParts } from "../../../_parts/load-client";
import { CourseLink } from "../../_clinimetrics/course-link";
import { ReportComposer } from "../../_writing/report-composer";
import { AddEntry } from "../add-entry";
import { EntryList } from "../entry-list";
import { listInput, loadListChoices } from "../list-params";
import { NotShownLine } from "../not-shown-line";
import { SeenMark } from "../seen-mark";

type PartPageProps = {
  params: Promise<{ clientId: string; part: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: PartPageProps): Promise<Metadata> {
  const { clientId, part } = await params;
  const parts = await loadParts(clientId);
  const label = parts.find(({ slug }) => slug === part)?.label;
  return label ? { title: `${label} ${clientId}` } : {};
}

export default async function PartPage({ params, searchParams }: PartPageProps) {
  const { clientId, part } = await params;
  const choices = await loadListChoices(searchParams);
  const calls = await api();
  const list = await load(calls.dossier.entries({ clientId, ...listInput(part, choices) }));
  const composes = list.canEdit && list.slug === "reports";
  const form = composes ? await load(calls.entries.form({ clientId, part })) : null;
  const [t, { id, name }] = [await getTranslations("dossier"), await me()];
  const entries = t("entries", { count: list.totalUnfiltered });
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead
        title={list.label}
        aside={list.news > 0 ? t("news", { entries, count: list.news }) : entries}
      />
      {form ? (
        <ReportComposer clientId={clientId} given={form} owner={{ id, name }} />
      ) : (
        <div className="flex flex-wrap gap-2 empty:hidden">
          {list.canEdit && <AddEntry slug={list.slug} singular={list.singular} />}
          {list.slug === "measurements" && list.totalUnfiltered > 0 && <CourseLink clientId={clientId} />}
        </div>
      )}
      <NotShownLine notShown={list.notShown} slug={list.slug} />
      <EntryList clientId={clientId} given={list} choices={choices} />
      <SeenMark clientId={clientId} part={list.slug} asOf={list.asOf} />
    </ClientContent>
  );
}

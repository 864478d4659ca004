import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { DueCard } from "./due-card";
import { ElsewhereNotice } from "./elsewhere-notice";
import { FunctionsCard } from "./functions-card";
import { listInput, loadListChoices } from "./list-params";
import { RefreshButton } from "./refresh-button";
import { RunsCard } from "./runs-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const choices = await loadListChoices(searchParams);
  const { jobs } = await api();
  const [overview, list] = await Promise.all([load(jobs.overview()), load(jobs.list(listInput(choices)))]);
  const t = await getTranslations("jobs");
  const here = overview.elsewhere === null;
  return (
    <PageMain aside={here && <DueCard due={overview.due} />}>
      <PageHead title={t("title")} note={t("note")} aside={<RefreshButton />} />
      {overview.elsewhere !== null && (
        <ElsewhereNotice address={overview.elsewhere} unsent={overview.unsent} />
      )}
      {here && <FunctionsCard functions={overview.functions} />}
      <RunsCard list={list} functions={overview.functions} choices={choices} />
    </PageMain>
  );
}

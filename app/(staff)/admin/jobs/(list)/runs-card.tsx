import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState, NoHits } from "@/app/_ui/empty-state";
import { NewestOlder } from "@/app/_ui/pager";
import { type ListChoices, listAddress } from "./list-params";
import { RunFilters } from "./run-filters";
import { RunTable } from "./run-table";

type RunsCardProps = {
  list: Outputs["jobs"]["list"];
  functions: Outputs["jobs"]["overview"]["functions"];
  choices: ListChoices;
};

/** The tasks themselves, newest first, a page at a time. */
export function RunsCard({ list, functions, choices }: RunsCardProps) {
  const t = useTranslations("jobs");
  const { job, state, after } = choices;
  const chosen = job !== null || state !== null;
  return (
    <Card flush title={t("runs")}>
      <div className="px-pad py-2">
        <RunFilters functions={functions} choices={choices} />
      </div>
      {list.lines.length > 0 ? (
        <RunTable lines={list.lines} />
      ) : chosen || after !== null ? (
        <NoHits clearHref="/admin/jobs">{t("noHits")}</NoHits>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      )}
      <NewestOlder
        label={t("pages")}
        newestHref={after === null ? undefined : listAddress("/admin/jobs", { job, state })}
        olderHref={list.next && listAddress("/admin/jobs", { job, state, after: list.next })}
      />
    </Card>
  );
}

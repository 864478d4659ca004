"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState, NoHits } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Pager } from "@/app/_ui/pager";
import { Skeleton } from "@/app/_ui/skeleton";
import { TextButton } from "@/app/_ui/text-button";
import { EntryFilters } from "./entry-filters";
import { EntryTable } from "./entry-table";
import { isNarrowed, type ListChoices, listAddress, pageSize } from "./list-params";
import { ReportThread } from "./report-thread";
import { useEntrySearch } from "./use-entry-search";

export type PartList = Outputs["dossier"]["entries"];

type EntryListProps = {
  clientId: string;
  /** The page of entries the server gave for these choices. */
  given: PartList;
  choices: ListChoices;
};

/** Entries of one part: filters, the list (reports as a thread), paging. */
export function EntryList({ clientId, given, choices }: EntryListProps) {
  const t = useTranslations("dossier");
  const here = usePathname();
  const search = useEntrySearch(clientId, given.slug, choices);
  const list = search.term === "" ? given : search.list;
  const to = (changes: Partial<ListChoices>) => listAddress(here, { ...choices, page: 0, ...changes });
  const searching = search.term !== "";
  const pager = ({ page, total, entries }: PartList) => {
    const from = (page - 1) * pageSize + 1;
    const [before, after] = [page > 1, page * pageSize < total];
    return (
      <Pager
        from={from}
        to={from + entries.length - 1}
        total={total}
        previousHref={!searching && before ? to({ page: page - 2 }) : undefined}
        nextHref={!searching && after ? to({ page }) : undefined}
        onPrevious={searching && before ? () => search.goTo(page - 2) : undefined}
        onNext={searching && after ? () => search.goTo(page) : undefined}
      />
    );
  };
  return (
    <>
      {given.totalUnfiltered > 0 && (
        <EntryFilters list={given} choices={choices} term={search.term} onSearch={search.setTerm} to={to} />
      )}
      <p role="status" className="sr-only">
        {searching && list && !search.busy ? t("found", { count: list.total }) : null}
      </p>
      {search.error ? (
        <LoadFailed message={search.error.message} onRetry={search.retry} />
      ) : !list ? (
        <Card>
          <Skeleton lines={10} />
        </Card>
      ) : list.total === 0 ? (
        <Card flush>
          {searching ? (
            <EmptyState title={t("noHits", { term: search.term })}>
              <p>{t("outside", { count: list.totalUnfiltered, part: list.label })}</p>
              <TextButton onClick={() => search.setTerm("")}>{t("searchClear")}</TextButton>
            </EmptyState>
          ) : isNarrowed(choices) ? (
            <NoHits clearHref={here}>
              {t("outside", { count: list.totalUnfiltered, part: list.label })}
            </NoHits>
          ) : (
            <EmptyState>{t("emptyPart", { singular: list.singular })}</EmptyState>
          )}
        </Card>
      ) : (
        <div aria-busy={search.busy} className={search.busy ? "opacity-60" : undefined}>
          {given.slug === "reports" ? (
            <>
              <ReportThread label={list.label} entries={list.entries} />
              {pager(list)}
            </>
          ) : (
            <Card flush>
              <EntryTable list={list} choices={choices} to={to} />
              {pager(list)}
            </Card>
          )}
        </div>
      )}
    </>
  );
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Pager } from "@/app/_ui/pager";
import { TextButton } from "@/app/_ui/text-button";
import type { PortalState } from "@/server/portal/input";
import { AccountFilters } from "./account-filters";
import { AccountTable } from "./account-table";
import { pageSize } from "./list-params";

type Page = Outputs["portalAccounts"]["list"];

type AccountListProps = {
  /** The first page in this state without a term, as the server gave it. */
  first: Page;
  state: PortalState | null;
};

/** Finding a portal account. A page starts where the one before it ended, so the way back is the list of those ends. */
export function AccountList({ first, state }: AccountListProps) {
  const t = useTranslations("portalAccounts");
  const trpc = useTRPC();
  const router = useRouter();
  const [{ term, ends }, setPlace] = useState<{ term: string; ends: Page["next"][] }>({ term: "", ends: [] });
  const after = ends.at(-1);
  const given = term === "" && after === undefined;
  const input = { search: term, state: state ?? undefined, after, size: pageSize };
  const asked = useQuery(
    trpc.portalAccounts.list.queryOptions(input, { enabled: !given, placeholderData: keepPreviousData }),
  );
  const page = given ? first : (asked.data ?? first);
  const search = (wanted: string) => setPlace({ term: wanted, ends: [] });
  const showState = (code: string) =>
    router.push(code === "" ? "/admin/portal-accounts" : `/admin/portal-accounts?state=${code}`, {
      scroll: false,
    });
  const from = ends.length * pageSize + 1;
  return (
    <>
      <AccountFilters key={term} term={term} state={state} onSearch={search} onState={showState} />
      <p role="status" className="sr-only">
        {asked.isFetching ? null : t("found", { count: page.total })}
      </p>
      <Card flush>
        {asked.error && !given ? (
          <LoadFailed message={asked.error.message} onRetry={() => void asked.refetch()} />
        ) : page.total === 0 ? (
          <EmptyState title={t("noHits")}>
            <p>{t("noHitsHelp")}</p>
            {term !== "" && <TextButton onClick={() => search("")}>{t("showAll")}</TextButton>}
          </EmptyState>
        ) : (
          <div aria-busy={asked.isFetching}>
            <AccountTable lines={page.lines} />
            <Pager
              from={from}
              to={from + page.lines.length - 1}
              total={page.total}
              onPrevious={ends.length > 0 ? () => setPlace({ term, ends: ends.slice(0, -1) }) : undefined}
              onNext={page.next && (() => setPlace({ term, ends: [...ends, page.next] }))}
            />
          </div>
        )}
      </Card>
    </>
  );
}

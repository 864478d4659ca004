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
import type { EmployeeState } from "@/server/employees/input";
import { EmployeeFilters } from "./employee-filters";
import { EmployeeTable } from "./employee-table";
import { pageSize } from "./list-params";

type Page = Outputs["employees"]["list"];

type EmployeeListProps = {
  /** The first page in this state without a term, as the server gave it. */
  first: Page;
  state: EmployeeState | null;
};

/** Finding an employee. A page starts where the one before it ended, so the way back is the list of those ends. */
export function EmployeeList({ first, state }: EmployeeListProps) {
  const t = useTranslations("employees");
  const trpc = useTRPC();
  const router = useRouter();
  const [{ term, ends }, setPlace] = useState<{ term: string; ends: Page["next"][] }>({ term: "", ends: [] });
  const after = ends.at(-1);
  const given = term === "" && after === undefined;
  const input = { search: term, state: state ?? undefined, after, size: pageSize };
  const asked = useQuery(
    trpc.employees.list.queryOptions(input, { enabled: !given, placeholderData: keepPreviousData }),
  );
  const page = given ? first : (asked.data ?? first);
  const search = (wanted: string) => setPlace({ term: wanted, ends: [] });
  const showState = (code: string) =>
    router.push(code === "" ? "/admin/employees" : `/admin/employees?state=${code}`, { scroll: false });
  const from = ends.length * pageSize + 1;
  return (
    <>
      <EmployeeFilters key={term} term={term} state={state} onSearch={search} onState={showState} />
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
            <EmployeeTable lines={page.lines} />
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

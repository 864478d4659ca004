"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { TextButton } from "@/app/_ui/text-button";
import { Day } from "@/app/_ui/time";
import { CAREN_STATUSES } from "@/server/caren/kinds";
import { CarenFilters } from "./caren-filters";
import { type CarenStatus, CarenStatusBadge } from "./caren-status";

type Page = Outputs["caren"]["list"];
type Line = Page["lines"][number];
type Wanted = { term: string; ends: Page["next"][] };

const SIZE = 25;

type CarenListProps = {
  /** The first page without a term or a filter, as the server gave it. */
  first: Page;
  /** Only those at this location and below it; then there is no location to choose. */
  at?: string;
  /** Locations that can be chosen. */
  locations?: readonly { code: string; label: string }[];
};

/** What may stand in the address: so that who comes back from a client finds the list as it was. */
const FILTERS = { status: parseAsStringLiteral(CAREN_STATUSES), location: parseAsString };

/** The clients within reach and how each stands with Caren. What is searched for never stands in an address. */
export function CarenList({ first, at, locations = [] }: CarenListProps) {
  const t = useTranslations("onsClient");
  const trpc = useTRPC();
  const none: Wanted = { term: "", ends: [] };
  const [wanted, setWanted] = useState(none);
  const [filters, setFilters] = useQueryStates(FILTERS);
  const { term, ends } = wanted;
  const status = filters.status ?? "";
  const location = locations.find(({ code }) => code === filters.location)?.code ?? "";
  const after = ends.at(-1);
  const given = term === "" && status === "" && location === "" && after === undefined;
  const place = at ?? (location === "" ? undefined : location);
  const input = {
    ...{ search: term, after, size: SIZE },
    ...(status !== "" && { status }),
    ...(place !== undefined && { location: place }),
  };
  const asked = useQuery(
    trpc.caren.list.queryOptions(input, { enabled: !given, placeholderData: keepPreviousData }),
  );
  const page = given ? first : (asked.data ?? first);
  const want = (change: Partial<Wanted>) => setWanted({ ...wanted, ends: [], ...change });
  const filter = (change: { status?: CarenStatus | null; location?: string | null }) => {
    void setFilters(change);
    want({});
  };
  const showAll = () => {
    filter({ status: null, location: null });
    setWanted(none);
  };
  const from = ends.length * SIZE + 1;
  return (
    <Card flush title={t("clients")} aside={t("clientCount", { count: page.total })}>
      <div className="border-b border-line px-pad py-2">
        <CarenFilters
          key={term}
          {...{ term, status, location, locations }}
          onSearch={(text) => want({ term: text })}
          onStatus={(code) => filter({ status: code || null })}
          onLocation={(code) => filter({ location: code || null })}
        />
      </div>
      <p role="status" className="sr-only">
        {asked.isFetching ? null : t("clientCount", { count: page.total })}
      </p>
      {asked.error && !given ? (
        <LoadFailed message={asked.error.message} onRetry={() => void asked.refetch()} />
      ) : page.total === 0 ? (
        <EmptyState title={t("noHits")}>
          <p>{t("noHitsHelp")}</p>
          {!given && <TextButton onClick={showAll}>{t("showAll")}</TextButton>}
        </EmptyState>
      ) : (
        <div aria-busy={asked.isFetching}>
          <CarenTable lines={page.lines} />
          <Pager
            from={from}
            to={from + page.lines.length - 1}
            total={page.total}
            onPrevious={ends.length > 0 ? () => want({ ends: ends.slice(0, -1) }) : undefined}
            onNext={page.next && (() => want({ ends: [...ends, page.next] }))}
          />
        </div>
      )}
    </Card>
  );
}

function CarenTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("onsClient");
  const columns: Column<Line>[] = [
    {
      key: "name",
      label: t("name"),
      cell: ({ number, name }) => <PageLink href={`/ons-client/clients/${number}`}>{name}</PageLink>,
    },
    { key: "number", label: t("number"), cell: ({ number }) => number },
    { key: "born", label: t("born"), cell: ({ birthDate }) => birthDate && <Day value={birthDate} /> },
    {
      key: "place",
      label: t("location"),
      cell: ({ places }) =>
        places
          .map(({ location, room }) => (room ? `${location}, ${t("room", { room })}` : location))
          .join("; "),
    },
    { key: "status", label: t("status"), cell: ({ status }) => <CarenStatusBadge status={status} /> },
  ];
  return (
    <DataTable
      caption={t("clientsCaption")}
      captionHidden
      columns={columns}
      items={lines}
      itemKey={({ number }) => String(number)}
    />
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { Skeleton } from "@/app/_ui/skeleton";
import { Day } from "@/app/_ui/time";
import type { Location } from "./filter-tree";

type Page = Outputs["locations"]["clients"];
type Line = Page["lines"][number];

const SIZE = 25;

/** The clients who are at a location or below it now. The place for what can be done with a location is its heading. */
export function LocationClients({ location, seesCaren }: { location: Location; seesCaren: boolean }) {
  const t = useTranslations("locations");
  const onsClient = useTranslations("onsClient");
  const title = `${location.name} (${location.code})`;
  return (
    <Card
      flush
      title={title}
      aside={
        location.clients !== null && (
          <span className="flex flex-wrap gap-x-3">
            {t("clients", { count: location.clients })}
            {seesCaren && (
              <PageLink href={`/ons-client/locations/${location.code}`}>{onsClient("toLocation")}</PageLink>
            )}
          </span>
        )
      }
    >
      {location.clients === null ? (
        <p className="px-pad py-3 text-muted">{t("outOfReach")}</p>
      ) : (
        <ClientPages location={location} />
      )}
    </Card>
  );
}

/** A page starts where the one before it ended, so the way back is the list of those ends. */
function ClientPages({ location }: { location: Location }) {
  const t = useTranslations("locations");
  const trpc = useTRPC();
  const [ends, setEnds] = useState<Page["next"][]>([]);
  const asked = useQuery(
    trpc.locations.clients.queryOptions({ code: location.code, size: SIZE, after: ends.at(-1) }),
  );
  if (asked.error) return <LoadFailed message={asked.error.message} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton lines={8} />;
  const { lines, total, next } = asked.data;
  if (total === 0) return <EmptyState title={t("clientsEmpty")} />;
  const from = ends.length * SIZE + 1;
  const columns: Column<Line>[] = [
    {
      key: "name",
      label: t("columnName"),
      cell: ({ number, name }) => <PageLink href={`/clients/${number}`}>{name}</PageLink>,
    },
    { key: "number", label: t("columnNumber"), cell: ({ number }) => number },
    {
      key: "born",
      label: t("columnBorn"),
      cell: ({ birthDate }) => birthDate && <Day value={birthDate} />,
    },
    {
      key: "place",
      label: t("columnPlace"),
      cell: ({ places }) =>
        places
          .map((place) =>
            place.room ? `${place.location}, ${t("room", { room: place.room })}` : place.location,
          )
          .join("; "),
    },
  ];
  return (
    <>
      <DataTable
        captionHidden
        caption={t("clientsCaption", { name: location.name })}
        columns={columns}
        items={lines}
        itemKey={({ number }) => String(number)}
      />
      <Pager
        from={from}
        to={from + lines.length - 1}
        total={total}
        onPrevious={ends.length > 0 ? () => setEnds(ends.slice(0, -1)) : undefined}
        onNext={next && (() => setEnds([...ends, next]))}
      />
    </>
  );
}

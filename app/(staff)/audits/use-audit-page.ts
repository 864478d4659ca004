"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { type AuditFormValues, isEverything, queryOf } from "./form-values";

type Page = Outputs["audits"]["list"];
type Place = "newest" | "oldest" | { older: number } | { newer: number };

/**
 * The log as it was asked for, a page at a time. The first page came with the address; every other one is asked for by
 * POST, and each asking is a row of the log itself.
 */
export function useAuditPage(
  first: Page,
  begun: AuditFormValues,
  sets: Outputs["audits"]["choices"]["sets"],
) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState<{ values: AuditFormValues; place: Place; turn: number }>({
    values: begun,
    place: "newest",
    turn: 0,
  });
  const given = asked.turn === 0;
  const query = queryOf(asked.values, sets);
  const found = useQuery(
    trpc.audits.list.queryOptions(
      { ...query, place: asked.place },
      { enabled: !given, placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const page = given ? first : found.data;
  const edges = { top: page?.lines[0]?.sequence, bottom: page?.lines.at(-1)?.sequence };
  const go = (place: Place) => setAsked({ ...asked, place, turn: asked.turn + 1 });
  return {
    values: asked.values,
    query,
    everything: isEverything(asked.values),
    page,
    error: given ? null : found.error,
    busy: !given && found.isFetching,
    retry: () => void found.refetch(),
    ask: (values: AuditFormValues) => setAsked({ values, place: "newest", turn: asked.turn + 1 }),
    newest: () => go("newest"),
    oldest: () => go("oldest"),
    older: () => edges.bottom !== undefined && go({ older: edges.bottom }),
    newer: () => edges.top !== undefined && go({ newer: edges.top }),
  };
}

export type AuditPages = ReturnType<typeof useAuditPage>;

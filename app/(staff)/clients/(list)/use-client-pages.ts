"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import type { ListOrder } from "./list-params";

type Page = Outputs["clients"]["list"];

/** Clients on one page of the list. */
export const pageSize = 25;

/**
 * Walks through the client list. The first page without a term came with the page; every other one is asked for by
 * POST. A page starts where the one before it ended, so the way back is the list of those ends.
 */
export function useClientPages(first: Page, order: ListOrder, term: string) {
  const trpc = useTRPC();
  const list = `${order.sort} ${order.descending} ${term}`;
  const [walk, setWalk] = useState<{ list: string; ends: Page["next"][] }>({ list, ends: [] });
  const ends = walk.list === list ? walk.ends : [];
  const after = ends.at(-1);
  const input = { ...order, search: term, size: pageSize, after };
  const found = useQuery(
    trpc.clients.search.queryOptions(input, { enabled: term !== "", placeholderData: keepPreviousData }),
  );
  const listed = useQuery(
    trpc.clients.list.queryOptions(input, {
      enabled: term === "" && after !== undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const asked = term === "" ? listed : found;
  const given = term === "" && after === undefined;
  const page = given ? first : asked.data;
  const next = page?.next;
  return {
    page,
    /** Of the page shown, from 0 */
    number: ends.length,
    error: given ? null : asked.error,
    busy: !given && asked.isFetching,
    retry: () => void asked.refetch(),
    next: next && (() => setWalk({ list, ends: [...ends, next] })),
    previous: ends.length > 0 ? () => setWalk({ list, ends: ends.slice(0, -1) }) : undefined,
  };
}

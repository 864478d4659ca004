"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";

export type Export = Outputs["export"]["list"][number];
export type Polled = Outputs["export"]["poll"];
export type Progress = Polled["exports"][number];

/** While one is made, its rows are followed; otherwise only its day that ends. */
const followEvery = 1_000;
const watchEvery = 15_000;

/**
 * The exports of a client, kept true while the page is open. The poll brings state and counts only; the list, whose
 * reading is an event in the log, is asked again when the poll shows that something changed.
 */
export function useExports(clientId: string, given: { exports: Export[]; polled: Polled }) {
  const trpc = useTRPC();
  // Nothing is kept after leaving: coming back begins with what the server gives then.
  const list = useQuery(
    trpc.export.list.queryOptions(
      { clientId },
      { initialData: given.exports, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  const poll = useQuery(
    trpc.export.poll.queryOptions(
      { clientId },
      {
        initialData: given.polled,
        gcTime: 0,
        retry: (failures, error) => !error.data && failures < 2,
        refetchInterval: ({ state }) => {
          if (state.error?.data?.code === "UNAUTHORIZED") return false;
          return state.data?.exports.some(isUnderWay) ? followEvery : watchEvery;
        },
      },
    ),
  );
  const { data: exports, refetch } = list;
  const { data: polled } = poll;
  useEffect(() => {
    if (hasChanged(exports, polled.exports)) void refetch();
  }, [exports, polled, refetch]);
  return { exports, polled, problem: poll.error ?? list.error, retry: () => void poll.refetch() };
}

function isUnderWay({ status }: { status: Export["status"] }): boolean {
  return status === "pending";
}

/** True when the list no longer says what the poll says. */
function hasChanged(exports: Export[], progress: Progress[]): boolean {
  const polled = new Map(progress.map((each) => [each.id, each]));
  const listed = new Set(exports.map(({ id }) => id));
  if (progress.some(({ id }) => !listed.has(id))) return true;
  return exports.some(({ id, status, heading, deletedAt }) => {
    const now = polled.get(id);
    if (!now) return heading === "generated";
    return now.status !== status || now.heading !== heading || now.deletedAt !== deletedAt;
  });
}

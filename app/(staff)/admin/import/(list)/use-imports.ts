"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";

export type Import = Outputs["imports"]["poll"][number];

const followEvery = 1_000;
const watchEvery = 20_000;

/** The imports, kept true while the page is open: state and counts, so that looking is one event in the log. */
export function useImports(given: Import[]) {
  const trpc = useTRPC();
  const poll = useQuery(
    trpc.imports.poll.queryOptions(undefined, {
      initialData: given,
      gcTime: 0,
      retry: (failures, error) => !error.data && failures < 2,
      refetchInterval: ({ state }) => {
        if (state.error?.data?.code === "UNAUTHORIZED") return false;
        return state.data?.some(({ status }) => status === "pending") ? followEvery : watchEvery;
      },
    }),
  );
  return { imports: poll.data, problem: poll.error, refresh: () => void poll.refetch() };
}

"use client";

import { useSecondFactorApi, useSide } from "./side";

/** Gives the second factor of the session that waits for it, and signs in. Throws what the API refused. */
export function useGiveCode(): (code: string) => Promise<void> {
  const api = useSecondFactorApi();
  const { becomeFull } = useSide();
  return async (code) => {
    await api.give.mutate({ code });
    await becomeFull();
  };
}

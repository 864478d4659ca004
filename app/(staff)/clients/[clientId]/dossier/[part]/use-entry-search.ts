"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type ListChoices, listInput } from "./list-params";

/**
 * Searching the text of a part's entries. The term and the page of its hits stay in memory and travel by POST, because
 * what someone looks for in a dossier does not belong in an address.
 */
export function useEntrySearch(clientId: string, part: string, choices: ListChoices) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState({ term: "", page: 0 });
  const input = { clientId, ...listInput(part, { ...choices, page: asked.page }), search: asked.term };
  const found = useQuery(
    trpc.dossier.entries.queryOptions(input, {
      enabled: asked.term !== "",
      placeholderData: keepPreviousData,
    }),
  );
  const searching = asked.term !== "";
  return {
    term: asked.term,
    setTerm: (term: string) => setAsked({ term, page: 0 }),
    goTo: (page: number) => setAsked({ ...asked, page }),
    list: found.data,
    error: searching ? found.error : null,
    busy: searching && found.isFetching,
    retry: () => void found.refetch(),
  };
}

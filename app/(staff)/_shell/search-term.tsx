"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type SearchTerm = { term: string; setTerm: (term: string) => void };

const Context = createContext<SearchTerm>({ term: "", setTerm: () => undefined });

/**
 * What was typed to find a client, kept in memory between the top bar, the list and the way back to it.
 * Never in an address or in the browser's storage: it holds names, birth dates and BSNs.
 */
export function SearchTermProvider({ children }: { children: ReactNode }) {
  const [term, setTerm] = useState("");
  const value = useMemo(() => ({ term, setTerm }), [term]);
  return <Context value={value}>{children}</Context>;
}

/** The term the client list searches by. */
export function useSearchTerm(): SearchTerm {
  return useContext(Context);
}

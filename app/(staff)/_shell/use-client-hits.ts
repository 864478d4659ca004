"use client";

import { useEffect, useState } from "react";

export type ClientHit = {
  number: string;
  name: string;
  /** "14-03-1941, 10001, Huis Elzenhof" */
  about: string;
};

type SearchState = "idle" | "busy" | "failed" | "done";

const pause = 200;

/** Hits for what is typed, asked 200 ms after the last key; an answer to an older term is thrown away. */
export function useClientHits(find: (term: string) => Promise<ClientHit[]>) {
  const [term, setTerm] = useState("");
  const [hits, setHits] = useState<ClientHit[]>([]);
  const [state, setState] = useState<SearchState>("idle");
  useEffect(() => {
    const wanted = term.trim();
    if (wanted.length < 2) {
      setHits([]);
      setState("idle");
      return;
    }
    let current = true;
    setState("busy");
    const timer = setTimeout(async () => {
      try {
        const found = await find(wanted);
        if (!current) return;
        setHits(found);
        setState("done");
      } catch {
        // The sentence in the popover says so; the next key tries again.
        if (!current) return;
        setHits([]);
        setState("failed");
      }
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [term, find]);
  return { term, setTerm, hits, state };
}

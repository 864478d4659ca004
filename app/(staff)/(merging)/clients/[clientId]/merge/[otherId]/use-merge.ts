"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { forget, keep, readKept } from "./kept-choices";
import { allOf, type Choice, type Choices, chosenIn, type Pair, type PairView, type Side } from "./pair";

/** Milliseconds without another choice after which what would happen is asked anew. */
const REST_MS = 300;
/** As the page was made; anything else is asked. */
const NOTHING: Choices = { fields: {}, rows: {} };

export type MergeState = ReturnType<typeof useMerge>;

/** What is chosen, and what that would do: a choice stands at once, and is never lost by asking. */
export function useMerge(pair: Pair, initial: PairView) {
  const trpc = useTRPC();
  const [survivor, retired] = [initial.survivor.number, initial.retired.number];
  const [choices, setChoices] = useState(NOTHING);
  const [asked, setAsked] = useState(NOTHING);
  useEffect(() => {
    const kept = readKept(survivor, retired);
    if (!kept) return;
    setChoices(kept);
    setAsked(kept);
  }, [survivor, retired]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(choices), REST_MS);
    return () => clearTimeout(timer);
  }, [choices]);
  const preview = useQuery(
    trpc.merge.preview.queryOptions(
      { ...pair, choices: asked },
      { initialData: asked === NOTHING ? initial : undefined, placeholderData: keepPreviousData, gcTime: 0 },
    ),
  );
  const choose = (next: Choices) => {
    setChoices(next);
    keep(survivor, retired, next);
  };
  return {
    view: chosenIn(preview.data ?? initial, choices),
    /** What is shown is of these choices: with them it can be carried out */
    asked,
    isCurrent: asked === choices && !preview.isFetching && !preview.error,
    error: preview.error,
    lookAgain: () => preview.refetch(),
    chooseField: (subject: PairView["fields"][number]["subject"], side: Side) =>
      choose({ ...choices, fields: { ...choices.fields, [subject]: side } }),
    chooseRows: (subject: PairView["rows"][number]["subject"], choice: Choice) =>
      choose({ ...choices, rows: { ...choices.rows, [subject]: choice } }),
    chooseAll: (side: Side) => choose(allOf(preview.data ?? initial, side)),
    startAgain: () => {
      setChoices({ fields: {}, rows: {} });
      forget(survivor, retired);
    },
    forget: () => forget(survivor, retired),
  };
}

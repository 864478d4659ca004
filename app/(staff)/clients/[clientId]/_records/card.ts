import type { Outputs } from "@/app/_trpc/outputs";

/** A card with the records of one kind. */
export type Card = Outputs["records"]["cards"][number];

/** A record on it. */
export type CardRecord = Card["records"][number];

/** What is being done on a card: nothing is remembered of it but which record it is about. */
export type Doing = { act: "add" } | { act: "change" | "end" | "move" | "withdraw"; record: CardRecord };

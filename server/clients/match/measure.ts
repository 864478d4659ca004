import { isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { duplicateScan } from "@/db/schema/duplicates";
import { hasSameBsn, likely, type Score, score, threshold } from "../match";
import { type Frequencies, frequenciesFrom } from "./names";
import type { ComparedClient } from "./people";
import { prepare } from "./person";

/** By which two people are scored at this moment, and how much is enough. */
export interface Measure {
  /** Absent until all clients were compared once */
  frequencies: Frequencies | undefined;
  /** From how many bits a pair is proposed */
  enough: number;
  /** From how many bits someone who is about to be written down is likelier than not known already */
  likely: number;
}

/** The measure of the last comparison of all clients, so that whatever is scored between two of them is scored alike. */
export async function currentMeasure(db: Reader): Promise<Measure> {
  const [last] = await db
    .select({ people: duplicateScan.people, names: duplicateScan.names })
    .from(duplicateScan);
  const people = last?.names ? last.people : await db.$count(clients, isNull(clients.mergedIntoId));
  return {
    frequencies: last?.names ? frequenciesFrom(last.names) : undefined,
    enough: threshold(people),
    likely: likely(people),
  };
}

/** How likely two clients are one by this measure. */
export function scoreOf(
  one: Pick<ComparedClient, "person">,
  other: Pick<ComparedClient, "person">,
  { frequencies }: Measure,
): Score {
  return score(prepare(one.person), prepare(other.person), frequencies);
}

/** How sure two clients are one person; `number-only`: they have one BSN, and the rest does not fit that. */
export type Certainty = "nearly-certain" | "probable" | "number-only";

/** Bits beyond what is enough from which nobody would doubt. */
const NO_DOUBT = 8;

/** How sure it is that two clients who are proposed as one are so, in steps people can use. */
export function certaintyOf({ bits, reasons }: Score, { enough }: Measure): Certainty {
  if (bits >= enough + NO_DOUBT) return "nearly-certain";
  return bits >= enough || !hasSameBsn(reasons) ? "probable" : "number-only";
}

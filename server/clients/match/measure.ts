import { isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { duplicateScan } from "@/db/schema/duplicates";
import { likely, type Score, score, threshold } from "../match";
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

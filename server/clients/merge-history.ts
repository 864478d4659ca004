import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { merges } from "@/db/schema/merge";
import type { HistoryRow } from "./history";

type MergeRow = typeof merges.$inferSelect;

/** A merge as far as the history of the one who went on tells of it, with the number of who was merged away. */
export type MergeFact = Pick<
  MergeRow,
  "id" | "personBefore" | "personBeforeUndo" | "mergedAt" | "mergedBy" | "undoneAt" | "undoneBy"
> & { number: number };

/** After any version of the same moment: a merge is one act, which changes personalia once. */
const LATEST = Number.MAX_SAFE_INTEGER;

/** What merges, and the undoing of them, did to the personalia of the client who went on, as changes in their history. */
export function mergesAsChanges(clientId: string, facts: readonly MergeFact[]): HistoryRow[] {
  return facts.flatMap((fact) => {
    const about = { kind: "person", recordId: clientId, reason: null, otherNumber: fact.number };
    const merged: HistoryRow = {
      ...{ ...about, id: fact.id, action: "merged", version: LATEST - 1 },
      ...{ before: fact.personBefore, changedAt: fact.mergedAt, changedBy: fact.mergedBy },
    };
    const { undoneAt, undoneBy, personBeforeUndo } = fact;
    if (undoneAt === null || personBeforeUndo === null) return [merged];
    const unmerged: HistoryRow = {
      ...{ ...about, id: `${fact.id}/undone`, action: "unmerged", version: LATEST },
      ...{ before: personBeforeUndo, changedAt: undoneAt, changedBy: undoneBy ?? "" },
    };
    return [merged, unmerged];
  });
}

/** The merges a client went on from. */
export async function mergesOf(db: Reader, clientId: string): Promise<MergeFact[]> {
  const { id, personBefore, personBeforeUndo, mergedAt, mergedBy, undoneAt, undoneBy } = merges;
  return db
    .select({
      ...{ id, personBefore, personBeforeUndo, mergedAt, mergedBy, undoneAt, undoneBy },
      number: clients.number,
    })
    .from(merges)
    .innerJoin(clients, eq(clients.id, merges.retiredId))
    .where(eq(merges.survivorId, clientId));
}

import { setImmediate as turn } from "node:timers/promises";
import { and, eq, isNull, lte, min, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { duplicateChanges, duplicateDecisions, duplicatePairs, duplicateScan } from "@/db/schema/duplicates";
import type { World } from "../core/world";
import type { FoundPair, Scanned, Two } from "./scan";

/** Rows one write takes away: some milliseconds, so that whoever else writes does not wait. */
const ROWS = 50;
/** Changes one write forgets. */
const CHANGES = 500;

/** Stores pairs; one that was known keeps the moment it was found. */
export async function putPairs(tx: Tx, pairs: readonly FoundPair[], now: number): Promise<void> {
  if (pairs.length === 0) return;
  await tx
    .insert(duplicatePairs)
    .values(pairs.map((pair) => ({ ...pair, foundAt: now })))
    .onConflictDoUpdate({
      target: [duplicatePairs.oneId, duplicatePairs.otherId],
      set: {
        sameBsn: sql`excluded.same_bsn`,
        bits: sql`excluded.bits`,
        reasons: sql`excluded.reasons`,
      },
    });
}

/** Forgets pairs that are none any more. */
export async function dropPairs(tx: Tx, pairs: readonly Two[]): Promise<void> {
  for (const { oneId, otherId } of pairs)
    await tx
      .delete(duplicatePairs)
      .where(and(eq(duplicatePairs.oneId, oneId), eq(duplicatePairs.otherId, otherId)));
}

/** Ends decisions that were about other data; one made anew meanwhile is about these, and stays. */
export async function endOvertaken(
  tx: Tx,
  overtaken: readonly (Two & { compared: string })[],
  now: number,
): Promise<void> {
  for (const { oneId, otherId, compared } of overtaken)
    await tx
      .update(duplicateDecisions)
      .set({ endedAt: now, ended: "changed" })
      .where(
        and(
          eq(duplicateDecisions.oneId, oneId),
          eq(duplicateDecisions.otherId, otherId),
          eq(duplicateDecisions.compared, compared),
          isNull(duplicateDecisions.endedAt),
        ),
      );
}

async function inSlices<Row>(
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    await write(rows.slice(from, from + ROWS));
    await turn();
  }
}

/**
 * Stores what comparing all clients gave, some rows at a time; `finishScan` closes it. Whoever changed meanwhile is
 * still noted, and judged by their data as they are (`standing`).
 */
export async function storeScan(world: World, { put, drop, overtaken, upTo }: Scanned): Promise<void> {
  const now = world.clock.now();
  for (const text of put) {
    await world.db.write((tx) => putPairs(tx, JSON.parse(text) as FoundPair[], now));
    await turn();
  }
  await inSlices(drop, (some) => world.db.write((tx) => dropPairs(tx, some)));
  await inSlices(overtaken, (some) => world.db.write((tx) => endOvertaken(tx, some, now)));
  let first = (await firstChange(world.db.read)) ?? upTo + 1;
  for (; first <= upTo; first += CHANGES) {
    const until = Math.min(upTo, first + CHANGES - 1);
    await world.db.write((tx) => forgetChanges(tx, until));
    await turn();
  }
}

async function firstChange(db: Reader): Promise<number | null> {
  const [found] = await db.select({ seq: min(duplicateChanges.seq) }).from(duplicateChanges);
  return found?.seq ?? null;
}

/** Forgets who changed up to one of the changes: they were compared since. */
export async function forgetChanges(tx: Tx, upTo: number): Promise<void> {
  await tx.delete(duplicateChanges).where(lte(duplicateChanges.seq, upTo));
}

/** Notes that all clients were compared, and with what measure. */
export async function finishScan(tx: Tx, { people, names }: Scanned, now: number): Promise<void> {
  const done = { finishedAt: now, failedAt: null, progress: 1000, people, names };
  await tx
    .insert(duplicateScan)
    .values({ id: 1, startedAt: now, ...done })
    .onConflictDoUpdate({ target: duplicateScan.id, set: done });
}

import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineJobs } from "@/db/schema/engine";

/**
 * Takes back what a process that is gone had leased. One process owns the database, so at start every lease is one
 * of those; the calls are made again.
 */
export async function recover(tx: Tx, now: number): Promise<void> {
  await tx
    .update(engineJobs)
    .set({ state: "ready", dueAt: now, fence: sql`fence + 1`, losses: sql`losses + 1` })
    .where(eq(engineJobs.state, "leased"));
}

/**
 * Gives leases back that no call holds any more; answers to them that come all the same are dropped.
 * @param held the tokens of calls that are still under way and keep theirs
 */
export async function returnLeases(tx: Tx, held: string[], now: number): Promise<void> {
  await tx
    .update(engineJobs)
    .set({ state: "ready", dueAt: now, fence: sql`fence + 1` })
    .where(and(eq(engineJobs.state, "leased"), notInArray(sql`seq || '.' || fence`, held)));
}

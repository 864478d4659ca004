import { eq, sql } from "drizzle-orm";
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

/** Gives back, at an orderly stop, what calls still hold; their late answers are dropped. */
export async function returnLeases(tx: Tx, now: number): Promise<void> {
  await tx
    .update(engineJobs)
    .set({ state: "ready", dueAt: now, fence: sql`fence + 1` })
    .where(eq(engineJobs.state, "leased"));
}

import { and, inArray, isNotNull, lt, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineOnce, engineRuns } from "@/db/schema/engine";

const RUNS_AT_ONCE = 200;

/**
 * Removes history: runs that ended before a moment, with their steps, and keys that no longer count.
 * @returns whether there is more to remove
 */
export async function prune(tx: Tx, endedBefore: number, now: number): Promise<"more" | "done"> {
  const old = await tx
    .select({ id: engineRuns.id })
    .from(engineRuns)
    .where(and(isNotNull(engineRuns.endedAt), lt(engineRuns.endedAt, endedBefore)))
    .limit(RUNS_AT_ONCE);
  if (old.length > 0)
    await tx.delete(engineRuns).where(
      inArray(
        engineRuns.id,
        old.map((run) => run.id),
      ),
    );
  await tx.delete(engineOnce).where(lte(engineOnce.expiresAt, now));
  return old.length === RUNS_AT_ONCE ? "more" : "done";
}

import { and, eq, inArray, like } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineJobs, engineOnce, engineRuns, engineSteps } from "@/db/schema/engine";
import { type Desk, endRun, FUNCTION_STEP, hasActive } from "./runs";

/**
 * Ends a run that is not done; what it was calling is dropped, and `onFailure` is not called.
 * @returns false when there is no such run, or it had ended already
 */
export async function cancelRun(tx: Tx, desk: Desk, runId: string): Promise<boolean> {
  const active = await tx
    .select({ id: engineRuns.id })
    .from(engineRuns)
    .where(and(eq(engineRuns.id, runId), inArray(engineRuns.status, ["queued", "running"])));
  if (active.length === 0) return false;
  await endRun(tx, desk, runId, { status: "cancelled" });
  return true;
}

/**
 * Opens a failed or cancelled run again: steps that succeeded stay done, those that failed are tried anew, and when it
 * fails once more `onFailure` is called once more.
 * @returns false when there is no such run, it did not end without success, or its singleton runs already
 */
export async function retryRun(tx: Tx, now: number, runId: string): Promise<boolean> {
  const [run] = await tx.select().from(engineRuns).where(eq(engineRuns.id, runId));
  if (run?.status !== "failed" && run?.status !== "cancelled") return false;
  if (run.singletonKey !== null && (await hasActive(tx, run.functionId, run.singletonKey))) return false;
  await tx
    .update(engineRuns)
    .set({ status: "queued", endedAt: null, error: null })
    .where(eq(engineRuns.id, runId));
  await tx.delete(engineSteps).where(and(eq(engineSteps.runId, runId), like(engineSteps.memo, '{"error":%')));
  // Events about a run's end bear the run's id: without this the next end within a day would go unheard.
  await tx.delete(engineOnce).where(eq(engineOnce.key, runId));
  await tx.insert(engineJobs).values({
    runId,
    functionId: run.functionId,
    lane: run.lane,
    stepId: FUNCTION_STEP,
    name: "",
    kind: "call",
    state: "ready",
    dueAt: now,
  });
  return true;
}

import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineEvents, engineJobs, engineRuns } from "@/db/schema/engine";
import { canonicalJson } from "./canonical";
import type { EngineEvent } from "./events";
import { holds } from "./expression";
import { type Desk, endRun, resolvePending, startRun } from "./runs";

/**
 * Hands the oldest accepted events to whom they concern: runs they cancel, runs that wait for them, functions they
 * trigger; then the event itself goes.
 * @param most how many at once: a long queue is worked off in small transactions
 * @returns how many were handled
 */
export async function takeIn(tx: Tx, desk: Desk, most: number): Promise<number> {
  const rows = await tx.select().from(engineEvents).orderBy(asc(engineEvents.seq)).limit(most);
  for (const row of rows) {
    const event: EngineEvent = JSON.parse(row.body);
    await cancelRuns(tx, desk, event);
    await wakeWaiting(tx, desk, event);
    for (const { fn, if: when } of desk.registry.triggeredBy(event.name)) {
      if (!holds(when, { event })) continue;
      await startRun(tx, fn, event, row.deduplicated ? { onceKey: event.id } : {}, desk.now);
    }
  }
  if (rows.length > 0) {
    await tx.delete(engineEvents).where(
      inArray(
        engineEvents.seq,
        rows.map((row) => row.seq),
      ),
    );
  }
  return rows.length;
}

async function cancelRuns(tx: Tx, desk: Desk, event: EngineEvent): Promise<void> {
  for (const { fn, if: when } of desk.registry.cancelledBy(event.name)) {
    const active = await tx
      .select({ id: engineRuns.id, event: engineRuns.event })
      .from(engineRuns)
      .where(and(eq(engineRuns.functionId, fn.id), inArray(engineRuns.status, ["queued", "running"])));
    for (const run of active) {
      if (!holds(when, { event: JSON.parse(run.event), async: event })) continue;
      await endRun(tx, desk, run.id, { status: "cancelled" });
    }
  }
}

async function wakeWaiting(tx: Tx, desk: Desk, event: EngineEvent): Promise<void> {
  const waiting = await tx
    .select({
      runId: engineJobs.runId,
      stepId: engineJobs.stepId,
      when: engineJobs.waitIf,
      event: engineRuns.event,
    })
    .from(engineJobs)
    .innerJoin(engineRuns, eq(engineRuns.id, engineJobs.runId))
    .where(eq(engineJobs.waitEvent, event.name))
    .orderBy(asc(engineJobs.seq));
  for (const job of waiting) {
    if (!holds(job.when ?? undefined, { event: JSON.parse(job.event), async: event })) continue;
    await resolvePending(
      tx,
      job.runId,
      job.stepId,
      canonicalJson({ ...event, user: event.user ?? {} }),
      desk.now,
    );
  }
}

import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineJobs, engineOnce, engineRuns, engineSteps } from "@/db/schema/engine";
import { newId } from "@/server/core/ids";
import { canonicalJson } from "./canonical";
import { type EngineEvent, emitInternal } from "./events";
import { keyOf } from "./expression";
import type { EngineFunction, Registry } from "./functions";
import type { SavedStep } from "./interpret";
import type { RunError } from "./protocol";

/** What the engine's verbs on the database need besides the transaction. */
export interface Desk {
  registry: Registry;
  now: number;
}

const ONCE_MS = 86_400_000;
const ACTIVE = ["queued", "running"] as const;

/** The id of the job that calls the function itself, as the SDK names it. */
export const FUNCTION_STEP = "step";

export interface RunStart {
  /** Same key, same function: one run within a day */
  onceKey?: string;
  parent?: { runId: string; stepId: string };
}

/**
 * Starts a run with its first job, at the event's own time when that lies ahead.
 * @returns the id, or `undefined` when a key or a running singleton says: not again
 */
export async function startRun(
  tx: Tx,
  fn: EngineFunction,
  event: EngineEvent,
  start: RunStart,
  now: number,
): Promise<string | undefined> {
  const singletonKey = fn.singleton ? (fn.singleton.key ? (keyOf(fn.singleton.key, event) ?? "") : "") : null;
  if (singletonKey !== null && (await hasActive(tx, fn.id, singletonKey))) return undefined;
  const onceKey = (fn.idempotency && keyOf(fn.idempotency, event)) ?? start.onceKey;
  if (onceKey !== undefined && !(await firstTime(tx, fn.id, onceKey, now))) return undefined;
  const keyed = fn.concurrency.find((limit) => limit.key)?.key;
  const lane = keyed ? (keyOf(keyed, event) ?? "") : "";
  const id = newId(now);
  await tx.insert(engineRuns).values({
    id,
    functionId: fn.id,
    status: "queued",
    event: canonicalJson({ ...event, user: event.user ?? {} }),
    lane,
    singletonKey,
    parentRun: start.parent?.runId,
    parentStep: start.parent?.stepId,
    createdAt: now,
  });
  await tx.insert(engineJobs).values({
    runId: id,
    functionId: fn.id,
    lane,
    stepId: FUNCTION_STEP,
    name: fn.name,
    kind: "call",
    state: event.ts > now ? "later" : "ready",
    dueAt: Math.max(event.ts, now),
  });
  return id;
}

/** Whether a run of a singleton is under way. */
export async function hasActive(tx: Tx, functionId: string, singletonKey: string): Promise<boolean> {
  const found = await tx
    .select({ id: engineRuns.id })
    .from(engineRuns)
    .where(
      and(
        eq(engineRuns.functionId, functionId),
        inArray(engineRuns.status, [...ACTIVE]),
        eq(engineRuns.singletonKey, singletonKey),
      ),
    )
    .limit(1);
  return found.length > 0;
}

async function firstTime(tx: Tx, functionId: string, key: string, now: number): Promise<boolean> {
  const result = await tx
    .insert(engineOnce)
    .values({ functionId, key, expiresAt: now + ONCE_MS })
    .onConflictDoUpdate({
      target: [engineOnce.functionId, engineOnce.key],
      set: { expiresAt: now + ONCE_MS },
      setWhere: sql`${engineOnce.expiresAt} <= ${now}`,
    });
  return result.rowsAffected > 0;
}

/** Keeps finished steps. One that is kept already stays as it was: its result may have been used. */
export async function keepSteps(
  tx: Tx,
  runId: string,
  saved: SavedStep[],
  attempt: number,
  now: number,
): Promise<void> {
  if (saved.length === 0) return;
  const rows = saved.map((step) => ({ ...step, runId, attempt, endedAt: now }));
  await tx.insert(engineSteps).values(rows).onConflictDoNothing();
}

/** The last thing a run waited for is done: its function is called again. While others are pending, nothing. */
export async function advance(tx: Tx, runId: string, planOnly: boolean, now: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO engine_jobs (run_id, function_id, lane, step_id, name, kind, state, due_at, plan_only)
    SELECT id, function_id, lane, ${FUNCTION_STEP}, '', 'call', 'ready', ${now}, ${planOnly ? 1 : 0}
    FROM engine_runs
    WHERE id = ${runId} AND ended_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM engine_jobs WHERE run_id = ${runId})`);
}

/** Ends a sleep, a wait or an invocation with what the function gets for it. Nothing when it is no longer pending. */
export async function resolvePending(
  tx: Tx,
  runId: string,
  stepId: string,
  memo: string,
  now: number,
): Promise<void> {
  const [job] = await tx
    .delete(engineJobs)
    .where(
      and(
        eq(engineJobs.runId, runId),
        eq(engineJobs.stepId, stepId),
        inArray(engineJobs.kind, ["sleep", "wait", "invoke"]),
      ),
    )
    .returning();
  if (!job) return;
  await keepSteps(tx, runId, [{ stepId, name: job.name, op: job.kind, memo }], 0, now);
  await advance(tx, runId, job.planOnly, now);
}

export type RunEnd =
  | { status: "completed"; output: string }
  | { status: "failed"; error: RunError; result: unknown }
  | { status: "cancelled" };

/** Ends a run: its open jobs go, listeners are told, and a run that invoked it goes on. Once only. */
export async function endRun(tx: Tx, desk: Desk, runId: string, end: RunEnd): Promise<void> {
  const { now, registry } = desk;
  const [run] = await tx
    .update(engineRuns)
    .set({
      status: end.status,
      endedAt: now,
      output: end.status === "completed" ? end.output : null,
      error: end.status === "failed" ? canonicalJson(end.error) : null,
    })
    .where(and(eq(engineRuns.id, runId), isNull(engineRuns.endedAt)))
    .returning();
  if (!run) return;
  await tx.delete(engineJobs).where(eq(engineJobs.runId, runId));
  const error = end.status === "failed" ? { error: "NonRetriableError", ...end.error } : undefined;
  const about = (name: string, data: Record<string, unknown>): EngineEvent => {
    const { user: _user, ...event } = JSON.parse(run.event) as EngineEvent;
    const origin = {
      event: JSON.parse(run.event),
      events: [event],
      function_id: run.functionId,
      run_id: runId,
    };
    return { name, id: runId, ts: now, data: { ...origin, ...data } };
  };
  if (end.status === "failed") {
    const data = { _inngest: { status: "Failed" }, error, result: end.result };
    await emitInternal(tx, about("inngest/function.failed", data));
  }
  if (end.status !== "cancelled" && registry.triggeredBy("inngest/function.finished").length > 0) {
    const result = end.status === "completed" ? JSON.parse(end.output) : end.result;
    const data = {
      _inngest: { status: end.status === "completed" ? "Completed" : "Failed" },
      result,
      ...(error && { error }),
    };
    await emitInternal(tx, about("inngest/function.finished", data));
  }
  if (end.status === "cancelled" && registry.triggeredBy("inngest/function.cancelled").length > 0) {
    await emitInternal(tx, about("inngest/function.cancelled", { _inngest: { status: "Cancelled" } }));
  }
  if (run.parentRun && run.parentStep) {
    const cancelled = {
      error: "NonRetriableError",
      name: "Error",
      message: "The invoked function was cancelled.",
    };
    const memo =
      end.status === "completed" ? `{"data":${end.output}}` : canonicalJson({ error: error ?? cancelled });
    await resolvePending(tx, run.parentRun, run.parentStep, memo, now);
  }
}

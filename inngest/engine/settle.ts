import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineJobs } from "@/db/schema/engine";
import { newId } from "@/server/core/ids";
import { canonicalJson } from "./canonical";
import type { Outcome, PendingStep, SavedStep } from "./interpret";
import type { Call } from "./protocol";
import { advance, type Desk, endRun, keepSteps, resolvePending, startRun } from "./runs";

/**
 * Stores what a call led to: its steps and the next jobs of its run, in the caller's one transaction.
 * @returns false when the lease was lost meanwhile: nothing is stored, another call does this work
 */
export async function settle(tx: Tx, desk: Desk, call: Call, outcome: Outcome): Promise<boolean> {
  const { now } = desk;
  const lease = and(
    eq(engineJobs.seq, call.seq),
    eq(engineJobs.fence, call.fence),
    eq(engineJobs.state, "leased"),
  );
  if (outcome.kind === "retry") {
    const again = { attempt: call.attempt + 1, state: "later", dueAt: outcome.dueAt, losses: 0 } as const;
    const lastError = `${outcome.error.name}: ${outcome.error.message}`.slice(0, 500);
    return (
      (
        await tx
          .update(engineJobs)
          .set({ ...again, lastError })
          .where(lease)
      ).rowsAffected > 0
    );
  }
  if ((await tx.delete(engineJobs).where(lease)).rowsAffected === 0) return false;
  await keepSteps(tx, call.runId, outcome.saved, call.attempt, now);
  if (outcome.kind === "complete") {
    await endRun(tx, desk, call.runId, { status: "completed", output: outcome.output });
  } else if (outcome.kind === "fail") {
    await endRun(tx, desk, call.runId, { status: "failed", error: outcome.error, result: outcome.result });
  } else {
    await addPending(tx, desk, call, outcome.pending, outcome.planOnly);
    await advance(tx, call.runId, false, now);
  }
  return true;
}

async function addPending(
  tx: Tx,
  desk: Desk,
  call: Call,
  pending: PendingStep[],
  planOnly: boolean,
): Promise<void> {
  if (pending.length === 0) return;
  const rows = pending.map((step) => ({
    runId: call.runId,
    functionId: call.functionId,
    lane: call.lane,
    stepId: step.stepId,
    name: step.name,
    kind: step.kind,
    state: step.kind === "call" ? ("ready" as const) : ("later" as const),
    dueAt: step.dueAt,
    planOnly,
    waitEvent: step.wait?.event,
    waitIf: step.wait?.if,
  }));
  await tx.insert(engineJobs).values(rows).onConflictDoNothing();
  for (const step of pending) if (step.invoke) await invoke(tx, desk, call, step, step.invoke);
}

async function invoke(
  tx: Tx,
  desk: Desk,
  call: Call,
  step: PendingStep,
  target: { functionId: string; payload: Record<string, unknown> },
): Promise<void> {
  const parent = { runId: call.runId, stepId: step.stepId };
  const fn = desk.registry.functions.get(target.functionId);
  const data = typeof target.payload.data === "object" ? target.payload.data : {};
  const origin = {
    correlation_id: `${call.runId}.${step.stepId}`,
    fn_id: target.functionId,
    expire: step.dueAt,
    name: step.name,
  };
  const id = newId(desk.now);
  const event = { name: "inngest/function.invoked", id, ts: desk.now, data: { ...data, _inngest: origin } };
  if (fn && (await startRun(tx, fn, event, { parent }, desk.now))) return;
  const why = fn ? "did not start: it runs already, or ran with this key" : "does not exist";
  const message = `The function "${target.functionId}" ${why}.`;
  const memo = canonicalJson({ error: { error: "NonRetriableError", name: "Error", message } });
  await resolvePending(tx, parent.runId, parent.stepId, memo, desk.now);
}

/**
 * Keeps steps that a function finished while its call goes on, and renews the lease.
 * @param leaseUntil epoch milliseconds; `undefined` gives the lease back: the rest is for another call
 * @returns false when the function must stop, because the lease was lost or given back
 */
export async function checkpoint(
  tx: Tx,
  token: string,
  steps: SavedStep[],
  leaseUntil: number | undefined,
  now: number,
): Promise<boolean> {
  const [seq, fence] = token.split(".").map(Number);
  const [job] = await tx
    .update(engineJobs)
    .set(leaseUntil === undefined ? { state: "ready", dueAt: now } : { dueAt: leaseUntil })
    .where(
      and(eq(engineJobs.seq, seq ?? 0), eq(engineJobs.fence, fence ?? 0), eq(engineJobs.state, "leased")),
    )
    .returning({ runId: engineJobs.runId, attempt: engineJobs.attempt });
  if (!job) return false;
  await keepSteps(tx, job.runId, steps, job.attempt, now);
  return leaseUntil !== undefined;
}

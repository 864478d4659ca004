import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineJobs, engineRuns, engineSteps } from "@/db/schema/engine";
import type { EngineFunction, Registry } from "./functions";
import type { Call } from "./protocol";

/** A call under way: it takes a place until its answer is there. */
export interface Flight {
  functionId: string;
  lane: string;
}

export interface ClaimRules {
  registry: Registry;
  /** Calls under way at once, all functions together; a function with none under way always gets one */
  mostCalls: number;
  leaseMs: number;
  now: number;
}

/**
 * Leases ready jobs, oldest first within a function, the free places shared between functions.
 * Concurrency counts calls under way, not sleeping runs.
 */
export async function claim(tx: Tx, flights: readonly Flight[], rules: ClaimRules): Promise<Call[]> {
  const under = [...flights];
  const picked: (typeof engineJobs.$inferSelect)[] = [];
  const waiting = await functionsWithReadyJobs(tx);
  for (const [at, functionId] of waiting.entries()) {
    const room = rules.mostCalls - under.length;
    const idle = !under.some((flight) => flight.functionId === functionId);
    const share = Math.max(Math.ceil(room / (waiting.length - at)), idle ? 1 : 0);
    const jobs = await pickOf(tx, rules.registry.functions.get(functionId), functionId, under, share);
    under.push(...jobs);
    picked.push(...jobs);
  }
  if (picked.length === 0) return [];
  await tx
    .update(engineJobs)
    .set({ state: "leased", fence: sql`fence + 1`, dueAt: rules.now + rules.leaseMs })
    .where(
      inArray(
        engineJobs.seq,
        picked.map((job) => job.seq),
      ),
    );
  return withMemo(tx, picked, rules.now);
}

/** Skips from function to function in the index, so that long queues cost nothing here. */
async function functionsWithReadyJobs(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    WITH RECURSIVE waiting(id) AS (
      SELECT min(function_id) FROM engine_jobs WHERE state = 'ready'
      UNION ALL
      SELECT (SELECT min(function_id) FROM engine_jobs WHERE state = 'ready' AND function_id > waiting.id)
      FROM waiting WHERE waiting.id IS NOT NULL
    ) SELECT id FROM waiting WHERE id IS NOT NULL`);
  return rows.map((row) => row.id);
}

/** The oldest ready jobs of one function that its limits allow; full lanes are passed over. */
async function pickOf(
  tx: Tx,
  fn: EngineFunction | undefined,
  functionId: string,
  under: readonly Flight[],
  share: number,
): Promise<(typeof engineJobs.$inferSelect)[]> {
  const own = under.filter((flight) => flight.functionId === functionId);
  const overall = Math.min(
    ...(fn?.concurrency ?? []).filter((limit) => !limit.key).map((limit) => limit.limit),
  );
  const perLane = Math.min(
    ...(fn?.concurrency ?? []).filter((limit) => limit.key).map((limit) => limit.limit),
  );
  const most = Math.min(share, overall - own.length);
  const picked: (typeof engineJobs.$inferSelect)[] = [];
  const lanes = new Map<string, number>();
  for (const { lane } of own) lanes.set(lane, (lanes.get(lane) ?? 0) + 1);
  while (picked.length < most) {
    const full = [...lanes].filter(([, count]) => count >= perLane).map(([lane]) => lane);
    const found = await tx
      .select()
      .from(engineJobs)
      .where(
        and(
          eq(engineJobs.state, "ready"),
          eq(engineJobs.functionId, functionId),
          full.length > 0 ? notInArray(engineJobs.lane, full) : undefined,
          picked.length > 0
            ? notInArray(
                engineJobs.seq,
                picked.map((job) => job.seq),
              )
            : undefined,
        ),
      )
      .orderBy(asc(engineJobs.dueAt), asc(engineJobs.seq))
      .limit(most - picked.length);
    for (const job of found) {
      const count = lanes.get(job.lane) ?? 0;
      if (count >= perLane) continue;
      lanes.set(job.lane, count + 1);
      picked.push(job);
    }
    if (perLane === Number.POSITIVE_INFINITY || found.length === 0) break;
  }
  return picked;
}

async function withMemo(tx: Tx, picked: (typeof engineJobs.$inferSelect)[], now: number): Promise<Call[]> {
  const ids = [...new Set(picked.map((job) => job.runId))];
  await tx
    .update(engineRuns)
    .set({ status: "running", startedAt: now })
    .where(and(inArray(engineRuns.id, ids), eq(engineRuns.status, "queued")));
  const runs = await tx
    .select({ id: engineRuns.id, event: engineRuns.event })
    .from(engineRuns)
    .where(inArray(engineRuns.id, ids));
  const steps = await tx
    .select({ runId: engineSteps.runId, stepId: engineSteps.stepId, memo: engineSteps.memo })
    .from(engineSteps)
    .where(inArray(engineSteps.runId, ids))
    .orderBy(asc(engineSteps.seq));
  const events = new Map(runs.map((run) => [run.id, run.event]));
  const memos = new Map(ids.map((id) => [id, new Map<string, string>()]));
  for (const step of steps) memos.get(step.runId)?.set(step.stepId, step.memo);
  return picked.map((job) => ({
    ...job,
    fence: job.fence + 1,
    event: events.get(job.runId) ?? "{}",
    memo: memos.get(job.runId) ?? new Map(),
  }));
}

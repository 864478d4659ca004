import { asc, eq, min, sql } from "drizzle-orm";
import { engineCrons, engineEvents, engineJobs, engineRuns } from "@/db/schema/engine";
import type { Ctx } from "../access/perform";
import { namesIn } from "./service";
import { type Counts, type DueView, type FunctionView, functionName } from "./view";

const DUE_SHOWN = 12;
const noRuns: Counts = { running: 0, waiting: 0, sleeping: 0, completed: 0, failed: 0, cancelled: 0 };

/** Open runs are told apart by their jobs; ended ones by their status. */
async function counted(ctx: Ctx): Promise<Map<string, Counts>> {
  const ended = await ctx.db
    .select({ id: engineRuns.functionId, status: engineRuns.status, count: sql<number>`count(*)` })
    .from(engineRuns)
    .groupBy(engineRuns.functionId, engineRuns.status);
  const open = await ctx.db.all<{ id: string; called: number; asleep: number }>(sql`
    SELECT id, sum(called) AS called, sum(asleep AND NOT called) AS asleep FROM (
      SELECT function_id AS id, max(state = 'leased') AS called, max(kind = 'sleep') AS asleep
      FROM ${engineJobs} GROUP BY run_id
    ) GROUP BY id`);
  const all = new Map<string, Counts>();
  for (const { id, status, count } of ended) {
    const counts = all.get(id) ?? { ...noRuns };
    all.set(id, counts);
    if (status === "queued" || status === "running") counts.waiting += count;
    else counts[status] += count;
  }
  for (const { id, called, asleep } of open) {
    const counts = all.get(id);
    if (!counts) continue;
    counts.running = called;
    counts.sleeping = asleep;
    counts.waiting -= called + asleep;
  }
  return all;
}

function whatOf(job: { kind: string; attempt: number }): DueView["what"] {
  if (job.kind === "sleep") return "wake";
  if (job.kind !== "call") return "give-up";
  return job.attempt > 0 ? "attempt" : "start";
}

async function due(ctx: Ctx): Promise<DueView[]> {
  const names = namesIn(ctx);
  const timers = await ctx.db
    .select({
      seq: engineJobs.seq,
      runId: engineJobs.runId,
      functionId: engineJobs.functionId,
      kind: engineJobs.kind,
      attempt: engineJobs.attempt,
      dueAt: engineJobs.dueAt,
    })
    .from(engineJobs)
    .where(eq(engineJobs.state, "later"))
    .orderBy(asc(engineJobs.dueAt), asc(engineJobs.seq))
    .limit(DUE_SHOWN);
  const crons = await ctx.db.select().from(engineCrons).orderBy(asc(engineCrons.nextAt)).limit(DUE_SHOWN);
  const views: DueView[] = [
    ...timers.map((job) => ({
      key: `run ${job.seq}`,
      runId: job.runId,
      function: functionName(job.functionId, names),
      what: whatOf(job),
      at: job.dueAt,
    })),
    ...crons.map((cron) => ({
      key: `cron ${cron.functionId} ${cron.expression}`,
      runId: null,
      function: functionName(cron.functionId, names),
      what: "tick" as const,
      at: cron.nextAt,
    })),
  ];
  return views.toSorted((a, b) => a.at - b.at).slice(0, DUE_SHOWN);
}

/**
 * All functions with their runs by state, and what comes next by itself.
 * `elsewhere`: the address of the real Inngest server that has the runs; then `unsent` events wait to go there.
 */
export async function jobsOverview(ctx: Ctx) {
  const { background } = ctx.world;
  const names = namesIn(ctx);
  const counts = await counted(ctx);
  const ticks = await ctx.db
    .select({ id: engineCrons.functionId, at: min(engineCrons.nextAt) })
    .from(engineCrons)
    .groupBy(engineCrons.functionId);
  const ids = [...new Set([...names.keys(), ...counts.keys()])];
  const functions: FunctionView[] = ids.map((id) => ({
    id,
    function: functionName(id, names),
    counts: counts.get(id) ?? { ...noRuns },
    nextAt: ticks.find((tick) => tick.id === id)?.at ?? null,
  }));
  return {
    now: ctx.now,
    elsewhere: background?.mode === "server" ? background.address : null,
    unsent: await ctx.db.$count(engineEvents),
    functions,
    due: await due(ctx),
  };
}

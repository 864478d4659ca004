import { and, asc, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { engineJobs, engineRuns, engineSteps } from "@/db/schema/engine";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError, type Reason } from "../core/errors";
import type { Background } from "../core/world";
import type { ListRuns, OneRun, RunState } from "./input";
import { cancelRefusal, retryRefusal } from "./rules";
import { type JobRow, type Names, type RunLine, type RunRow, type RunView, runLine, runView } from "./view";

/** Names of the functions when they run here; none when a real server has them. */
export function namesIn(ctx: Ctx): Names {
  const { background } = ctx.world;
  return background?.mode === "embedded" ? background.names : new Map();
}

/** The name of the triggering event; the event's data stays behind. */
const eventName = sql<string>`json_extract(${engineRuns.event}, '$.name')`;

const runColumns = {
  id: engineRuns.id,
  functionId: engineRuns.functionId,
  status: engineRuns.status,
  error: engineRuns.error,
  createdAt: engineRuns.createdAt,
  startedAt: engineRuns.startedAt,
  endedAt: engineRuns.endedAt,
  event: eventName,
};

const jobColumns = {
  seq: engineJobs.seq,
  runId: engineJobs.runId,
  functionId: engineJobs.functionId,
  name: engineJobs.name,
  kind: engineJobs.kind,
  state: engineJobs.state,
  dueAt: engineJobs.dueAt,
  attempt: engineJobs.attempt,
  lastError: engineJobs.lastError,
};

const hasJob = (which: SQL) =>
  sql`EXISTS (SELECT 1 FROM ${engineJobs} WHERE ${engineJobs.runId} = ${engineRuns.id} AND ${which})`;
const called = hasJob(sql`${engineJobs.state} = 'leased'`);
const asleep = hasJob(sql`${engineJobs.kind} = 'sleep'`);

/** The condition for a state; says of rows what `doingOf` says of one. */
function inState(state: RunState): SQL | undefined {
  const open = inArray(engineRuns.status, ["queued", "running"]);
  switch (state) {
    case "running":
      return and(open, called);
    case "sleeping":
      return and(open, sql`NOT ${called}`, asleep);
    case "waiting":
      return and(open, sql`NOT ${called}`, sql`NOT ${asleep}`);
    default:
      return eq(engineRuns.status, state);
  }
}

async function jobsOf(ctx: Ctx, runIds: string[]): Promise<JobRow[]> {
  return ctx.db
    .select(jobColumns)
    .from(engineJobs)
    .where(inArray(engineJobs.runId, runIds))
    .orderBy(asc(engineJobs.dueAt), asc(engineJobs.seq));
}

/**
 * A page of runs, newest first (an id begins with its time of making).
 * @returns lines, and the run after which the next page starts (`undefined`: this was the last)
 */
export async function listRuns(
  ctx: Ctx,
  input: z.output<typeof ListRuns>,
): Promise<{ now: number; lines: RunLine[]; next: string | undefined }> {
  const rows: RunRow[] = await ctx.db
    .select(runColumns)
    .from(engineRuns)
    .where(
      and(
        input.functionId === undefined ? undefined : eq(engineRuns.functionId, input.functionId),
        input.state && inState(input.state),
        input.after === undefined ? undefined : lt(engineRuns.id, input.after),
      ),
    )
    .orderBy(desc(engineRuns.id))
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const jobs = await jobsOf(
    ctx,
    shown.map((run) => run.id),
  );
  const names = namesIn(ctx);
  const lines = shown.map((run) =>
    runLine(
      run,
      jobs.filter((job) => job.runId === run.id),
      names,
    ),
  );
  return { now: ctx.now, lines, next: rows.length > input.size ? shown.at(-1)?.id : undefined };
}

async function findRun(ctx: Ctx, runId: string): Promise<RunRow> {
  const [run] = await ctx.db.select(runColumns).from(engineRuns).where(eq(engineRuns.id, runId));
  if (!run) throw new DomainError("job-gone");
  return run;
}

/** One run with its steps and what it still has to do. @throws DomainError `job-gone` */
export async function getRun(ctx: Ctx, input: z.output<typeof OneRun>): Promise<RunView & { now: number }> {
  const run = await findRun(ctx, input.runId);
  ctx.touch("run", run.id);
  const steps = await ctx.db
    .select({
      seq: engineSteps.seq,
      name: engineSteps.name,
      op: engineSteps.op,
      attempt: engineSteps.attempt,
      endedAt: engineSteps.endedAt,
      durationMs: engineSteps.durationMs,
      error: sql<
        string | null
      >`CASE json_type(memo, '$.error') WHEN 'object' THEN json_extract(memo, '$.error') END`,
    })
    .from(engineSteps)
    .where(eq(engineSteps.runId, run.id))
    .orderBy(asc(engineSteps.seq));
  const view = runView(run, steps, await jobsOf(ctx, [run.id]), namesIn(ctx));
  const manages = ctx.allows("organisation.manage");
  const may = { retry: manages && view.may.retry, cancel: manages && view.may.cancel };
  return { ...view, may, now: ctx.now };
}

type Embedded = Extract<Background, { mode: "embedded" }>;

async function change(
  ctx: ChangeCtx,
  runId: string,
  refusalOf: (run: RunRow) => Reason | undefined,
  work: (engine: Embedded) => Promise<boolean>,
  otherwise: Reason,
): Promise<void> {
  const engine = ctx.world.background;
  if (engine?.mode !== "embedded") throw new DomainError("job-elsewhere");
  const run = await findRun(ctx, runId);
  ctx.touch("run", run.id);
  ctx.detail(run.functionId);
  const refused = refusalOf(run);
  if (refused) throw new DomainError(refused);
  if (!(await work(engine))) throw new DomainError(otherwise);
}

/**
 * Opens a failed or cancelled run again. It stays the same run: steps that are done are not repeated, so what it
 * promised once it does not promise twice.
 * @throws DomainError `job-gone`, `job-not-retried`, `job-elsewhere`
 */
export async function retryRun(ctx: ChangeCtx, { runId }: z.output<typeof OneRun>): Promise<void> {
  const reason = "job-not-retried";
  await change(ctx, runId, retryRefusal, (engine) => engine.retry(ctx.tx, runId), reason);
}

/**
 * Ends a run that waits, sleeps or works. The row it works for is closed by a run of its own, and what has a date is
 * kept by its sweep.
 * @throws DomainError `job-gone`, `job-ended`, `job-needed` for such a closing run, `job-elsewhere`
 */
export async function cancelRun(ctx: ChangeCtx, { runId }: z.output<typeof OneRun>): Promise<void> {
  await change(ctx, runId, cancelRefusal, (engine) => engine.cancel(ctx.tx, runId), "job-ended");
}

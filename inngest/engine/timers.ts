import { and, asc, eq, inArray, lte, min, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineCrons, engineJobs } from "@/db/schema/engine";
import { canonicalJson } from "./canonical";
import { tickAfter, tickUntil } from "./cron";
import { type Desk, resolvePending, startRun } from "./runs";

export type Log = (message: string, details: Record<string, string | number>) => void;

/**
 * Wakes what is due: calls and retries become ready, sleeps end, waits and invocations give up, and a lease that ran
 * out is given to another call.
 * @returns how many were handled, at most `most`
 */
export async function fireTimers(tx: Tx, desk: Desk, most: number, log: Log): Promise<number> {
  const due = await tx
    .select()
    .from(engineJobs)
    .where(and(inArray(engineJobs.state, ["later", "leased"]), lte(engineJobs.dueAt, desk.now)))
    .orderBy(asc(engineJobs.dueAt), asc(engineJobs.seq))
    .limit(most);
  const ready = due.filter((job) => job.kind === "call").map((job) => job.seq);
  if (ready.length > 0) {
    await tx
      .update(engineJobs)
      .set({ losses: sql`losses + (state = 'leased')`, state: "ready" })
      .where(inArray(engineJobs.seq, ready));
  }
  for (const job of due) {
    if (job.state === "leased")
      log("A call took longer than its lease and is made again", { run: job.runId, step: job.name });
    if (job.kind === "call") continue;
    const message = "The invoked function did not end in time.";
    const gaveUp = { error: { error: "NonRetriableError", name: "InngestInvokeTimeoutError", message } };
    await resolvePending(
      tx,
      job.runId,
      job.stepId,
      job.kind === "invoke" ? canonicalJson(gaveUp) : "null",
      desk.now,
    );
  }
  return due.length;
}

/** Makes the table of crons that of this release. A known one keeps its next time: what was missed is caught up. */
export async function planCrons(tx: Tx, { registry, now }: Desk): Promise<void> {
  const wanted = [...registry.functions.values()].flatMap((fn) =>
    fn.crons.map((expression) => ({ functionId: fn.id, expression, nextAt: tickAfter(expression, now) })),
  );
  const keys = wanted.map((cron) => `${cron.functionId} ${cron.expression}`);
  await tx.delete(engineCrons).where(notInArray(sql`function_id || ' ' || expression`, keys));
  if (wanted.length > 0) await tx.insert(engineCrons).values(wanted).onConflictDoNothing();
}

/** A tick that is later than this was missed: nothing ran, or the machine slept. */
const MISSED_MS = 60_000;

/** Starts the runs of crons that are due. All that a function missed meanwhile becomes one run, and is logged. */
export async function fireCrons(tx: Tx, desk: Desk, log: Log): Promise<void> {
  const due = await tx.select().from(engineCrons).where(lte(engineCrons.nextAt, desk.now));
  const ticks = due
    .map((cron) => ({ ...cron, tick: tickUntil(cron.expression, desk.now) ?? cron.nextAt }))
    .sort((a, b) => b.tick - a.tick);
  const caughtUp = new Set<string>();
  for (const cron of ticks) {
    await tx
      .update(engineCrons)
      .set({ nextAt: tickAfter(cron.expression, cron.tick) })
      .where(and(eq(engineCrons.functionId, cron.functionId), eq(engineCrons.expression, cron.expression)));
    const missed = desk.now - cron.nextAt > MISSED_MS;
    const fn = desk.registry.functions.get(cron.functionId);
    if (!fn || (missed && caughtUp.has(fn.id))) continue;
    if (missed) {
      caughtUp.add(fn.id);
      const since = new Date(cron.nextAt).toISOString();
      log("Missed cron ticks are caught up with one run", { function: fn.id, since });
    }
    const at = new Date(cron.tick).toISOString().replace(".000Z", "Z");
    const data = { cron: cron.expression, fireAt: at, scheduledAt: at };
    const event = { name: "inngest/scheduled.timer", id: at, ts: cron.tick, data };
    await startRun(tx, fn, event, { onceKey: `${cron.expression} ${at}` }, desk.now);
  }
}

/** When the engine has to look again at the latest, in epoch milliseconds. */
export async function nextDue(tx: Tx): Promise<number> {
  const at = await Promise.all([
    tx
      .select({ at: min(engineJobs.dueAt) })
      .from(engineJobs)
      .where(eq(engineJobs.state, "later")),
    tx
      .select({ at: min(engineJobs.dueAt) })
      .from(engineJobs)
      .where(eq(engineJobs.state, "leased")),
    tx.select({ at: min(engineCrons.nextAt) }).from(engineCrons),
  ]);
  return Math.min(...at.map(([row]) => row?.at ?? Number.POSITIVE_INFINITY));
}

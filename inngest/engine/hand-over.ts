import { and, inArray, like, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { engineCrons, engineEvents, engineJobs, engineRuns } from "@/db/schema/engine";

const AT_ONCE = 200;
const ACTIVE = ["queued", "running"] as const;

/** Answers to the end of another run (`onFailure`): a real server never heard of that run, so it must end here. */
const ABOUT_RUNS = ["inngest/function.failed", "inngest/function.finished", "inngest/function.cancelled"];

async function aboutRuns(tx: Tx): Promise<number> {
  const name = sql`json_extract(${engineRuns.event}, '$.name')`;
  const open = and(inArray(engineRuns.status, [...ACTIVE]), inArray(name, ABOUT_RUNS));
  return (
    (await tx.$count(engineRuns, open)) +
    (await tx.$count(engineEvents, like(engineEvents.name, "inngest/%")))
  );
}

/**
 * Gives what the embedded engine still has to do to a real Inngest server: the event of each run that has not ended
 * goes to the outbox again, and the run ends here as cancelled. The server runs the function from its first step;
 * steps are at-least-once, so what was done already is found done. Ticks of crons are not given: the next one comes.
 * @returns how many events were given, or that `stuck` runs must end here first (nothing is changed then)
 */
export async function handOver(tx: Tx, now: number): Promise<{ given: number } | { stuck: number }> {
  const stuck = await aboutRuns(tx);
  if (stuck > 0) return { stuck };
  const given = new Set<string>();
  for (;;) {
    const runs = await tx
      .select({ id: engineRuns.id, event: engineRuns.event })
      .from(engineRuns)
      .where(inArray(engineRuns.status, [...ACTIVE]))
      .limit(AT_ONCE);
    if (runs.length === 0) break;
    for (const { event } of runs) {
      const { name, id } = JSON.parse(event) as { name: string; id: string };
      if (name.startsWith("inngest/") || given.has(id)) continue;
      given.add(id);
      await tx.insert(engineEvents).values({ name, body: event, deduplicated: true });
    }
    const ids = runs.map((run) => run.id);
    await tx.update(engineRuns).set({ status: "cancelled", endedAt: now }).where(inArray(engineRuns.id, ids));
    await tx.delete(engineJobs).where(inArray(engineJobs.runId, ids));
  }
  await tx.delete(engineCrons);
  return { given: given.size };
}

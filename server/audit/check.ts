import { desc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { auditChecks } from "@/db/schema/audit";
import type { ChangeCtx, Ctx } from "../access/perform";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { deviationText } from "./deviation";
import { type LogCheck, signedCheckpoints, verifyLog } from "./keep";
import { fingerprint, publicKeyText } from "./log-file";
import { headOf } from "./record";

/** Asks the background work to recompute the log; carries the id of the check. */
export const CHECK_ASKED = "audit/check.asked";

/** Rows between two turns for others, and between two notes of how far it is. */
const SLICE = 400;
const NOTED_EVERY = 20_000;

/** A check that has gone on for longer has stopped with its process, and hinders no other. */
const STALE_MS = 3_600_000;

type CheckRow = typeof auditChecks.$inferSelect;

async function newest(db: Reader): Promise<CheckRow | undefined> {
  const [row] = await db.select().from(auditChecks).orderBy(desc(auditChecks.startedAt)).limit(1);
  return row;
}

/** The check that goes on now, if there is one. */
export async function runningCheck(db: Reader, now: number): Promise<CheckRow | undefined> {
  const row = await newest(db);
  return row && row.endedAt === null && now - row.startedAt < STALE_MS ? row : undefined;
}

/** Starts a check, unless one goes on: then that one is the answer. */
export async function askCheck(ctx: ChangeCtx): Promise<{ checkId: string }> {
  const running = await runningCheck(ctx.db, ctx.now);
  if (running) return { checkId: running.id };
  const requestedBy = ctx.actor.kind === "employee" ? `employee:${ctx.actor.id}` : "systeem";
  const id = newId(ctx.now);
  await ctx.tx.insert(auditChecks).values({ id, requestedBy, startedAt: ctx.now });
  ctx.touch("check", id);
  ctx.emit({ name: CHECK_ASKED, data: { checkId: id } });
  return { checkId: id };
}

/** Makes the row of the daily check. @returns its id, or that of one that goes on */
export async function beginDailyCheck(world: World): Promise<string> {
  const now = world.clock.now();
  const running = await runningCheck(world.db.read, now);
  if (running) return running.id;
  const id = newId(now);
  await world.db.write((tx) => tx.insert(auditChecks).values({ id, requestedBy: "systeem", startedAt: now }));
  return id;
}

/**
 * Recomputes the whole log in slices, so that people go on working, and notes how far it is. Run again after a crash it
 * begins at the first row: what an earlier process found is not trusted.
 */
export async function walkLog(world: World, checkId: string): Promise<LogCheck> {
  let noted = 0;
  return verifyLog(world.db.read, world.env.dataDir, world.keys, {
    rows: SLICE,
    after: async (rows) => {
      if (rows - noted < NOTED_EVERY) return new Promise((resolve) => setImmediate(resolve));
      noted = rows;
      await world.db.write((tx) => tx.update(auditChecks).set({ rows }).where(eq(auditChecks.id, checkId)));
    },
  });
}

/** Notes what a check found; a second time changes nothing. */
export async function endCheck(ctx: ChangeCtx, checkId: string, found: LogCheck): Promise<void> {
  const { rows, checkpoints, deviation } = found;
  const [ended] = await ctx.tx
    .update(auditChecks)
    .set({
      ...{ rows, checkpoints, endedAt: ctx.now },
      deviation: deviation?.what ?? null,
      deviationSequence: deviation?.sequence ?? null,
    })
    .where(eq(auditChecks.id, checkId))
    .returning();
  if (ended) ctx.touch("check", checkId);
  ctx.detail(deviation ? `${deviation.what} at ${deviation.sequence}` : `rows ${rows}`);
}

/** Notes that a check did not come to an end. */
export async function giveUpCheck(world: World, checkId: string): Promise<void> {
  const ended = { endedAt: world.clock.now(), deviation: "failed" } as const;
  await world.db.write((tx) => tx.update(auditChecks).set(ended).where(eq(auditChecks.id, checkId)));
}

/** The state of the log as people see it: its length, the last signed checkpoint, the last check and one that goes on. */
export async function chainState(ctx: Ctx) {
  const { world } = ctx;
  const running = await runningCheck(ctx.db, ctx.now);
  const [ended] = await ctx.db
    .select()
    .from(auditChecks)
    .where(isNotNull(auditChecks.endedAt))
    .orderBy(desc(auditChecks.endedAt))
    .limit(1);
  const checkpoint = signedCheckpoints(world.env.dataDir, world.keys.checkpoint).at(-1);
  return {
    rows: (await headOf(ctx.db)).sequence,
    checkpoint: checkpoint ? { rows: checkpoint.count, at: checkpoint.at } : null,
    running: running ? { rows: running.rows, startedAt: running.startedAt } : null,
    checked: ended ? checkView(ended) : null,
    /** Of the key that signs checkpoints and files: what an outsider compares */
    fingerprint: fingerprint(publicKeyText(world.keys.checkpoint)),
  };
}

function checkView({ endedAt, rows, deviation, deviationSequence }: CheckRow) {
  const failed = deviation === "failed";
  return {
    at: endedAt ?? 0,
    rows,
    failed,
    deviation:
      deviation === null || failed
        ? null
        : deviationText({ what: deviation, sequence: deviationSequence ?? 0 }),
  };
}

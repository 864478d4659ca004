import type { Reader } from "@/db/client";
import { duplicateChanges, duplicateScan } from "@/db/schema/duplicates";
import type { ChangeCtx } from "../access/perform";
import { dayOf } from "../core/clock";
import type { World } from "../core/world";
import { FIND_ASKED } from "./events";
import { MANY_CHANGES } from "./settle";

type ScanRow = typeof duplicateScan.$inferSelect;

/** When a new day of comparing begins, after midnight (hours). */
const NIGHTLY_AT = 3;

/** How the comparison of all clients goes, for who waits for it. */
export interface ScanView {
  state: "never" | "waiting" | "running" | "failed" | "done";
  /** When the last that finished did (epoch ms) */
  finishedAt: number | null;
  /** Clients compared then */
  people: number;
  /** How far the one under way is, in whole percents */
  percent: number;
}

const endOf = ({ finishedAt, failedAt }: ScanRow): number => Math.max(finishedAt ?? 0, failedAt ?? 0);

function stateOf(row: ScanRow): ScanView["state"] {
  const end = endOf(row);
  if ((row.startedAt ?? 0) > end) return "running";
  if ((row.askedAt ?? 0) > end) return "waiting";
  if ((row.failedAt ?? 0) > (row.finishedAt ?? 0)) return "failed";
  return row.finishedAt === null ? "never" : "done";
}

async function scanRow(db: Reader): Promise<ScanRow | undefined> {
  const [row] = await db.select().from(duplicateScan);
  return row;
}

/** How the comparison of all clients goes; says nothing of whom. */
export async function viewScan(db: Reader): Promise<ScanView> {
  const row = await scanRow(db);
  if (!row) return { state: "never", finishedAt: null, people: 0, percent: 0 };
  const { finishedAt, people, progress } = row;
  return { state: stateOf(row), finishedAt, people, percent: Math.floor(progress / 10) };
}

/** Asks for a comparison of all clients; asked twice before it begins it is one. */
export async function askScan(ctx: ChangeCtx): Promise<void> {
  const asked = { askedAt: ctx.now };
  await ctx.tx
    .insert(duplicateScan)
    .values({ id: 1, ...asked })
    .onConflictDoUpdate({ target: duplicateScan.id, set: asked });
  ctx.emit({ name: FIND_ASKED, data: {} });
}

/** What is to be done now: everyone each night, when asked and after an import; else who changed; or nothing. */
export async function dueWork(world: World): Promise<"everyone" | "changes" | "nothing"> {
  const row = await scanRow(world.db.read);
  const end = row ? endOf(row) : 0;
  const night = (moment: number) => dayOf(moment - NIGHTLY_AT * 3_600_000);
  if (end === 0 || (row?.askedAt ?? 0) > end || night(end) !== night(world.clock.now())) return "everyone";
  const changes = await world.db.read.$count(duplicateChanges);
  if (changes > MANY_CHANGES) return "everyone";
  return changes > 0 ? "changes" : "nothing";
}

/** Notes that a comparison begins or how far it is, or that it failed for good. */
export async function noteScan(
  world: World,
  set: Partial<Pick<ScanRow, "startedAt" | "failedAt" | "progress">>,
): Promise<void> {
  await world.db.write((tx) =>
    tx
      .insert(duplicateScan)
      .values({ id: 1, ...set })
      .onConflictDoUpdate({ target: duplicateScan.id, set }),
  );
}

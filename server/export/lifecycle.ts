import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, gte, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { exports } from "@/db/schema/exports";
import { merges } from "@/db/schema/merge";
import type { ChangeCtx } from "../access/perform";
import { DomainError, type Reason } from "../core/errors";
import type { World } from "../core/world";
import { exportFolder, exportPath } from "./paths";
import { KEPT_MS, STALLED_MS } from "./rules";
import type { ExportRow } from "./view";

/** An export with the number of its client, or `undefined` when there is none. */
export async function findExport(
  db: Reader,
  exportId: string,
): Promise<{ row: ExportRow; clientNumber: string } | undefined> {
  const [found] = await db
    .select({ row: exports, number: clients.number })
    .from(exports)
    .innerJoin(clients, eq(clients.id, exports.clientId))
    .where(eq(exports.id, exportId));
  return found && { row: found.row, clientNumber: String(found.number) };
}

/** Notes how far a build is, for the page that waits and for whoever opens it again. */
export async function noteProgress(
  world: World,
  exportId: string,
  progress: { rowsKnown: number; rowsDone: number; part: string | null },
): Promise<void> {
  const { rowsKnown, rowsDone, part } = progress;
  await world.db.write((tx) =>
    tx
      .update(exports)
      .set({ rowsKnown, rowsDone, partUnderWay: part })
      .where(and(eq(exports.id, exportId), eq(exports.status, "pending"))),
  );
}

/** A finished file, ready to be promised for 24 hours. */
export interface Built {
  snapshotAt: number;
  bytes: number;
  rows: number;
  wrappedKey: string;
}

/** A file of two who were one when it was read, and are two again, holds what is another's: it is made anew. */
async function assertStillOne(ctx: ChangeCtx, exportId: string, snapshotAt: number): Promise<void> {
  const [undone] = await ctx.tx
    .select({ id: merges.id })
    .from(merges)
    .innerJoin(exports, or(eq(exports.clientId, merges.survivorId), eq(exports.clientId, merges.retiredId)))
    .where(and(eq(exports.id, exportId), gte(merges.undoneAt, snapshotAt)));
  if (undone) throw new Error("A merge of this client was undone while its export was made.");
}

/**
 * Makes an export Klaar: from this moment its 24 hours count. A second finish of the same changes nothing.
 * @throws DomainError `export-cancelled` when it was given up while it was being built; Error for what is worth another
 * try
 */
export async function finishExport(ctx: ChangeCtx, exportId: string, built: Built): Promise<void> {
  ctx.touch("export", exportId);
  ctx.detail(`rows ${built.rows}`);
  await assertStillOne(ctx, exportId, built.snapshotAt);
  const finished = await ctx.tx
    .update(exports)
    .set({
      status: "ready",
      snapshotAt: built.snapshotAt,
      completedAt: ctx.now,
      expiresAt: ctx.now + KEPT_MS,
      rowsKnown: built.rows,
      rowsDone: built.rows,
      partUnderWay: null,
      bytes: built.bytes,
      wrappedKey: built.wrappedKey,
    })
    .where(and(eq(exports.id, exportId), eq(exports.status, "pending")));
  if (finished.rowsAffected > 0) return;
  const [row] = await ctx.tx.select({ status: exports.status }).from(exports).where(eq(exports.id, exportId));
  if (row?.status === "failed") throw new DomainError("export-cancelled");
}

/** Makes an export Mislukt, with the reason people read. Idempotent: only one under way can fail. */
export async function failExport(ctx: ChangeCtx, exportId: string, reason: Reason): Promise<boolean> {
  ctx.touch("export", exportId);
  ctx.detail(reason);
  const changed = await ctx.tx
    .update(exports)
    .set({ status: "failed", failure: reason, failedAt: ctx.now, partUnderWay: null })
    .where(and(eq(exports.id, exportId), eq(exports.status, "pending")));
  return changed.rowsAffected > 0;
}

/** Ids of exports whose day is over and whose file or key may still be there. */
export async function expiredExports(db: Reader, now: number): Promise<string[]> {
  const rows = await db
    .select({ id: exports.id })
    .from(exports)
    .where(and(isNull(exports.deletedAt), isNotNull(exports.expiresAt), lte(exports.expiresAt, now)));
  return rows.map((row) => row.id);
}

/**
 * Ids of exports that have been In afwachting for so long that whoever should make them has lost them. Time in which
 * nothing ran does not count: after a day of standing still, runs go on where they were.
 */
export async function stalledExports(world: World): Promise<string[]> {
  const now = world.clock.now();
  if (now - world.startedAt < STALLED_MS) return [];
  const rows = await world.db.read
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.status, "pending"), lte(exports.requestedAt, now - STALLED_MS)));
  return rows.map((row) => row.id);
}

/**
 * Shreds the wrapped key: overwritten first, so that no page keeps the old bytes. `destroyExport` goes on from here.
 * @returns false when the export is not due or already gone
 */
export async function overwriteKey(world: World, exportId: string): Promise<boolean> {
  const now = world.clock.now();
  return world.db.write(async (tx) => {
    const [row] = await tx.select().from(exports).where(eq(exports.id, exportId));
    if (!row || row.deletedAt !== null || row.expiresAt === null || now < row.expiresAt) return false;
    if (row.wrappedKey !== null) {
      const blank = "0".repeat(row.wrappedKey.length);
      await tx.update(exports).set({ wrappedKey: blank }).where(eq(exports.id, exportId));
    }
    return true;
  });
}

/** The last act of an export: its key is gone and its file is gone; the trace says when, and how late. */
export async function markDeleted(ctx: ChangeCtx, exportId: string): Promise<void> {
  const [row] = await ctx.tx.select().from(exports).where(eq(exports.id, exportId));
  if (!row || row.deletedAt !== null) return;
  ctx.touch("export", exportId);
  ctx.purpose(row.purpose);
  const late = ctx.now - (row.expiresAt ?? ctx.now);
  ctx.detail(late > 5 * 60_000 ? `late: due ${new Date(row.expiresAt ?? 0).toISOString()}` : "on time");
  await ctx.tx.update(exports).set({ wrappedKey: null, deletedAt: ctx.now }).where(eq(exports.id, exportId));
}

/** Removes an export's file from disk; gone already is fine. */
export async function removeFile(world: World, exportId: string): Promise<void> {
  await rm(exportPath(world.env.dataDir, exportId), { force: true });
}

/** Removes files that no living export owns: half-written ones of a build that died, and strays. */
export async function sweepStrays(world: World, building: ReadonlySet<string>): Promise<number> {
  const folder = exportFolder(world.env.dataDir);
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder);
  const ids = names.map((name) => name.split(".")[0] ?? "");
  const rows = await world.db.read
    .select({ id: exports.id, status: exports.status, deletedAt: exports.deletedAt })
    .from(exports)
    .where(inArray(exports.id, ids));
  const ready = new Set(
    rows.filter((row) => row.status === "ready" && row.deletedAt === null).map((row) => row.id),
  );
  const pending = new Set(rows.filter((row) => row.status === "pending").map((row) => row.id));
  let removed = 0;
  for (const [index, name] of names.entries()) {
    const id = ids[index] ?? "";
    const wanted = name.endsWith(".sealed") ? ready.has(id) || pending.has(id) : building.has(id);
    if (wanted) continue;
    await rm(join(folder, name), { force: true });
    removed++;
  }
  return removed;
}

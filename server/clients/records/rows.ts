import { and, eq } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/client";
import type { ChangeCtx } from "@/server/access/perform";
import type { Keyed } from "@/server/core/request-digest";
import type { Value } from "../fields";
import { keepVersion, type VersionRow } from "../versions";
import type { AnyRecord } from "./kind";
import type { AnyKind } from "./registry";

/** All records of a kind of one client, oldest first. */
export async function readRows(db: Reader, kind: AnyKind, clientId: string): Promise<AnyRecord[]> {
  const rows = await db
    .select()
    .from(kind.table as SQLiteTable)
    .where(eq(kind.table.clientId, clientId))
    .orderBy(kind.table.id);
  return rows as AnyRecord[];
}

/** One record of a client, if it is there. */
export async function readRow(
  db: Reader,
  kind: AnyKind,
  clientId: string,
  recordId: string,
): Promise<AnyRecord | undefined> {
  const own = and(eq(kind.table.id, recordId), eq(kind.table.clientId, clientId));
  const [row] = await db
    .select()
    .from(kind.table as SQLiteTable)
    .where(own);
  return row as AnyRecord | undefined;
}

interface Kept {
  action: VersionRow["action"];
  reason?: string;
  request?: Keyed;
}

/** Stores a new record and that it was added. */
export async function addRow(ctx: ChangeCtx, kind: AnyKind, record: AnyRecord, kept: Kept): Promise<void> {
  await ctx.tx.insert(kind.table as SQLiteTable).values(record);
  const { id: recordId, clientId } = record;
  await keepVersion(ctx, { clientId, kind: kind.slug, recordId, before: null, ...kept });
  ctx.touch(kind.slug, recordId);
}

/** Changes a record, and keeps how it was. */
export async function changeRow(
  ctx: ChangeCtx,
  kind: AnyKind,
  before: AnyRecord,
  values: Readonly<Record<string, Value>>,
  kept: Kept,
): Promise<void> {
  const { id: recordId, clientId } = before;
  await keepVersion(ctx, { clientId, kind: kind.slug, recordId, before, ...kept });
  await ctx.tx
    .update(kind.table as SQLiteTable)
    .set(values)
    .where(eq(kind.table.id, recordId));
  ctx.touch(kind.slug, recordId);
}

/** Takes a record that was entered in error out of its table; it stays whole in the history. */
export async function withdrawRow(
  ctx: ChangeCtx,
  kind: AnyKind,
  before: AnyRecord,
  kept: Kept,
): Promise<void> {
  const { id: recordId, clientId } = before;
  await keepVersion(ctx, { clientId, kind: kind.slug, recordId, before, ...kept });
  await ctx.tx.delete(kind.table as SQLiteTable).where(eq(kind.table.id, recordId));
  ctx.touch(kind.slug, recordId);
}

import type { z } from "zod";
import type { ChangeCtx } from "@/server/access/perform";
import type { ReachedClient } from "@/server/access/reach";
import type { TaskId } from "@/server/access/tasks";
import { DomainError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { type Read, readOrRefuse, readReason } from "../fields";
import type { AddRecord, ChangeRecord, MoveClient, WithdrawRecord } from "../input";
import { MOVE_FIELDS } from "../person-fields";
import { assertUnchanged, madeBefore } from "../versions";
import type { AnyRecord } from "./kind";
import { type AnyKind, kindOf } from "./registry";
import { addRow, changeRow, readRow, withdrawRow } from "./rows";
import { assertStayInReach } from "./stays";

/** The kind this door may write. @throws DomainError `record-gone` */
function kindFor(slug: string, task: TaskId): AnyKind {
  const kind = kindOf(slug);
  if (kind?.write !== task) throw new DomainError("record-gone");
  return kind;
}

async function found(
  ctx: ChangeCtx,
  kind: AnyKind,
  client: ReachedClient,
  input: { recordId: string; stamp: string },
): Promise<AnyRecord> {
  const row = await readRow(ctx.tx, kind, client.id, input.recordId);
  if (!row) throw new DomainError("record-gone");
  assertUnchanged(row, input.stamp);
  return row;
}

async function checked(
  ctx: ChangeCtx,
  kind: AnyKind,
  proposal: { clientId: string; before: AnyRecord | undefined; values: Read["values"] },
): Promise<void> {
  const fields = (await kind.check?.(ctx, proposal)) ?? [];
  if (fields.length > 0) throw new DomainError("form-invalid", { fields });
}

/**
 * Adds a record about a client. The same request key again is the same record.
 * @param task what the door asked for; it decides which kinds may be written
 * @throws DomainError `record-gone` (no such kind here), `form-invalid` with fields
 */
export async function addRecord(
  ctx: ChangeCtx,
  client: ReachedClient,
  task: TaskId,
  input: z.output<typeof AddRecord>,
): Promise<{ recordId: string }> {
  const kind = kindFor(input.kind, task);
  const made = await madeBefore(ctx, input, kind.slug, client.id);
  if (made) return { recordId: made.recordId };
  const values = readOrRefuse(kind.fields, input.values, ctx.day);
  await checked(ctx, kind, { clientId: client.id, before: undefined, values });
  const id = newId(ctx.now);
  await addRow(ctx, kind, { ...values, id, clientId: client.id }, { action: "added", request: input });
  return { recordId: id };
}

/**
 * Corrects a record, or ends it by its last day; how it was stays readable.
 * @throws DomainError `record-gone`, `record-changed`, `form-invalid` with fields, what the kind's guard refuses
 */
export async function changeRecord(
  ctx: ChangeCtx,
  client: ReachedClient,
  task: TaskId,
  input: z.output<typeof ChangeRecord>,
): Promise<void> {
  const kind = kindFor(input.kind, task);
  if (await madeBefore(ctx, input, kind.slug, client.id)) return;
  const before = await found(ctx, kind, client, input);
  const values = readOrRefuse(kind.fields, input.values, ctx.day, before);
  const changed = Object.keys(values).filter((key) => (before[key] ?? null) !== values[key]);
  if (changed.length === 0) return;
  await checked(ctx, kind, { clientId: client.id, before, values });
  await kind.guard?.(ctx, { clientId: client.id, before, after: { ...before, ...values } });
  const ending = kind.end?.field ?? kind.until;
  const ends = changed.every((key) => key === ending) && (before[ending] ?? null) === null;
  const kept = { action: ends ? "ended" : "changed", request: input } as const;
  await changeRow(ctx, kind, before, values, kept);
}

/**
 * Withdraws a record that was entered in error; it is in the history only from then on.
 * @throws DomainError `record-gone`, `record-changed`, `form-invalid` (no reason), what the kind's guard refuses
 */
export async function withdrawRecord(
  ctx: ChangeCtx,
  client: ReachedClient,
  task: TaskId,
  input: z.output<typeof WithdrawRecord>,
): Promise<void> {
  const kind = kindFor(input.kind, task);
  if (await madeBefore(ctx, input, kind.slug, client.id)) return;
  const reason = readReason(input.reason);
  const before = await found(ctx, kind, client, input);
  await kind.guard?.(ctx, { clientId: client.id, before, after: undefined });
  await withdrawRow(ctx, kind, before, { action: "withdrawn", reason, request: input });
}

/**
 * Moves a client: the stay that is left ends on the day the new one begins. Who has the new location in reach sees the
 * client from that day on, at their next click.
 * @throws DomainError `record-gone`, `record-changed`, `stay-elsewhere`, `form-invalid` with fields
 */
export async function moveClient(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof MoveClient>,
): Promise<void> {
  const kind = kindFor("stays", "client.manage");
  if (await madeBefore(ctx, input, kind.slug, client.id)) return;
  const values = readOrRefuse(MOVE_FIELDS, input.values, ctx.day);
  const before = await found(ctx, kind, client, input);
  await assertStayInReach(ctx, before);
  const day = String(values.fromDate);
  if (before.untilDate !== null && String(before.untilDate) <= day) throw new DomainError("record-ended");
  if (day < String(before.fromDate))
    throw new DomainError("form-invalid", { fields: [{ path: "fromDate", problem: "before-start" }] });
  const { id, ...rest } = before;
  const next = { ...rest, ...values };
  await changeRow(ctx, kind, before, { untilDate: day }, { action: "moved", request: input });
  await checked(ctx, kind, { clientId: client.id, before: undefined, values: next });
  await addRow(ctx, kind, { ...next, id: newId(ctx.now), clientId: client.id }, { action: "added" });
}

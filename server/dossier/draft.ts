import { and, eq, gt, lte } from "drizzle-orm";
import type { z } from "zod";
import { drafts } from "@/db/schema/dossier/drafts";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { findEntry, partAt } from "./find";
import type { FormRecord, FormView } from "./form-view";
import { DRAFT_REASON, type OpenForm, type SaveDraft } from "./input";
import type { AnyPart } from "./registry";

/** A draft is for the work at hand: after this many days it is gone. */
export const DRAFT_DAYS = 30;
const LARGEST = 400_000;
const DAY = 86_400_000;

function mine(ctx: Ctx, client: ReachedClient, part: AnyPart, entryId: string) {
  const employeeId = ctx.actor.kind === "employee" ? ctx.actor.id : "";
  return and(
    eq(drafts.employeeId, employeeId),
    eq(drafts.clientId, client.id),
    eq(drafts.part, part.slug),
    eq(drafts.entryId, entryId),
  );
}

/** What this person was writing here, if it is not too old; nobody else's is ever given. */
export async function draftOf(
  ctx: Ctx,
  client: ReachedClient,
  part: AnyPart,
  entryId: string,
): Promise<FormView["draft"]> {
  const young = gt(drafts.savedAt, ctx.now - DRAFT_DAYS * DAY);
  const [draft] = await ctx.db
    .select()
    .from(drafts)
    .where(and(mine(ctx, client, part, entryId), young));
  return draft
    ? { values: draft.values as FormRecord, savedAt: draft.savedAt, version: draft.version }
    : null;
}

/**
 * Keeps what a form holds, unchecked, in the place of what was kept there before: a lost connection, a closed tab or an
 * ended session loses nothing. Old drafts, of everyone, go at the same time.
 * @throws DomainError `draft-too-large`, `input-invalid` for fields the part has not, `not-found`
 */
export async function saveDraft(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof SaveDraft>,
): Promise<{ savedAt: number }> {
  const part = partAt(input.part);
  if (input.entryId !== undefined) await findEntry(ctx, client, part, input.entryId);
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  const unknown = (key: string) =>
    key !== DRAFT_REASON && !part.columns.some((column) => column.key === key && column.write);
  if (Object.keys(input.values).some(unknown)) throw new DomainError("input-invalid");
  if (JSON.stringify(input.values).length > LARGEST) throw new DomainError("draft-too-large");
  await ctx.tx.delete(drafts).where(lte(drafts.savedAt, ctx.now - DRAFT_DAYS * DAY));
  const kept = { version: input.version ?? 0, values: input.values, savedAt: ctx.now };
  const place = { employeeId: ctx.actor.id, clientId: client.id, part: part.slug };
  await ctx.tx
    .insert(drafts)
    .values({ ...place, entryId: input.entryId ?? "", ...kept })
    .onConflictDoUpdate({
      target: [drafts.employeeId, drafts.clientId, drafts.part, drafts.entryId],
      set: kept,
    });
  return { savedAt: ctx.now };
}

/** Forgets what this person was writing here. */
export async function dropDraft(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof OpenForm>,
): Promise<void> {
  await forgetDraft(ctx, client, partAt(input.part), input.entryId ?? "");
}

/** As above, once the entry itself is stored. */
export async function forgetDraft(
  ctx: ChangeCtx,
  client: ReachedClient,
  part: AnyPart,
  entryId: string,
): Promise<void> {
  await ctx.tx.delete(drafts).where(mine(ctx, client, part, entryId));
}

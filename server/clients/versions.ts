import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { clientVersions } from "@/db/schema/client-records";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, type Keyed, requestDigest } from "../core/request-digest";

/** Any row, as it is stored. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null>>;

export type VersionRow = typeof clientVersions.$inferSelect;

/**
 * A row in a few signs, so that a form can say which state of it was changed: another text now means that someone (or
 * an import) changed it meanwhile.
 */
export function stampOf(row: PlainRow): string {
  const sorted = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash("sha256").update(sorted).digest("base64url").slice(0, 16);
}

/** @throws DomainError `record-changed` when the row is no longer what the page was shown */
export function assertUnchanged(row: PlainRow, stamp: string): void {
  if (stampOf(row) !== stamp) throw new DomainError("record-changed");
}

/** What to keep of a change. */
export interface Change {
  clientId: string;
  kind: string;
  recordId: string;
  action: VersionRow["action"];
  /** The row as it was; `null` for what was added */
  before: PlainRow | null;
  reason?: string;
  /** What the page asked */
  request?: Keyed;
}

/** The search code of a BSN is no history: it would let equal numbers meet long after they were removed. */
function kept(row: PlainRow): Record<string, string | number | boolean | null> {
  const { bsnSearch: _, ...rest } = row;
  return rest;
}

/** Keeps what was known before a change, with who made it and when; in the transaction of the change itself. */
export async function keepVersion(ctx: ChangeCtx, change: Change): Promise<void> {
  const who = ctx.actor.kind === "employee" ? ctx.actor : undefined;
  await ctx.tx.insert(clientVersions).values({
    id: newId(ctx.now),
    clientId: change.clientId,
    kind: change.kind,
    recordId: change.recordId,
    version: (await ctx.tx.$count(clientVersions, eq(clientVersions.recordId, change.recordId))) + 1,
    action: change.action,
    before: change.before && kept(change.before),
    reason: change.reason ?? null,
    changedAt: ctx.now,
    changedBy: who?.name ?? "Systeem",
    changedById: who?.id ?? null,
    requestKey: change.request?.requestKey ?? null,
    requestDigest: change.request ? requestDigest(change.request) : null,
  });
}

/**
 * The change this request made already, when it comes a second time (a double click, a repeated answer).
 * @throws DomainError `record-changed` when someone else, or another form, used the key; `request-reused` when it was
 * asked with other content
 */
export async function madeBefore(
  ctx: ChangeCtx,
  request: Keyed,
  kind: string,
  clientId?: string,
): Promise<VersionRow | undefined> {
  const [same] = await ctx.tx
    .select()
    .from(clientVersions)
    .where(eq(clientVersions.requestKey, request.requestKey));
  if (!same) return undefined;
  const own = ctx.actor.kind === "employee" && same.changedById === ctx.actor.id;
  if (!own || same.kind !== kind || (clientId !== undefined && same.clientId !== clientId))
    throw new DomainError("record-changed");
  assertSameRequest(same.requestDigest, request);
  return same;
}

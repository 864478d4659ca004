import { and, eq, getTableColumns, lt } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { entryRequests } from "@/db/schema/dossier/versions";
import type { ChangeCtx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import type { FieldProblem } from "../../core/field-problems";
import { newId } from "../../core/ids";
import { assertSameRequest, type Keyed, requestDigest } from "../../core/request-digest";
import { anyPart } from "../find";
import { judge } from "../judge";
import { momentOf } from "../moment";
import type { Draft, EntryTable, Part } from "../part";
import type { AnyPart, AnyRow } from "../registry";
import { keptProblems } from "../visible";
import { authorOf } from "./author";

/** A repeated request comes within seconds, or with a tab that was left open: after a month its key is forgotten. */
const REMEMBERED_MS = 30 * 86_400_000;

/** An entry about to be made: the columns of its part. Its moment follows from the part's `dating` when left out. */
export type NewEntry<T extends EntryTable> = Omit<
  Draft<T>,
  "moment" | "recordedBy" | "recordedAt" | "archivedAt" | "archivedBy" | "archiveReason"
> & { moment?: number };

/** An entry as it is stored now. */
export interface Stored {
  id: string;
  version: number;
}

/**
 * Adds an entry to a client's dossier, written by who acts, now. For forms and for services that compute what they
 * store (scores, answers, documents) alike: what the part's declaration refuses is refused here.
 * @param request all that was asked; its key is made once by who asks: the same again stores nothing and gives the
 * same entry
 * @throws DomainError `entry-invalid` with what is wrong by field; `input-invalid` when the key was another entry's;
 * `request-reused` when it was asked with other content; what the part does not admit (`instrument-off`)
 */
export async function addEntry<T extends EntryTable>(
  ctx: ChangeCtx,
  client: ReachedClient,
  declared: Part<string, T>,
  draft: NewEntry<T>,
  request: Keyed,
): Promise<Stored> {
  const part = anyPart(declared);
  const author = authorOf(ctx);
  ctx.touch("part", part.slug);
  const known = await requested(ctx, author.key, request.requestKey);
  if (known) {
    if (known.clientId !== client.id || known.part !== part.slug) throw new DomainError("input-invalid");
    assertSameRequest(known.requestDigest, request);
    ctx.touch("entry", known.entryId);
    return { id: known.entryId, version: 1 };
  }
  const row = candidate(ctx, client, part, draft);
  await part.admit?.(ctx.tx, row);
  const fields = problemsOfNew(ctx, part, row);
  if (fields.length > 0) throw new DomainError("entry-invalid", { fields });
  await ctx.tx.insert(part.table).values(row);
  await ctx.tx.delete(entryRequests).where(lt(entryRequests.at, ctx.now - REMEMBERED_MS));
  await ctx.tx.insert(entryRequests).values({
    ...{ actor: author.key, requestKey: request.requestKey, requestDigest: requestDigest(request) },
    ...{ clientId: client.id, part: part.slug, entryId: row.id, at: ctx.now },
  });
  ctx.touch("entry", row.id);
  return { id: row.id, version: 1 };
}

/** The row a new entry would be: what the draft says, and what who stores it knows. */
export function candidate(
  ctx: ChangeCtx,
  client: ReachedClient,
  part: AnyPart,
  draft: Readonly<Record<string, unknown>>,
): AnyRow {
  const author = authorOf(ctx);
  const columns = Object.entries(getTableColumns(part.table));
  const row = {
    ...Object.fromEntries(columns.map(([key, column]) => [key, emptyOf(column)])),
    ...draft,
    ...{ id: newId(ctx.now), clientId: client.id, version: 1 },
    ...{ recordedAt: ctx.now, recordedBy: author.name, recordedById: author.id },
    ...{ changedAt: null, changedBy: null, changedById: null },
    ...{ archivedAt: null, archivedBy: null, archiveReason: null },
  } as unknown as AnyRow;
  if (draft.moment === undefined) row.moment = momentOf(part, row);
  return row;
}

function emptyOf(column: SQLiteColumn): unknown {
  if (column.default !== undefined) return column.default;
  return column.notNull && column.dataType === "json" ? [] : null;
}

/** What is wrong with a new entry, by field. */
export function problemsOfNew(ctx: ChangeCtx, part: AnyPart, row: AnyRow): FieldProblem[] {
  return [...judge(part, row, ctx.now), ...keptProblems(ctx, part, row)];
}

async function requested(ctx: ChangeCtx, actor: string, requestKey: string) {
  const [known] = await ctx.tx
    .select()
    .from(entryRequests)
    .where(and(eq(entryRequests.actor, actor), eq(entryRequests.requestKey, requestKey)));
  return known;
}

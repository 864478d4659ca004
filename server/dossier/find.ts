import { and, eq } from "drizzle-orm";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import type { EntryTable, Part } from "./part";
import { type AnyPart, type AnyRow, partOf } from "./registry";
import { visible } from "./visible";

/** A part whatever its slug and table: rows go in and out through its own functions. */
export function anyPart<T extends EntryTable>(part: Part<string, T>): AnyPart {
  return part as unknown as AnyPart;
}

/** The dossier part at an address. @throws DomainError `not-found` */
export function partAt(slug: string): AnyPart {
  const part = partOf(slug);
  if (!part) throw new DomainError("not-found");
  return part;
}

/**
 * One entry of this client, and the objects of the audit row. One of another client, one that is kept from this reader
 * (hidden, expertise) and one that does not exist give the same answer.
 * @throws DomainError `not-found`
 */
export async function findEntry(
  ctx: Ctx,
  client: ReachedClient,
  part: AnyPart,
  entryId: string,
): Promise<AnyRow> {
  ctx.touch("part", part.slug);
  const { table } = part;
  const [row] = await ctx.db
    .select()
    .from(table)
    .where(and(eq(table.id, entryId), eq(table.clientId, client.id), visible(ctx, part)));
  if (!row) throw new DomainError("not-found");
  ctx.touch("entry", entryId);
  return row as AnyRow;
}

import { and, eq } from "drizzle-orm";
import { entryVersions } from "@/db/schema/dossier/versions";
import type { ChangeCtx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import type { AnyPart, AnyRow } from "../registry";
import type { Stored } from "./add";
import { authorOf } from "./author";

export type Change = (typeof entryVersions.$inferSelect)["change"];

/** Which entry, the version of it that was on the screen, and why it changes. */
export interface Aim {
  entryId: string;
  version: number;
  reason: string;
}

/**
 * Puts a new version in the place of an entry's row and keeps the row as it was. The version counts up, so an imported
 * entry is from then on given as we know it, not as it came.
 * @throws DomainError `entry-changed` when another version is the newest
 */
export async function replaceRow(
  ctx: ChangeCtx,
  part: AnyPart,
  row: AnyRow,
  to: { set: Readonly<Record<string, unknown>>; change: Change; aim: Aim },
): Promise<Stored> {
  if (row.version !== to.aim.version) throw new DomainError("entry-changed");
  const author = authorOf(ctx);
  const { now } = ctx;
  await ctx.tx.insert(entryVersions).values({
    id: newId(now),
    clientId: row.clientId,
    part: part.slug,
    entryId: row.id,
    version: row.version,
    row,
    change: to.change,
    reason: to.aim.reason.trim() || null,
    replacedAt: now,
    replacedBy: author.name,
    replacedById: author.id,
  });
  const version = row.version + 1;
  await ctx.tx
    .update(part.table)
    .set({ ...to.set, version, changedAt: now, changedBy: author.name, changedById: author.id })
    .where(and(eq(part.table.id, row.id), eq(part.table.version, row.version)));
  return { id: row.id, version };
}

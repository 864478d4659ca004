import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { partVisits } from "@/db/schema/dossier/drafts";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { partAt } from "./find";
import type { SeenPart } from "./input";
import type { AnyPart, AnyRow } from "./registry";

/** Until when someone has seen each part of a client's dossier, by slug; a part they never opened is not here. */
export type Visits = ReadonlyMap<string, number>;

const readerOf = ({ actor }: Ctx): string => (actor.kind === "employee" ? actor.id : "");

/** This reader's visits to a client's dossier. */
export async function visitsOf(ctx: Ctx, client: ReachedClient): Promise<Visits> {
  const rows = await ctx.db
    .select({ part: partVisits.part, seenAt: partVisits.seenAt })
    .from(partVisits)
    .where(and(eq(partVisits.employeeId, readerOf(ctx)), eq(partVisits.clientId, client.id)));
  return new Map(rows.map(({ part, seenAt }) => [part, seenAt]));
}

/**
 * The condition for what is new to this reader: recorded or changed after their last visit, by someone else. On a first
 * visit nothing is: a whole dossier in bold says nothing.
 */
export function isNews(ctx: Ctx, part: AnyPart, visits: Visits): SQL {
  const seenAt = visits.get(part.slug);
  if (seenAt === undefined) return sql`0`;
  const { changedAt, recordedAt, changedById, recordedById } = part.table;
  return sql`(coalesce(${changedAt}, ${recordedAt}) > ${seenAt} AND
    (CASE WHEN ${changedAt} IS NULL THEN ${recordedById} ELSE ${changedById} END) IS NOT ${readerOf(ctx)})`;
}

/** The same of a row at hand. */
export function isNewRow(ctx: Ctx, part: AnyPart, visits: Visits, row: AnyRow): boolean {
  const seenAt = visits.get(part.slug);
  if (seenAt === undefined || (row.changedAt ?? row.recordedAt) <= seenAt) return false;
  return (row.changedAt === null ? row.recordedById : row.changedById) !== readerOf(ctx);
}

/**
 * Notes that this reader has seen a part as it was at `asOf`: what was written since stays new. Never moves back.
 * @throws DomainError `not-found` for an unknown part
 */
export async function markSeen(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof SeenPart>,
): Promise<void> {
  const part = partAt(input.part);
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  const seenAt = Math.min(input.asOf, ctx.now);
  await ctx.tx
    .insert(partVisits)
    .values({ employeeId: ctx.actor.id, clientId: client.id, part: part.slug, seenAt })
    .onConflictDoUpdate({
      target: [partVisits.employeeId, partVisits.clientId, partVisits.part],
      set: { seenAt: sql`max(${partVisits.seenAt}, ${seenAt})` },
    });
}

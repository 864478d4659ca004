import { and, asc, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { duplicateDecisions } from "@/db/schema/duplicates";
import type { Ctx } from "@/server/access/perform";
import { standing } from "@/server/clients/match/standing";
import { aboutPair } from "./duplicates";
import { about, inCareAndReach, reached, type Signal } from "./signal";

const TASK = "client.manage";

type Row = typeof clients.$inferSelect;

/**
 * Those who have one number together, within reach, by the lowest client number. The few
 * numbers that occur twice are kept apart (`db/shared-bsn.ts`); all else is about those.
 */
async function groupsInReach(ctx: Ctx): Promise<Row[][]> {
  const shared = await ctx.db.all<{ code: string }>(sql`SELECT code FROM shared_bsn`);
  const groups = new Map<string, Row[]>();
  for (let from = 0; from < shared.length; from += 500) {
    const codes = shared.slice(from, from + 500).map(({ code }) => code);
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(and(inArray(clients.bsnSearch, codes), reached(ctx, TASK)))
      .orderBy(asc(clients.number));
    for (const row of rows)
      groups.set(row.bsnSearch ?? "", [...(groups.get(row.bsnSearch ?? "") ?? []), row]);
  }
  const open = await withoutDismissed(ctx, [...groups.values()]);
  return open.filter((group) => group.length > 1).sort(([a], [b]) => (a?.number ?? 0) - (b?.number ?? 0));
}

/** Leaves out of each group who, somebody decided, is no duplicate of any other in it. */
async function withoutDismissed(ctx: Ctx, groups: readonly Row[][]): Promise<Row[][]> {
  const ids = groups.filter((group) => group.length > 1).flatMap((group) => group.map(({ id }) => id));
  const { dismissed } = await standing(ctx.db, ctx.day);
  const others = new Map<string, Set<string>>();
  const note = (id: string, other: string) => others.set(id, (others.get(id) ?? new Set()).add(other));
  for (let from = 0; from < ids.length; from += 500) {
    const among = inArray(duplicateDecisions.oneId, ids.slice(from, from + 500));
    const decided = await ctx.db.select().from(duplicateDecisions).where(and(among, dismissed));
    for (const { oneId, otherId } of decided) {
      note(oneId, otherId);
      note(otherId, oneId);
    }
  }
  return groups.map((group) =>
    group.filter(({ id }) => group.some((other) => other.id !== id && !others.get(id)?.has(other.id))),
  );
}

/** Clients who have one BSN together: one person twice, or a number typed wrong. */
export const sameBsn: Signal = {
  id: "same-bsn",
  title: "Dubbele burgerservicenummers",
  help: "Deze cliënten hebben hetzelfde burgerservicenummer. Kijk of het één persoon is. Wie is beoordeeld als geen dubbele, staat hier niet bij.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const groups = await groupsInReach(ctx);
    const items = groups.slice(offset, offset + limit).map((rows) => ({
      key: String(rows[0]?.number),
      clients: rows.map((row) => aboutPair(ctx, row)),
      note: null,
    }));
    return { count: groups.length, items };
  },
};

function missing(ctx: Ctx): SQL | undefined {
  return and(isNull(clients.bsnSearch), isNull(clients.bsnSealed), inCareAndReach(ctx, TASK));
}

/** Clients in care without a BSN (Wet aanvullende bepalingen verwerking persoonsgegevens in de zorg, art. 5). */
export const noBsn: Signal = {
  id: "no-bsn",
  title: "BSN ontbreekt",
  help: "Van deze cliënten in zorg is geen burgerservicenummer vastgelegd.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(missing(ctx))
      .orderBy(asc(clients.number))
      .limit(limit)
      .offset(offset);
    return {
      count: await ctx.db.$count(clients, missing(ctx)),
      items: rows.map((row) => ({ key: row.id, clients: [about(row, "/edit")], note: null })),
    };
  },
};

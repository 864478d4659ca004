import { and, asc, count, gt, inArray, isNotNull, isNull, min, type SQL } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import type { Ctx } from "@/server/access/perform";
import { about, inCareAndReach, reached, type Signal } from "./signal";

const TASK = "client.manage";

/** Search codes that more than one client has, whoever they are: few, and found in the index alone. */
function shared(ctx: Ctx) {
  return ctx.db
    .select({ code: clients.bsnSearch })
    .from(clients)
    .where(isNotNull(clients.bsnSearch))
    .groupBy(clients.bsnSearch)
    .having(gt(count(), 1));
}

/** Those that more than one client within reach has. */
function sharedInReach(ctx: Ctx) {
  return ctx.db
    .select({ code: clients.bsnSearch, first: min(clients.number) })
    .from(clients)
    .where(and(inArray(clients.bsnSearch, shared(ctx)), reached(ctx, TASK)))
    .groupBy(clients.bsnSearch)
    .having(gt(count(), 1));
}

/** Clients who have one BSN together: one person twice, or a number typed wrong. */
export const sameBsn: Signal = {
  id: "same-bsn",
  title: "Dubbele burgerservicenummers",
  help: "Deze cliënten hebben hetzelfde burgerservicenummer. Kijk of het één persoon is.",
  task: TASK,
  count: async (ctx) => (await sharedInReach(ctx)).length,
  items: async (ctx, { limit, offset }) => {
    const groups = await sharedInReach(ctx)
      .orderBy(asc(min(clients.number)))
      .limit(limit)
      .offset(offset);
    const codes = groups.flatMap(({ code }) => code ?? []);
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(and(inArray(clients.bsnSearch, codes), reached(ctx, TASK)))
      .orderBy(asc(clients.number));
    return groups.map(({ code, first }) => ({
      key: String(first),
      clients: rows.filter(({ bsnSearch }) => bsnSearch === code).map((row) => about(row)),
      note: null,
    }));
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
  count: (ctx) => ctx.db.$count(clients, missing(ctx)),
  items: async (ctx, { limit, offset }) => {
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(missing(ctx))
      .orderBy(asc(clients.number))
      .limit(limit)
      .offset(offset);
    return rows.map((row) => ({ key: row.id, clients: [about(row, "/edit")], note: null }));
  },
};

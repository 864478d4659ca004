import { and, asc, eq, gte, inArray, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { clients } from "@/db/schema/clients";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { restraints } from "@/db/schema/dossier/restraints";
import type { Ctx } from "@/server/access/perform";
import { AHEAD_DAYS, daysAfter } from "../rules";
import { about, inCareAndReach, type Signal } from "./signal";

const TASK = "dossier.view";

type Dated = SQLiteTable & { id: SQLiteColumn; clientId: SQLiteColumn; archivedAt: SQLiteColumn };

/** A signal about entries of one part, by the day they ask for. */
function onDay(declared: {
  id: string;
  title: string;
  help: string;
  table: Dated;
  day: SQLiteColumn;
  part: string;
  where: (ctx: Ctx) => SQL | undefined;
  words: { late: string; ahead: string };
}): Signal {
  const { id, title, help, table, day, part, words } = declared;
  const due = (ctx: Ctx) => and(declared.where(ctx), isNull(table.archivedAt), inCareAndReach(ctx, TASK));
  return {
    id,
    title,
    help,
    task: TASK,
    read: async (ctx, { limit, offset }) => {
      const [found] = await ctx.db
        .select({ total: sql<number>`count(*)` })
        .from(table)
        .innerJoin(clients, eq(clients.id, table.clientId))
        .where(due(ctx));
      const rows = await ctx.db
        .select({ entryId: table.id, day, client: clients })
        .from(table)
        .innerJoin(clients, eq(clients.id, table.clientId))
        .where(due(ctx))
        .orderBy(asc(day), asc(table.id))
        .limit(limit)
        .offset(offset);
      const items = rows.map(({ entryId, day: on, client }) => {
        const late = String(on) < ctx.day;
        return {
          key: String(entryId),
          clients: [about(client, `/dossier/${part}`)],
          note: { text: late ? words.late : words.ahead, day: String(on), late },
        };
      });
      return { count: found?.total ?? 0, items };
    },
  };
}

const evaluate = { late: "had gemoeten op", ahead: "uiterlijk" };

/** Restraints to be evaluated: what the law promises (Wzd art. 2:10). */
export const restraintsDue = onDay({
  id: "restraints",
  title: "Vrijheidsbeperking evalueren",
  help: "De evaluatie is binnen 7 dagen nodig, of had er al moeten zijn.",
  table: restraints,
  day: restraints.evaluateOn,
  part: "restraints",
  where: (ctx) =>
    and(
      inArray(restraints.status, ["active", "paused"]),
      lte(restraints.evaluateOn, daysAfter(ctx.day, AHEAD_DAYS)),
    ),
  words: evaluate,
});

/** Care plans whose evaluation comes near or is late. */
export const carePlansDue = onDay({
  id: "care-plans",
  title: "Zorgplan evalueren",
  help: "De evaluatie staat binnen 7 dagen gepland, of is al voorbij.",
  table: carePlans,
  day: carePlans.evaluateOn,
  part: "care-plans",
  where: (ctx) =>
    and(eq(carePlans.status, "active"), lte(carePlans.evaluateOn, daysAfter(ctx.day, AHEAD_DAYS))),
  words: evaluate,
});

/** Care plans that are still worked by though their last day is over; a day not known exactly is given the doubt. */
export const carePlansExpired = onDay({
  id: "care-plans-expired",
  title: "Zorgplan verlopen",
  help: "De einddatum is voorbij, maar het zorgplan staat nog op lopend. Verleng het of sluit het af.",
  table: carePlans,
  day: carePlans.endedOn,
  part: "care-plans",
  where: (ctx) =>
    and(
      inArray(carePlans.status, ["active", "paused"]),
      gte(carePlans.endedOn, "1000-00-00"),
      lt(carePlans.endedOn, ctx.day),
      sql`length(${carePlans.endedOn}) = 10`,
    ),
  words: { late: "liep tot", ahead: "loopt tot" },
});

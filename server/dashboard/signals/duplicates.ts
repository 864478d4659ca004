import { and, desc, eq, inArray } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { duplicatePairs } from "@/db/schema/duplicates";
import type { Ctx } from "@/server/access/perform";
import { scopeOf } from "@/server/access/policy";
import type { TaskId } from "@/server/access/tasks";
import { pairsFor } from "@/server/clients/match/reach";
import { about, type Signal, type SignalItem } from "./signal";

/** What the queue of duplicates takes, anywhere. */
const BOTH = ["client.manage", "client.merge"] as const satisfies readonly TaskId[];

function mayMerge(ctx: Ctx): boolean {
  return BOTH.every((task) => {
    const { reach, besides } = scopeOf(ctx.actor, task);
    return reach.length > 0 || besides.length > 0;
  });
}

/** Someone who may have a double: who may merge is led to where the two stand side by side, others to the client. */
export function aboutPair(ctx: Ctx, client: typeof clients.$inferSelect): SignalItem["clients"][number] {
  const one = about(client);
  return mayMerge(ctx) ? { ...one, href: `/clients/duplicates?client=${client.number}` } : one;
}

/** Clients who may be one person by all that is known of them; those with one BSN have a signal of their own. */
export const maybeDuplicate: Signal = {
  id: "duplicates",
  title: "Mogelijk dubbele cliënten",
  help: "Naam, geboortedatum en andere gegevens lijken op elkaar. Kijk of het één persoon is. Wie is beoordeeld als geen dubbele, staat hier niet bij.",
  task: "client.merge",
  read: async (ctx, { limit, offset }) => {
    const { open } = await pairsFor(ctx);
    const where = and(open, eq(duplicatePairs.sameBsn, false));
    const pairs = await ctx.db
      .select({ oneId: duplicatePairs.oneId, otherId: duplicatePairs.otherId })
      .from(duplicatePairs)
      .where(where)
      .orderBy(desc(duplicatePairs.bits), duplicatePairs.oneId, duplicatePairs.otherId)
      .limit(limit)
      .offset(offset);
    const ids = pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]);
    const rows = await ctx.db.select().from(clients).where(inArray(clients.id, ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = pairs.map(({ oneId, otherId }) => ({
      key: `${oneId} ${otherId}`,
      clients: [oneId, otherId]
        .flatMap((id) => byId.get(id) ?? [])
        .sort((a, b) => a.number - b.number)
        .map((row) => aboutPair(ctx, row)),
      note: null,
    }));
    return { count: await ctx.db.$count(duplicatePairs, where), items };
  },
};

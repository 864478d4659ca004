import { and, inArray, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import { locationMessages } from "@/db/schema/location-messages";
import type { Ctx } from "../access/perform";
import { reachOf } from "../access/policy";
import { isCurrent, subtree } from "../access/reach";
import { askCaren, type CarenAnswer } from "./gateway";
import type { OneLocation } from "./input";
import { countStatuses, livesAt, locationInReach, saidOf, seen, VIEW } from "./list";
import { carenStatus } from "./status-sql";

/** A location in the tree; what is counted is of those at it and below it now, `null` where a reach does not go. */
export interface CarenLocation {
  code: string;
  name: string;
  clients: number | null;
  /** Of those, who is linked; `null` also when that is not known now */
  linked: number | null;
  children: CarenLocation[];
}

async function countByLocation(ctx: Ctx, answer: CarenAnswer) {
  const linked = sql`${carenStatus(answer, ctx.now)} = 'linked'`;
  const rows = await ctx.db.all<{ above: string; clients: number; linked: number }>(sql`
    WITH RECURSIVE up(place, above) AS (
      SELECT ${locations.id}, ${locations.id} FROM ${locations}
      UNION SELECT up.place, ${locations.parentId} FROM up
        JOIN ${locations} ON ${locations.id} = up.above WHERE ${locations.parentId} IS NOT NULL
    ), stays AS (
      SELECT DISTINCT up.above AS above, ${clientLocations.clientId} AS client_id
      FROM up JOIN ${clientLocations} ON ${clientLocations.locationId} = up.place WHERE ${isCurrent(ctx.day)}
    ) SELECT stays.above AS above, count(*) AS clients, sum(${linked}) AS linked
      FROM stays JOIN ${clients} ON ${clients.id} = stays.client_id WHERE ${seen(ctx)} GROUP BY stays.above`);
  return new Map(rows.map((row) => [row.above, row]));
}

/** The location tree as far as it leads to someone's reach, with how many clients there are linked. */
async function treeOf(ctx: Ctx, answer: CarenAnswer): Promise<CarenLocation[]> {
  const reach = reachOf(ctx.actor, VIEW);
  const counts = await countByLocation(ctx, answer);
  const rows = await ctx.db.select().from(locations).orderBy(locations.name);
  const under = (parentId: string | null): CarenLocation[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap(({ id, code, name }) => {
        const inReach = reach === "everywhere" || reach.includes(id);
        const children = under(id);
        if (!inReach && children.length === 0) return [];
        const count = counts.get(id) ?? { clients: 0, linked: 0 };
        const linked = inReach && answer.known ? count.linked : null;
        return [{ code, name, clients: inReach ? count.clients : null, linked, children }];
      });
  return under(null);
}

/** How many messages went out within someone's reach; one to all in reach counts for whoever sent it. */
async function messagesSent(ctx: Ctx): Promise<number> {
  const reach = reachOf(ctx.actor, VIEW);
  const own = ctx.actor.kind === "employee" ? sql`${locationMessages.senderId} = ${ctx.actor.id}` : undefined;
  const within =
    reach === "everywhere" ? undefined : or(inArray(locationMessages.locationId, [...reach]), own);
  return ctx.db.$count(locationMessages, and(ne(locationMessages.state, "scheduled"), within));
}

const leaves = (tree: readonly CarenLocation[]): CarenLocation[] =>
  tree.flatMap((each) => (each.children.length > 0 ? leaves(each.children) : [each]));

/** What the first page of Ons Cliënt shows beside the list: totals, the distribution and the location tree. */
export async function viewDashboard(ctx: Ctx) {
  const answer = await askCaren(ctx.world);
  const tree = await treeOf(ctx, answer);
  return {
    caren: saidOf(answer, ctx.now),
    totals: {
      ...(await countStatuses(ctx, answer, seen(ctx))),
      locations: answer.known ? leaves(tree).filter(({ linked }) => (linked ?? 0) > 0).length : null,
      messages: await messagesSent(ctx),
    },
    tree,
  };
}

/** The location tree by itself, to search in. */
export async function viewLocations(ctx: Ctx) {
  const answer = await askCaren(ctx.world);
  return { caren: saidOf(answer, ctx.now), tree: await treeOf(ctx, answer) };
}

/** One location: its name, and how many clients at it and below it have which status. @throws DomainError `location-gone` */
export async function viewLocation(ctx: Ctx, { code }: z.output<typeof OneLocation>) {
  const location = await locationInReach(ctx, code);
  const here = livesAt(await subtree(ctx.db, location.id), ctx.day);
  const answer = await askCaren(ctx.world);
  return {
    caren: saidOf(answer, ctx.now),
    code: location.code,
    name: location.name,
    ...(await countStatuses(ctx, answer, and(seen(ctx), here))),
  };
}

import { sql } from "drizzle-orm";
import { locations } from "@/db/schema/access";
import { clientLocations } from "@/db/schema/clients";
import { MERGED_AWAY } from "../access/merged";
import type { Ctx } from "../access/perform";
import { reachOf } from "../access/policy";
import { isCurrent } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";

/** A location in the tree; `clients` counts those at it and below it now, `null` where someone's reach does not go. */
export interface LocationNode {
  code: string;
  name: string;
  clients: number | null;
  children: LocationNode[];
}

/** Clients by location, each counted once at every location above where they live. */
async function countClients(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db.all<{ above: string; clients: number }>(sql`
    WITH RECURSIVE up(place, above) AS (
      SELECT ${locations.id}, ${locations.id} FROM ${locations}
      UNION SELECT up.place, ${locations.parentId} FROM up
        JOIN ${locations} ON ${locations.id} = up.above WHERE ${locations.parentId} IS NOT NULL
    ) SELECT up.above AS above, count(DISTINCT ${clientLocations.clientId}) AS clients
      FROM up JOIN ${clientLocations} ON ${clientLocations.locationId} = up.place
      WHERE ${isCurrent(ctx.day)} AND ${clientLocations.clientId} NOT IN (${MERGED_AWAY}) GROUP BY up.above`);
  return new Map(rows.map(({ above, clients }) => [above, clients]));
}

/**
 * The location tree as far as it leads to someone's reach: places in reach with their clients, and the way up to
 * them by name only.
 */
export async function locationTree(ctx: Ctx): Promise<LocationNode[]> {
  const reach = reachOf(ctx.actor, ...CLIENT_TASKS);
  const counts = await countClients(ctx);
  const rows = await ctx.db.select().from(locations).orderBy(locations.name);
  const under = (parentId: string | null): LocationNode[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap(({ id, code, name }) => {
        const inReach = reach === "everywhere" || reach.includes(id);
        const children = under(id);
        if (!inReach && children.length === 0) return [];
        return [{ code, name, clients: inReach ? (counts.get(id) ?? 0) : null, children }];
      });
  return under(null);
}

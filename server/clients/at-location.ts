import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import { isThere } from "../access/merged";
import type { Ctx } from "../access/perform";
import { reachOf } from "../access/policy";
import { isCurrent, subtree } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import { DomainError } from "../core/errors";
import type { ListAtLocation } from "./input";
import { listName } from "./rules";

/** A client at a location or below it now: who, and in which place and room. */
export interface ClientAtLocation {
  number: number;
  name: string;
  birthDate: string | null;
  places: { location: string; room: string | null }[];
}

/**
 * A page of the clients who are at a location or below it now, by name. A location out of reach and one that does
 * not exist give the same answer.
 * @throws DomainError `location-gone`
 */
export async function listAtLocation(ctx: Ctx, input: z.output<typeof ListAtLocation>) {
  const [location] = await ctx.db.select().from(locations).where(eq(locations.code, input.code));
  const reach = reachOf(ctx.actor, ...CLIENT_TASKS);
  if (!location || (reach !== "everywhere" && !reach.includes(location.id)))
    throw new DomainError("location-gone");
  ctx.touch("location", location.id);
  const here = and(
    inArray(clientLocations.locationId, await subtree(ctx.db, location.id)),
    isCurrent(ctx.day),
  );
  const found = and(
    isThere(),
    sql`${clients.id} IN (SELECT ${clientLocations.clientId} FROM ${clientLocations} WHERE ${here})`,
  );
  const page =
    input.after &&
    sql`(${clients.sortName}, ${clients.number}) > (${input.after.key}, ${input.after.number})`;
  const rows = await ctx.db
    .select()
    .from(clients)
    .where(and(found, page))
    .orderBy(asc(clients.sortName), asc(clients.number))
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const stays = await ctx.db
    .select({ clientId: clientLocations.clientId, location: locations.name, room: clientLocations.room })
    .from(clientLocations)
    .innerJoin(locations, eq(locations.id, clientLocations.locationId))
    .where(
      and(
        here,
        inArray(
          clientLocations.clientId,
          shown.map(({ id }) => id),
        ),
      ),
    );
  const last = shown.at(-1);
  const lines: ClientAtLocation[] = shown.map((row) => ({
    number: row.number,
    name: listName(row),
    birthDate: row.birthDate,
    places: stays
      .filter(({ clientId }) => clientId === row.id)
      .map((stay) => ({ location: stay.location, room: stay.room })),
  }));
  return {
    lines,
    total: await ctx.db.$count(clients, found),
    next: rows.length > input.size && last ? { key: last.sortName, number: last.number } : undefined,
  };
}

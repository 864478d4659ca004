import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import { reachOf, scopeOf } from "../access/policy";
import { isCurrent, subtree, withinScope } from "../access/reach";
import { bsnSearchCode, parseBsn } from "../clients/bsn";
import { maySearchBsn } from "../clients/bsn-rate";
import { placesOf } from "../clients/list";
import { listName, parseSearch } from "../clients/rules";
import { DomainError } from "../core/errors";
import { askCaren, type CarenAnswer } from "./gateway";
import type { ListCaren } from "./input";
import { CAREN_STATUSES, type CarenStatus } from "./kinds";
import { carenStatus } from "./status-sql";

/** Who looks at Caren sees the clients within the reach of this task. */
export const VIEW = "caren.view";

/** Which clients someone sees here: those within reach. */
export function seen(ctx: Ctx): SQL | undefined {
  return withinScope(scopeOf(ctx.actor, VIEW), ctx.day);
}

/** A location within someone's reach. A code out of reach and one nobody has give the same answer. @throws DomainError */
export async function locationInReach(ctx: Ctx, code: string) {
  const [location] = await ctx.db.select().from(locations).where(eq(locations.code, code));
  const reach = reachOf(ctx.actor, VIEW);
  if (!location || (reach !== "everywhere" && !reach.includes(location.id)))
    throw new DomainError("location-gone");
  ctx.touch("location", location.id);
  return location;
}

/** Who lives at these locations now. */
export function livesAt(locationIds: readonly string[], day: string): SQL {
  const here = and(inArray(clientLocations.locationId, [...locationIds]), isCurrent(day));
  return sql`${clients.id} IN (SELECT ${clientLocations.clientId} FROM ${clientLocations} WHERE ${here})`;
}

/** What was typed, as a condition: words of a name from their start, a number, a birth date, or a whole BSN. */
function found(ctx: Ctx, search: string): SQL | undefined {
  const term = parseSearch(search, parseBsn);
  switch (term.kind) {
    case "all":
      return undefined;
    case "bsn":
      if (ctx.actor.kind === "employee" && !maySearchBsn(ctx.actor.id, ctx.now))
        throw new DomainError("throttled");
      return eq(clients.bsnSearch, bsnSearchCode(ctx.world.keys, term.bsn));
    case "number":
      return eq(clients.number, term.number);
    case "birthDate":
      return eq(clients.birthDate, term.day);
    case "name": {
      if (term.words.length === 0) return sql`0`;
      const query = term.words.map((word) => `"${word}"*`).join(" ");
      return sql`${clients.number} IN (SELECT rowid FROM client_names WHERE client_names MATCH ${query})`;
    }
  }
}

/** What a page says of Caren itself: whether it was asked with success, and when (epoch ms). */
export function saidOf(answer: CarenAnswer, now: number) {
  return { state: answer.known ? ("reachable" as const) : answer.why, askedAt: now };
}

/** How many of these clients have which status; the counts add up to all of them. */
export async function countStatuses(ctx: Ctx, answer: CarenAnswer, where: SQL | undefined) {
  const status = carenStatus(answer, ctx.now);
  const rows = await ctx.db
    .select({ status, clients: sql<number>`count(*)` })
    .from(clients)
    .where(where)
    .groupBy(status);
  const of = (wanted: CarenStatus) => rows.find((row) => row.status === wanted)?.clients ?? 0;
  const byStatus = Object.fromEntries(CAREN_STATUSES.map((each) => [each, of(each)])) as Record<
    CarenStatus,
    number
  >;
  return { clients: rows.reduce((sum, row) => sum + row.clients, 0), byStatus };
}

/** A page of the clients within reach with their status in Caren, by name; and how many there are of each status. */
export async function listCaren(ctx: Ctx, input: z.output<typeof ListCaren>) {
  const place = input.location === undefined ? undefined : await locationInReach(ctx, input.location);
  const here = place && livesAt(await subtree(ctx.db, place.id), ctx.day);
  const answer = await askCaren(ctx.world);
  const status = carenStatus(answer, ctx.now);
  const among = and(
    seen(ctx),
    here,
    found(ctx, input.search),
    input.status && sql`${status} = ${input.status}`,
  );
  const page =
    input.after &&
    sql`(${clients.sortName}, ${clients.number}) > (${input.after.key}, ${input.after.number})`;
  const rows = await ctx.db
    .select({ client: clients, status })
    .from(clients)
    .where(and(among, page))
    .orderBy(asc(clients.sortName), asc(clients.number))
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const places = await placesOf(
    ctx.db,
    shown.map(({ client }) => client.id),
    ctx.day,
  );
  const last = shown.at(-1)?.client;
  return {
    caren: saidOf(answer, ctx.now),
    lines: shown.map(({ client, status: is }) => ({
      number: client.number,
      name: listName(client),
      birthDate: client.birthDate,
      places: (places.get(client.id) ?? []).map(({ location, code, room }) => ({ location, code, room })),
      status: is,
    })),
    total: await ctx.db.$count(clients, among),
    next: rows.length > input.size && last ? { key: last.sortName, number: last.number } : undefined,
  };
}

import { and, asc, desc, eq, inArray, isNotNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Reader } from "@/db/client";
import { LINES_PER_CLIENT } from "@/db/client-finder";
import { locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import { MERGED_AWAY, survivorOf } from "../access/merged";
import type { Ctx } from "../access/perform";
import { type Scope, scopeOf } from "../access/policy";
import { isCurrent, withinScope } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import { DomainError } from "../core/errors";
import { bsnSearchCode, parseBsn } from "./bsn";
import { maySearchBsn } from "./bsn-rate";
import type { ListClients } from "./input";
import { parseSearch, type SearchTerm } from "./rules";
import { type ClientLine, clientLine, type PlaceView } from "./view";

/** Where hits come from: a source with a condition, and what stands for a client's number and sort keys in it. */
interface Source {
  from: SQL;
  where: SQL | undefined;
  /** Where a client may come by more than once */
  groupBy: SQL;
  number: SQL;
  keys: Record<z.output<typeof ListClients>["sort"], SQL>;
}

/** What a line of the list is made of. */
const LINE_COLUMNS = {
  id: clients.id,
  number: clients.number,
  initials: clients.initials,
  callName: clients.callName,
  prefix: clients.prefix,
  lastName: clients.lastName,
  partnerPrefix: clients.partnerPrefix,
  partnerLastName: clients.partnerLastName,
  nameUse: clients.nameUse,
  birthDate: clients.birthDate,
  gender: clients.gender,
  outOfCareSince: clients.outOfCareSince,
};

/** FTS5's own words mean something between quotes only as text; each word counts from its start. */
function nameQuery(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(" ");
}

const numbersOf = (ids: readonly string[]) =>
  sql`(SELECT ${clients.number} FROM ${clients} WHERE ${inArray(clients.id, [...ids])})`;

/** Names are looked up in the index of words, and sorted and kept within reach by the finder (`db/client-finder.ts`). */
function byName(words: readonly string[], scope: Scope, day: string): Source {
  const number = sql`client_names.rowid`;
  const first = sql`${number} * ${sql.raw(String(LINES_PER_CLIENT))}`;
  const { reach } = scope;
  const lines =
    reach === "everywhere"
      ? sql`line = ${first}`
      : sql`line BETWEEN ${first} AND ${first} + ${sql.raw(String(LINES_PER_CLIENT - 1))}`;
  const today = Number(day.replaceAll("-", ""));
  return {
    from: sql`client_names CROSS JOIN client_finder ON ${lines}`,
    where: and(
      words.length === 0 ? sql`0` : sql`client_names MATCH ${nameQuery(words)}`,
      reach === "everywhere"
        ? undefined
        : or(
            sql`place IN (SELECT place FROM finder_places WHERE ${inArray(sql`location_id`, [...reach])})
              AND from_day <= ${today} AND (until_day IS NULL OR until_day > ${today})`,
            scope.besides.length > 0 ? inArray(number, numbersOf(scope.besides)) : undefined,
          ),
      scope.without.length > 0 ? notInArray(number, numbersOf(scope.without)) : undefined,
    ),
    groupBy: reach === "everywhere" ? sql`` : sql`GROUP BY ${number}`,
    number,
    keys: {
      name: sql`sort_name`,
      number: sql`''`,
      birthDate: sql`(SELECT coalesce(birth_date, '') FROM clients WHERE number = ${number})`,
    },
  };
}

function among(scope: Scope, day: string, condition?: SQL): Source {
  return {
    from: sql`${clients}`,
    where: and(withinScope(scope, day), condition),
    groupBy: sql``,
    number: sql`${clients.number}`,
    keys: {
      name: sql`${clients.sortName}`,
      number: sql`''`,
      birthDate: sql`coalesce(${clients.birthDate}, '')`,
    },
  };
}

function sourceOf(ctx: Ctx, term: SearchTerm, scope: Scope): Source {
  switch (term.kind) {
    case "all":
      return among(scope, ctx.day);
    case "bsn":
      if (ctx.actor.kind === "employee" && !maySearchBsn(ctx.actor.id, ctx.now))
        throw new DomainError("throttled");
      return among(scope, ctx.day, eq(clients.bsnSearch, bsnSearchCode(ctx.world.keys, term.bsn)));
    case "number":
      return among(scope, ctx.day, eq(clients.number, term.number));
    case "birthDate":
      return among(scope, ctx.day, eq(clients.birthDate, term.day));
    case "name":
      return byName(term.words, scope, ctx.day);
  }
}

interface Hit {
  number: number;
  key: string;
  total: number;
}

/**
 * A number that was searched for, with whom it finds: of who was merged away, the client they were merged into.
 * @returns `formerly`: the number as typed, when it finds another
 */
async function followed(ctx: Ctx, term: SearchTerm): Promise<{ term: SearchTerm; formerly: number | null }> {
  const asked = term.kind === "number" ? eq(clients.number, term.number) : undefined;
  const [typed] = asked
    ? await ctx.db.select({ id: clients.id, into: clients.mergedIntoId }).from(clients).where(asked)
    : [];
  if (term.kind !== "number" || !typed?.into) return { term, formerly: null };
  const survivor = eq(clients.id, await survivorOf(ctx.db, typed.id));
  const [found] = await ctx.db.select({ number: clients.number }).from(clients).where(survivor);
  return { term: { kind: "number", number: found?.number ?? term.number }, formerly: term.number };
}

/** A client in the list. `formerly`: the number of who was merged into them, when that is what was searched for */
export type ListedClient = ClientLine & { formerly: number | null };

/**
 * A page of the clients within reach, found by name, number, birth date or BSN.
 * @returns lines, how many there are in all, and where the next page starts (`undefined`: this was the last)
 */
export async function listClients(
  ctx: Ctx,
  input: z.output<typeof ListClients>,
): Promise<{ lines: ListedClient[]; total: number; next: { key: string; number: number } | undefined }> {
  const { term, formerly } = await followed(ctx, parseSearch(input.search, parseBsn));
  const scope = scopeOf(ctx.actor, ...CLIENT_TASKS);
  const { from, where, groupBy, number, keys } = sourceOf(ctx, term, scope);
  const key = keys[input.sort];
  const past = input.descending ? sql`<` : sql`>`;
  const page = input.after && sql`(${key}, ${number}) ${past} (${input.after.key}, ${input.after.number})`;
  const direction = input.descending ? desc : asc;
  // A first page of hits keeps them aside to count and sort; the list of everyone is not gone through for a page.
  const counts = term.kind !== "all" && !page;
  const kept = counts ? sql`MATERIALIZED` : sql``;
  const total = counts ? sql`(SELECT count(*) FROM found)` : sql`0`;
  const hits = await ctx.db.all<Hit>(sql`
    WITH found AS ${kept} (SELECT ${number} AS number, ${key} AS key FROM ${from} WHERE ${and(where, page) ?? sql`1`} ${groupBy})
    SELECT number, key, ${total} AS total FROM found
    ORDER BY ${direction(sql`key`)}, ${direction(sql`number`)} LIMIT ${input.size + 1}`);
  const shown = hits.slice(0, input.size);
  const lines = await linesOf(
    ctx,
    shown.map((hit) => hit.number),
    scope,
  );
  const last = shown.at(-1);
  return {
    lines: lines.map((line) => ({ ...line, formerly })),
    total: counts ? (hits[0]?.total ?? 0) : await countOf(ctx, term, scope),
    next: hits.length > input.size && last ? { key: last.key, number: last.number } : undefined,
  };
}

/** How many clients a search finds; everyone within a reach is counted by where they are, which is quicker. */
async function countOf(ctx: Ctx, term: SearchTerm, scope: Scope): Promise<number> {
  const { reach, besides, without } = scope;
  if (term.kind === "all" && reach !== "everywhere" && without.length === 0) {
    const here = and(inArray(clientLocations.locationId, [...reach]), isCurrent(ctx.day));
    const all = await ctx.db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (
      SELECT ${clientLocations.clientId} AS id FROM ${clientLocations} WHERE ${here}
      UNION SELECT ${clients.id} FROM ${clients} WHERE ${inArray(clients.id, [...besides])})
      WHERE id NOT IN (${MERGED_AWAY})`);
    return all.total;
  }
  // Without going through them all: everyone, less the few who were merged away.
  if (term.kind === "all" && reach === "everywhere" && without.length === 0)
    return (await ctx.db.$count(clients)) - (await ctx.db.$count(clients, isNotNull(clients.mergedIntoId)));
  const { from, where, number, groupBy } = sourceOf(ctx, term, scope);
  const counted = sql`SELECT ${number} FROM ${from} WHERE ${where ?? sql`1`} ${groupBy}`;
  return (await ctx.db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (${counted})`)).total;
}

/** The lines of these clients, in this order; whoever the stays themselves put out of reach is left out. */
async function linesOf(ctx: Ctx, numbers: number[], scope: Scope): Promise<ClientLine[]> {
  const rows = await ctx.db
    .select(LINE_COLUMNS)
    .from(clients)
    .where(and(inArray(clients.number, numbers), withinScope(scope, ctx.day)));
  const places = await placesOf(
    ctx.db,
    rows.map(({ id }) => id),
    ctx.day,
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return numbers
    .flatMap((number) => byNumber.get(number) ?? [])
    .map((row) => clientLine(row, places.get(row.id) ?? [], ctx.day));
}

/** Where these clients are on a day, by client id. */
export async function placesOf(
  db: Reader,
  clientIds: string[],
  day: string,
): Promise<Map<string, PlaceView[]>> {
  const rows = await db
    .select({
      clientId: clientLocations.clientId,
      location: locations.name,
      code: locations.code,
      room: clientLocations.room,
    })
    .from(clientLocations)
    .innerJoin(locations, eq(locations.id, clientLocations.locationId))
    .where(and(inArray(clientLocations.clientId, clientIds), isCurrent(day)));
  const places = new Map<string, PlaceView[]>();
  for (const { clientId, ...place } of rows) places.set(clientId, [...(places.get(clientId) ?? []), place]);
  return places;
}

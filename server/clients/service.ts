import { and, asc, countDistinct, desc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Reader } from "@/db/client";
import { locations } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clientAppointments } from "@/db/schema/client-records";
import { clientLocations, clients } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import { type Reach, reachOf } from "../access/policy";
import { isCurrent, type ReachedClient, withinReach } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import type { EventId } from "../audit/events";
import { DomainError } from "../core/errors";
import { bsnSearchCode, maskBsn, openBsn, parseBsn } from "./bsn";
import { maySearchBsn } from "./bsn-rate";
import { type Field, filledOf } from "./fields";
import { flagsOf } from "./flags";
import type { ListClients } from "./input";
import { INTAKE_FIELDS, LEAVE_FIELDS, MOVE_FIELDS, PERSON_FIELDS, RETURN_FIELDS } from "./person-fields";
import { cardsOf, placeOptions, readNames } from "./records/cards";
import { kinds } from "./records/registry";
import { readRows } from "./records/rows";
import { fieldView } from "./records/view";
import { parseSearch, type SearchTerm } from "./rules";
import { stampOf } from "./versions";
import { type ClientLine, clientHeader, clientLine, type PlaceView, personalia } from "./view";

const SORT_KEYS = {
  name: sql<string>`${clients.sortName}`,
  number: sql<string>`''`,
  birthDate: sql<string>`coalesce(${clients.birthDate}, '')`,
} as const;

/** FTS5's own words mean something between quotes only as text; each word counts from its start. */
function nameQuery(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(" ");
}

function matching(ctx: Ctx, term: SearchTerm): SQL | undefined {
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
    case "name":
      if (term.words.length === 0) return sql`0`;
      return sql`${clients.number} IN (SELECT rowid FROM client_names WHERE client_names MATCH ${nameQuery(term.words)})`;
  }
}

/**
 * A page of the clients within reach, found by name, number, birth date or BSN.
 * @returns lines, how many there are in all, and where the next page starts (`undefined`: this was the last)
 */
export async function listClients(
  ctx: Ctx,
  input: z.output<typeof ListClients>,
): Promise<{ lines: ClientLine[]; total: number; next: { key: string; number: number } | undefined }> {
  const term = parseSearch(input.search, parseBsn);
  const reach = reachOf(ctx.actor, ...CLIENT_TASKS);
  const found = and(withinReach(reach, ctx.day), matching(ctx, term));
  const key = SORT_KEYS[input.sort];
  const past = input.descending ? sql`<` : sql`>`;
  const page =
    input.after && sql`(${key}, ${clients.number}) ${past} (${input.after.key}, ${input.after.number})`;
  const direction = input.descending ? desc : asc;
  // A first page of hits counts them while it sorts them; the list of everyone is not gone through for a page.
  const counts = term.kind !== "all" && !page;
  const hits = await ctx.db
    .select({
      id: clients.id,
      number: clients.number,
      key,
      total: counts ? sql<number>`count(*) OVER ()` : sql<null>`NULL`,
    })
    .from(clients)
    .where(and(found, page))
    .orderBy(direction(key), direction(clients.number))
    .limit(input.size + 1);
  const total = counts
    ? (hits[0]?.total ?? 0)
    : await countOf(ctx, term.kind === "all" ? reach : null, found);
  const ids = hits.slice(0, input.size).map(({ id }) => id);
  const wide = await ctx.db.select().from(clients).where(inArray(clients.id, ids));
  const shown = ids.flatMap((id) => wide.find((client) => client.id === id) ?? []);
  const places = await placesOf(ctx.db, ids, ctx.day);
  const lines = shown.map((client) => clientLine(client, places.get(client.id) ?? [], ctx.day));
  const last = hits[input.size - 1];
  const next = hits.length > input.size && last ? { key: last.key, number: last.number } : undefined;
  return { lines, total, next };
}

/**
 * How many clients a condition finds; everyone within a reach is counted by where they are, which is quicker.
 * @param everyoneIn the reach, when all within it are meant
 */
async function countOf(ctx: Ctx, everyoneIn: Reach | null, found: SQL | undefined): Promise<number> {
  if (everyoneIn === null || everyoneIn === "everywhere") return ctx.db.$count(clients, found);
  const [here] = await ctx.db
    .select({ total: countDistinct(clientLocations.clientId) })
    .from(clientLocations)
    .where(and(inArray(clientLocations.locationId, [...everyoneIn]), isCurrent(ctx.day)));
  return here?.total ?? 0;
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

async function rowOf(ctx: Ctx, client: ReachedClient) {
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, client.id));
  if (!row) throw new DomainError("not-found");
  return row;
}

/** Who a client is, for the header of each page, and what this person may do with them. */
export async function getHeader(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = await placesOf(ctx.db, [client.id], ctx.day);
  return {
    ...clientHeader(row, places.get(client.id) ?? [], ctx.day, ctx.world.keys),
    flags: ctx.allows("dossier.view") ? await flagsOf(ctx, client) : [],
    may: {
      dossier: ctx.allows("dossier.view"),
      edit: ctx.allows("dossier.view") && ctx.allows("dossier.edit"),
      export: ctx.allows("dossier.export"),
      manage: ctx.allows("client.manage"),
    },
  };
}

const RECENT_EVENTS = 200;
const RECENT_CLIENTS = 6;

/** The clients this person opened last, from their own lines in the log; who is out of reach by now is left out. */
export async function recentClients(ctx: Ctx): Promise<(ClientLine & { openedAt: number })[]> {
  if (ctx.actor.kind !== "employee") return [];
  const opened = await ctx.db
    .select({ clientId: auditEntries.clientId, at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.actor, `employee:${ctx.actor.id}`),
        eq(auditEntries.event, "client.opened" satisfies EventId),
        eq(auditEntries.outcome, "done"),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(RECENT_EVENTS);
  const last = new Map<string, number>();
  for (const { clientId, at } of opened) if (clientId && !last.has(clientId)) last.set(clientId, at);
  const ids = [...last.keys()];
  const rows = await ctx.db
    .select()
    .from(clients)
    .where(and(inArray(clients.id, ids), withinReach(reachOf(ctx.actor, ...CLIENT_TASKS), ctx.day)));
  const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).slice(0, RECENT_CLIENTS);
  const places = await placesOf(
    ctx.db,
    found.map(({ id }) => id),
    ctx.day,
  );
  return found.map((row) => ({
    ...clientLine(row, places.get(row.id) ?? [], ctx.day),
    openedAt: last.get(row.id) ?? 0,
  }));
}

/** The whole BSN, for whoever needs it; asking is an event. `null` when none is recorded. */
export async function revealBsn(ctx: Ctx, client: ReachedClient): Promise<string | null> {
  const row = await rowOf(ctx, client);
  return row.bsnSealed === null ? null : openBsn(ctx.world.keys, row.bsnSealed);
}

/** Personalia with the cards around them, and for the office what the form and the menu need. */
export async function getPersonalia(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = ctx.allows("client.manage") ? await placeOptions(ctx) : null;
  return {
    ...personalia(row),
    cards: await cardsOf(ctx, client, "general"),
    /** What a move asks; `null` for who may not */
    moveFields: places && MOVE_FIELDS.map((field) => fieldView(field, places)),
  };
}

/** The forms about the person: personalia, and in or out of care. */
export async function getForms(ctx: Ctx, client: ReachedClient) {
  const row = await rowOf(ctx, client);
  const places = await placeOptions(ctx);
  const view = (fields: readonly Field[]) => fields.map((field) => fieldView(field, places));
  return {
    stamp: stampOf(row),
    person: { fields: view(PERSON_FIELDS), filled: filledOf(PERSON_FIELDS, row) },
    maskedBsn: row.bsnSealed === null ? null : maskBsn(openBsn(ctx.world.keys, row.bsnSealed)),
    care: {
      since: row.inCareSince,
      outSince: row.outOfCareSince,
      leave: view(LEAVE_FIELDS),
      return: view(RETURN_FIELDS),
      ending: await endingWithCare(ctx, client),
      planned: await plannedAppointments(ctx, client),
    },
    today: ctx.day,
  };
}

/** What ends when this client leaves care, in words. */
async function endingWithCare(ctx: Ctx, client: ReachedClient): Promise<string[]> {
  const names = await readNames(ctx);
  const lines: string[] = [];
  for (const kind of kinds.filter(({ endsWithCare }) => endsWithCare)) {
    for (const row of await readRows(ctx.db, kind, client.id)) {
      const until = row[kind.until] ?? null;
      if (until !== null && String(until) <= ctx.day) continue;
      const { label, title } = kind.line(row, names);
      lines.push(`${label}: ${title}`);
    }
  }
  return lines;
}

function plannedAppointments(ctx: Ctx, client: ReachedClient): Promise<number> {
  const { clientId, startsAt, cancelledOn } = clientAppointments;
  return ctx.db.$count(
    clientAppointments,
    and(eq(clientId, client.id), gte(startsAt, ctx.now), isNull(cancelledOn)),
  );
}

/** What the intake asks. */
export async function getIntakeForm(ctx: Ctx) {
  const places = await placeOptions(ctx);
  return { fields: INTAKE_FIELDS.map((field) => fieldView(field, places)), today: ctx.day };
}

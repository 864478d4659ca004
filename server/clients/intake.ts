import { and, eq, inArray, isNull, lte, max, ne, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Reader } from "@/db/client";
import { clientAddresses, clientLocations, clients } from "@/db/schema/clients";
import type { ChangeCtx, Ctx } from "../access/perform";
import { scopeOf } from "../access/policy";
import { withinScope } from "../access/reach";
import { CLIENT_TASKS } from "../access/tasks";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { bsnSearchCode, sealBsn } from "./bsn";
import { maySearchBsn } from "./bsn-rate";
import { type Read, readFields, readOrRefuse } from "./fields";
import type { FindAlike, NewClient } from "./input";
import { placesOf } from "./list";
import { hasSameBsn, isProposed, type Reason } from "./match";
import { lookUp } from "./match/lookup";
import { currentMeasure, scoreOf } from "./match/measure";
import type { MatchPerson } from "./match/person";
import { INTAKE_FIELDS } from "./person-fields";
import { mayPlaceAt } from "./records/stays";
import { keepVersion, madeBefore } from "./versions";
import { type ClientLine, clientLine } from "./view";

/** Numbers above this are for who came by an import. */
const LAST_OWN_NUMBER = 20_000;
const FIRST_NUMBER = 10_001;
/** Clients shown as alike at most: more than anyone compares at the desk. */
const MOST_SHOWN = 10;

type Values = Read["values"];
const textOf = (values: Values, key: string): string | null => {
  const value = values[key];
  return typeof value === "string" ? value : null;
};

/** The next free client number: a number once given is never given again. */
async function nextNumber(db: Reader): Promise<number> {
  const highest = async (where: SQL | undefined) =>
    (
      await db
        .select({ number: max(clients.number) })
        .from(clients)
        .where(where)
    )[0]?.number ?? 0;
  const own = Math.max(await highest(lte(clients.number, LAST_OWN_NUMBER)), FIRST_NUMBER - 1);
  return (own < LAST_OWN_NUMBER ? own : await highest(undefined)) + 1;
}

/** Who may be the same person, the likeliest first, and how far they agree with who is asked about. */
export interface Alike {
  clients: (ClientLine & { sameBsn: boolean; agreements: Pick<Reason, "field" | "agreement">[] })[];
  /** Others have this BSN, outside the reach of who asks: that there are any is all that is told */
  elsewhere: number;
}

/** Someone in a form as clients are compared; the BSN as its search code. */
function personIn(values: Values, code: string | null): MatchPerson {
  const text = (key: string) => textOf(values, key);
  return {
    ...{ bsn: code, firstNames: text("firstNames"), initials: text("initials"), callName: text("callName") },
    ...{ lastName: text("lastName"), partnerLastName: text("partnerLastName") },
    ...{ birthDate: text("birthDate"), gender: text("gender"), email: text("email") },
    ...{ street: text("street"), houseNumber: text("houseNumber") },
    ...{ postcode: text("postcode"), city: text("city"), phones: [text("phone"), text("mobile")] },
  };
}

/** @param except the client itself, when their personalia change */
export async function alikeTo(ctx: Ctx, values: Values, except?: string): Promise<Alike> {
  const bsn = textOf(values, "bsn");
  if (bsn !== null && ctx.actor.kind === "employee" && !maySearchBsn(ctx.actor.id, ctx.now))
    throw new DomainError("throttled");
  const code = bsn === null ? null : bsnSearchCode(ctx.world.keys, bsn);
  const person = personIn(values, code);
  const others = except === undefined ? undefined : ne(clients.id, except);
  const reach = withinScope(scopeOf(ctx.actor, ...CLIENT_TASKS), ctx.day);
  const measure = await currentMeasure(ctx.db);
  const found = (await lookUp(ctx.db, ctx.day, person, and(others, reach)))
    .map((client) => ({ id: client.id, scored: scoreOf({ person }, client, measure) }))
    .filter(({ scored }) => isProposed(scored, measure.likely))
    .sort((a, b) => b.scored.bits - a.scored.bits);
  const ids = found.slice(0, MOST_SHOWN).map(({ id }) => id);
  const rows = await ctx.db.select().from(clients).where(inArray(clients.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const places = await placesOf(ctx.db, ids, ctx.day);
  for (const id of ids) ctx.touch("client", id);
  const known =
    code === null ? undefined : and(eq(clients.bsnSearch, code), others, isNull(clients.mergedIntoId));
  return {
    clients: found.flatMap(({ id, scored: { reasons } }) => {
      const row = byId.get(id);
      if (!row) return [];
      const agreements = reasons.map(({ field, agreement }) => ({ field, agreement }));
      return [
        { ...clientLine(row, places.get(id) ?? [], ctx.day), sameBsn: hasSameBsn(reasons), agreements },
      ];
    }),
    elsewhere: known
      ? (await ctx.db.$count(clients, known)) - (await ctx.db.$count(clients, and(known, reach)))
      : 0,
  };
}

/** Who looks like the person in a form; fields that are wrong are left out of the search. */
export async function findAlike(ctx: Ctx, input: z.output<typeof FindAlike>): Promise<Alike> {
  const { values, problems } = readFields(INTAKE_FIELDS, input.values, ctx.day);
  for (const { path } of problems) values[path] = null;
  return alikeTo(ctx, values);
}

/** @throws DomainError `client-alike` when someone looks like this person, and the maker has not seen who */
export async function assertNobodyAlike(ctx: Ctx, values: Values, except?: string): Promise<void> {
  const { clients: found, elsewhere } = await alikeTo(ctx, values, except);
  if (found.length + elsewhere > 0) throw new DomainError("client-alike");
}

/** The columns of a BSN: sealed, and searchable by who has the key. */
export function bsnColumns(ctx: Ctx, bsn: string | null) {
  return {
    bsnSealed: bsn && sealBsn(ctx.world.keys, bsn),
    bsnSearch: bsn && bsnSearchCode(ctx.world.keys, bsn),
  };
}

/**
 * Takes a person in as a client, with an address and a first place. The number is given here; the same request key
 * again is the same client.
 * @throws DomainError `form-invalid` with fields, `client-alike`
 */
export async function makeClient(
  ctx: ChangeCtx,
  input: z.output<typeof NewClient>,
): Promise<{ number: number }> {
  const made = await madeBefore(ctx, input, "person");
  if (made) {
    const [row] = await ctx.tx.select().from(clients).where(eq(clients.id, made.clientId));
    if (row) return { number: row.number };
  }
  const values = readOrRefuse(INTAKE_FIELDS, input.values, ctx.day);
  const text = (key: string) => textOf(values, key);
  const locationId = text("locationId") ?? "";
  if (!(await mayPlaceAt(ctx, locationId)))
    throw new DomainError("form-invalid", { fields: [{ path: "locationId", problem: "place-not-yours" }] });
  if (!input.alikeSeen) await assertNobodyAlike(ctx, values);
  const id = newId(ctx.now);
  const number = await nextNumber(ctx.tx);
  const { street, houseNumber, postcode, city, locationId: _, room: __, bsn, ...person } = values;
  await ctx.tx.insert(clients).values({
    ...(person as Pick<typeof clients.$inferInsert, "lastName" | "nameUse" | "gender">),
    ...bsnColumns(ctx, typeof bsn === "string" ? bsn : null),
    ...{ id, number, createdAt: ctx.now, changedAt: ctx.now },
  });
  const fromDate = text("inCareSince") ?? ctx.day;
  const stayId = newId(ctx.now);
  await ctx.tx
    .insert(clientLocations)
    .values({ id: stayId, clientId: id, locationId, room: text("room"), fromDate });
  const common = { clientId: id, action: "added", before: null } as const;
  await keepVersion(ctx, { ...common, kind: "person", recordId: id, request: input });
  await keepVersion(ctx, { ...common, kind: "stays", recordId: stayId });
  if (street ?? houseNumber ?? postcode ?? city) {
    const addressId = newId(ctx.now);
    await ctx.tx.insert(clientAddresses).values({
      ...{ id: addressId, clientId: id, kind: "home", fromDate: null },
      ...{ street: text("street"), houseNumber: text("houseNumber") },
      ...{ postcode: text("postcode"), city: text("city"), country: "Nederland" },
    });
    await keepVersion(ctx, { ...common, kind: "addresses", recordId: addressId });
  }
  ctx.touch("client", id);
  return { number };
}

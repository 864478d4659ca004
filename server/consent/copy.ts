import { and, asc, eq, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/client";
import { careRules } from "@/db/schema/care-rules";
import { clientAddresses, clients, contacts } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { openBsn } from "../clients/bsn";
import { giveContact, givePatient } from "../clients/fhir";
import { DomainError } from "../core/errors";
import type { FhirResource } from "../dossier/fhir";
import { type AnyPart, type AnyRow, parts } from "../dossier/registry";
import { DATA_KINDS, type DataKind } from "./data-kinds";
import { decisionsOf, partyOf } from "./history";
import { consentAt, refusalOf } from "./rules";

const PAGE = 500;
const BASE = "https://kroniek.invalid/fhir";

type Gets = (kind: DataKind) => boolean;

/** What of the person a party gets: nothing it was not given. */
async function personOf(ctx: Ctx, clientId: string, gets: Gets): Promise<FhirResource> {
  const [row] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
  if (!row) throw new DomainError("not-found");
  const bsn = gets("bsn") && row.bsnSealed !== null ? openBsn(ctx.world.keys, row.bsnSealed) : null;
  const { name, gender, birthDate, telecom, deceasedDateTime, deceasedBoolean, ...rest } = givePatient(
    row,
    bsn,
  );
  const address = gets("address")
    ? (await ctx.db.select().from(clientAddresses).where(eq(clientAddresses.clientId, clientId)))
        .filter(({ untilDate }) => untilDate === null || untilDate > ctx.day)
        .map(({ street, houseNumber, postcode, city, country }) => ({
          line: [[street, houseNumber].filter(Boolean).join(" ")],
          postalCode: postcode ?? undefined,
          city: city ?? undefined,
          country: country ?? undefined,
        }))
    : undefined;
  return {
    ...rest,
    ...(gets("identity") && { name, gender, birthDate, deceasedDateTime, deceasedBoolean }),
    ...(gets("address") && { telecom, address }),
  };
}

/** Care rules as Coverage: which law pays for which care, from when to when. */
async function registrationOf(
  db: Reader,
  clientId: string,
  patient: { reference: string },
): Promise<FhirResource[]> {
  const rows = await db.select().from(careRules).where(eq(careRules.clientId, clientId));
  return rows.map(({ id, law, product, fromDate, untilDate }) => ({
    resourceType: "Coverage",
    id,
    status: "active",
    type: { text: law },
    beneficiary: patient,
    payor: [{ display: law }],
    class: [{ type: { text: "Zorgproduct" }, value: product }],
    period: { start: fromDate, end: untilDate ?? undefined },
  }));
}

/**
 * The entries of a part that go to others: neither hidden nor bound to an expertise (those are for some colleagues
 * only, let alone for other organisations), and nothing that was entered in error.
 */
function goesOut(part: AnyPart, row: AnyRow): boolean {
  const values: Readonly<Record<string, unknown>> = row;
  const bound =
    part.restricted?.expertises && Array.isArray(values.expertises) && values.expertises.length > 0;
  const hidden = part.restricted?.hidden && values.hidden === true;
  return !bound && !hidden && values.status !== "entered-in-error" && !row.archivedAt;
}

async function* entriesOf(db: Reader, part: AnyPart, clientId: string): AsyncGenerator<AnyRow> {
  const table = part.table as AnyPart["table"] & { moment: SQLiteColumn; id: SQLiteColumn };
  let last: AnyRow | undefined;
  for (;;) {
    const after = last && sql`(${table.moment}, ${table.id}) > (${last.moment}, ${last.id})`;
    const page = (await db
      .select()
      .from(table)
      .where(and(eq(table.clientId, clientId), after))
      .orderBy(asc(table.moment), asc(table.id))
      .limit(PAGE)) as AnyRow[];
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
    // Other requests get their turn between the pages of a long dossier.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A copy for a party: its file name, its text in pieces, and how many resources it holds. */
export interface PartyCopy {
  name: string;
  text: string[];
  resources: number;
}

/**
 * The copy of a dossier that a party may get at this moment: a FHIR R4 Bundle with only the kinds of data it gets.
 * Consent is asked here, in the same act that lets the data out.
 * @throws DomainError `consent-…` with why it may not, `party-gone`
 */
export async function copyForParty(ctx: Ctx, client: ReachedClient, partyId: string): Promise<PartyCopy> {
  const party = await partyOf(ctx.db, partyId);
  ctx.touch("party", party.id);
  const answer = consentAt(party, await decisionsOf(ctx.db, client.id, party.id), {
    at: ctx.now,
    day: ctx.day,
  });
  const refusal = refusalOf(answer);
  if (refusal) throw new DomainError(refusal);
  const gets: Gets = (kind) => party.newest.gets.includes(kind);
  const text: string[] = [];
  const add = (resource: FhirResource) => {
    const fullUrl = `${BASE}/${resource.resourceType}/${resource.id}`;
    text.push(`${text.length === 0 ? "\n" : ",\n"}${JSON.stringify({ fullUrl, resource })}`);
  };
  const person = await personOf(ctx, client.id, gets);
  const patient = { reference: `Patient/${person.id}` };
  add(person);
  if (gets("contacts")) {
    const around = await ctx.db.select().from(contacts).where(eq(contacts.clientId, client.id));
    for (const row of around) add(giveContact(row, patient));
  }
  if (gets("registration")) for (const rule of await registrationOf(ctx.db, client.id, patient)) add(rule);
  for (const part of parts) {
    const kinds = Object.entries(DATA_KINDS) as [DataKind, { parts: readonly string[] }][];
    if (!kinds.some(([kind, { parts: slugs }]) => gets(kind) && slugs.includes(part.slug))) continue;
    for await (const row of entriesOf(ctx.db, part, client.id)) {
      if (!goesOut(part, row)) continue;
      for (const resource of part.fhir.give(row, { patient, scope: "complete" })) add(resource);
    }
  }
  const resources = text.length;
  const head = { resourceType: "Bundle", type: "collection", timestamp: new Date(ctx.now).toISOString() };
  text.unshift(`${JSON.stringify(head).slice(0, -1)},"entry":[`);
  text.push("]}\n");
  ctx.purpose("party-copy");
  ctx.detail(`resources=${resources}`);
  return { name: `kopie-${client.number}-${ctx.day.replaceAll("-", "")}.json`, text, resources };
}

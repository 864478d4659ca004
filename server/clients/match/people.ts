import { createHash } from "node:crypto";
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clientAddresses, clients } from "@/db/schema/clients";
import type { MatchPerson } from "./person";

/** A client as they are compared, and who they are. */
export interface ComparedClient {
  id: string;
  number: number;
  person: MatchPerson;
}

/** What is read of a client to compare them by; `db/changed-people.ts` watches the same columns. */
const COLUMNS = {
  id: clients.id,
  number: clients.number,
  bsn: clients.bsnSearch,
  firstNames: clients.firstNames,
  initials: clients.initials,
  callName: clients.callName,
  lastName: clients.lastName,
  partnerLastName: clients.partnerLastName,
  birthDate: clients.birthDate,
  gender: clients.gender,
  phone: clients.phone,
  mobile: clients.mobile,
  email: clients.email,
  street: clientAddresses.street,
  houseNumber: clientAddresses.houseNumber,
  postcode: clientAddresses.postcode,
  city: clientAddresses.city,
};

/** Where someone lives on a day. */
function livesAt(day: string): SQL | undefined {
  return and(
    eq(clientAddresses.clientId, clients.id),
    eq(clientAddresses.kind, "home"),
    or(isNull(clientAddresses.fromDate), lte(clientAddresses.fromDate, day)),
    or(isNull(clientAddresses.untilDate), gt(clientAddresses.untilDate, day)),
  );
}

/**
 * Clients as they are compared, by id; who was merged away is none any more. The BSN is its search code.
 * @param day Amsterdam calendar day: which address is current
 */
export async function readPeople(
  db: Reader,
  day: string,
  which: SQL | undefined,
  limit?: number,
): Promise<ComparedClient[]> {
  const query = db
    .select(COLUMNS)
    .from(clients)
    .leftJoin(clientAddresses, livesAt(day))
    .where(and(isNull(clients.mergedIntoId), which))
    // The plus keeps SQLite from going through everyone by id.
    .orderBy(sql`+${clients.id}`, asc(clientAddresses.fromDate), asc(clientAddresses.id));
  const rows = await (limit === undefined ? query : query.limit(limit));
  // With two current homes the one since last counts.
  const people = new Map<string, ComparedClient>();
  for (const { id, number, phone, mobile, ...person } of rows)
    people.set(id, { id, number, person: { ...person, phones: [phone, mobile] } });
  return [...people.values()];
}

/** These clients as they are compared, by id. */
export async function peopleOf(
  db: Reader,
  day: string,
  ids: readonly string[],
): Promise<Map<string, ComparedClient>> {
  const found = new Map<string, ComparedClient>();
  for (let from = 0; from < ids.length; from += 500) {
    const some = await readPeople(db, day, inArray(clients.id, ids.slice(from, from + 500)));
    for (const person of some) found.set(person.id, person);
  }
  return found;
}

/** All that was compared of two clients in a few signs: another text means that something of it changed. */
export function comparedDigest(one: ComparedClient, other: ComparedClient): string {
  const both = [one, other].sort((a, b) => (a.id < b.id ? -1 : 1));
  const texts = both.map(({ id, person }) => [
    id,
    ...Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return createHash("sha256").update(JSON.stringify(texts)).digest("base64url").slice(0, 22);
}

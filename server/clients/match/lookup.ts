import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { type ComparedClient, readPeople } from "./people";
import type { MatchPerson } from "./person";

/** Rows looked at for one person at most: who shares this much with more than these shares it by chance. */
const MOST = 300;

/** The birth date, and the one with day and month in each other's place. */
function birthDates(date: string | null | undefined): string[] {
  if (!date) return [];
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year && month && day ? [...new Set([date, `${year}-${day}-${month}`])] : [date];
}

const wordsOf = (...texts: (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text ?? "").split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 1);

/** In FTS5 a word between quotes is text, whatever it is; a star: it begins so. */
const anyOf = (words: readonly string[], star = "") =>
  `(${[...new Set(words)].map((word) => `"${word}"${star}`).join(" OR ")})`;

/** One of the last names with one of the given names, or what they begin with: Joh for Johanna and Johannes. */
function byName({ lastName, partnerLastName, callName, firstNames }: MatchPerson): SQL | undefined {
  const last = wordsOf(lastName, partnerLastName).filter((word) => word.length > 2);
  const given = wordsOf(callName, firstNames).map((word) => word.slice(0, 3));
  if (last.length === 0 || given.length === 0) return undefined;
  const asked = `${anyOf(last)} AND ${anyOf(given, "*")}`;
  return sql`${clients.number} IN (SELECT rowid FROM client_names WHERE client_names MATCH ${asked} LIMIT ${MOST})`;
}

/**
 * Clients worth comparing with one person: with the same BSN, born on the same day (or day and month changed places), or
 * with a name alike. By indexes, where comparing everyone (`candidates.ts`) takes all of them.
 * @param which narrows it, to who is in reach for instance
 */
export async function lookUp(
  db: Reader,
  day: string,
  person: MatchPerson,
  which?: SQL,
): Promise<ComparedClient[]> {
  const dates = birthDates(person.birthDate);
  const ways = [
    person.bsn ? sql`${clients.bsnSearch} = ${person.bsn}` : undefined,
    dates.length > 0 ? inArray(clients.birthDate, dates) : undefined,
    byName(person),
  ];
  const found = new Map<string, ComparedClient>();
  // One after the other: with OR SQLite would go through everyone.
  for (const way of ways) {
    if (!way) continue;
    for (const client of await readPeople(db, day, and(way, which), MOST)) found.set(client.id, client);
  }
  return [...found.values()];
}

import { and, gt, isNull, lte, max, min } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { duplicateChanges, duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import { hasSameBsn, isProposed, type Reason, score, threshold } from "../clients/match";
import { candidates } from "../clients/match/candidates";
import { type CommonNames, commonNames, frequenciesFrom } from "../clients/match/names";
import { type ComparedClient, comparedDigest, readPeople } from "../clients/match/people";
import { prepare } from "../clients/match/person";

/** Two clients, the lower id first. */
export interface Two {
  oneId: string;
  otherId: string;
}

/** Two clients who may be one person. */
export interface FoundPair extends Two {
  sameBsn: boolean;
  bits: number;
  reasons: readonly Reason[];
}

/** What comparing all clients gave. */
export interface Scanned {
  people: number;
  names: CommonNames;
  /** Pairs in all */
  found: number;
  /** Those that are new or scored otherwise than what is stored, some at a time: each text is JSON of `FoundPair[]` */
  put: string[];
  /** Stored pairs that are none any more */
  drop: Two[];
  /** Decisions about people whose data are no longer those they were about, by their two ids and what was compared */
  overtaken: (Two & { compared: string })[];
  /** The last change that was surely seen: who changed after it is to be compared once more */
  upTo: number;
}

const SLICE = 5_000;
/** Pairs that are written at once: some milliseconds of work for the thread that also serves pages. */
const PUT = 50;
/** Reading is about this share of the work. */
const READING = 0.3;

/** A found pair as it is stored. */
export function pairOf(
  a: string,
  b: string,
  scored: { bits: number; reasons: readonly Reason[] },
): FoundPair {
  const [oneId, otherId] = a < b ? [a, b] : [b, a];
  return { oneId, otherId, sameBsn: hasSameBsn(scored.reasons), ...scored };
}

async function everyone(
  db: Reader,
  day: string,
  reached: (share: number) => void,
): Promise<ComparedClient[]> {
  const [range] = await db.select({ first: min(clients.number), last: max(clients.number) }).from(clients);
  const [first, last] = [range?.first ?? 0, range?.last ?? -1];
  const people: ComparedClient[] = [];
  for (let from = first - 1; from < last; from += SLICE) {
    const slice = and(gt(clients.number, from), lte(clients.number, from + SLICE));
    for (const person of await readPeople(db, day, slice)) people.push(person);
    reached(Math.min(1, (from + SLICE - first) / (last - first + 1)));
  }
  return people;
}

async function overtakenAmong(db: Reader, people: readonly ComparedClient[]): Promise<Scanned["overtaken"]> {
  const decisions = await db.select().from(duplicateDecisions).where(isNull(duplicateDecisions.endedAt));
  const byId = new Map(people.map((person) => [person.id, person]));
  return decisions.flatMap(({ oneId, otherId, compared }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    // Who was merged away may come back: the decision waits for them.
    if (!one || !other || comparedDigest(one, other) === compared) return [];
    return [{ oneId, otherId, compared }];
  });
}

const keyOf = ({ oneId, otherId }: Two): string => `${oneId} ${otherId}`;

/** What is to be written of these pairs, and which stored ones are found no more. */
async function differenceTo(db: Reader, found: readonly FoundPair[]): Promise<Pick<Scanned, "put" | "drop">> {
  const stored = await db.select().from(duplicatePairs);
  const before = new Map(stored.map((pair) => [keyOf(pair), pair]));
  const now = new Set(found.map(keyOf));
  const put = found.filter((pair) => {
    const known = before.get(keyOf(pair));
    return known?.bits !== pair.bits || JSON.stringify(known.reasons) !== JSON.stringify(pair.reasons);
  });
  const texts: string[] = [];
  for (let from = 0; from < put.length; from += PUT) texts.push(JSON.stringify(put.slice(from, from + PUT)));
  const drop = stored.filter((pair) => !now.has(keyOf(pair)));
  return { put: texts, drop: drop.map(({ oneId, otherId }) => ({ oneId, otherId })) };
}

/**
 * Compares all clients with each other. Takes seconds of work at a stretch: for a thread of its own, unless they are few.
 * @param reached told which share (0–1) is done
 */
export async function scanAll(
  db: Reader,
  day: string,
  reached: (share: number) => void = () => undefined,
): Promise<Scanned> {
  const [changes] = await db.select({ upTo: max(duplicateChanges.seq) }).from(duplicateChanges);
  const people = await everyone(db, day, (share) => reached(READING * share));
  const prepared = people.map(({ person }) => prepare(person));
  const names = commonNames(prepared);
  const frequencies = frequenciesFrom(names);
  const enough = threshold(people.length);
  const pairs: FoundPair[] = [];
  for (const [a, b] of candidates(prepared, (share) => reached(READING + (1 - READING) * share))) {
    const [one, other, first, second] = [people[a], people[b], prepared[a], prepared[b]];
    if (!one || !other || !first || !second) continue;
    const scored = score(first, second, frequencies);
    if (isProposed(scored, enough)) pairs.push(pairOf(one.id, other.id, scored));
  }
  const overtaken = await overtakenAmong(db, people);
  return {
    ...{ people: people.length, names, overtaken, upTo: changes?.upTo ?? 0, found: pairs.length },
    ...(await differenceTo(db, pairs)),
  };
}

import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import type { AuditRow } from "./chain";
import type { Place } from "./input";

/** Which rows are asked for, in the terms of the log itself. */
export interface Criteria {
  /** First and last row (sequence) that come into question */
  low: number;
  high: number;
  /** Moments (epoch ms), the second one excluded */
  from?: number;
  until?: number;
  /** About any of these */
  clientIds?: readonly string[];
  actor?: string;
  /** Any of these; empty means all */
  events: readonly string[];
  outcome?: "done" | "refused" | "failed";
  emergency?: true;
  /** Ids of the clients a limited reach keeps to */
  within?: SQL;
}

/** A stretch of one index, newest rows last, that holds candidates: its key is what the index begins with. */
interface Stream {
  index: string | null;
  key: SQL | undefined;
}

/** Beyond this a count is not gone through: "meer dan 10.000". */
export const COUNTED = 10_000;

const t = auditEntries;
const SIGN_IN = sql`event = 'sign-in'`;

/** Who signs in is nobody yet: the row names whom it was about, and nothing else. */
const signingIn = (actor: string) => and(SIGN_IN, eq(t.objects, [actor]));

/** Roads to the rows by each thing asked for: for a person also where they signed in, which they do as nobody yet. */
function roads(criteria: Criteria): Stream[][] {
  const { clientIds, actor, events, outcome, emergency } = criteria;
  const all: Stream[][] = [];
  if (clientIds !== undefined)
    all.push(clientIds.map((id) => ({ index: "client", key: eq(t.clientId, id) })));
  if (actor !== undefined) {
    const own = { index: "actor", key: eq(t.actor, actor) };
    const signsIn = { index: "sign_in", key: signingIn(actor) };
    all.push(actor.startsWith("employee:") ? [own, signsIn] : [own]);
  }
  if (emergency) all.push([{ index: "emergency", key: sql`emergency = 1` }]);
  if (outcome !== undefined && outcome !== "done")
    all.push([{ index: "not_done", key: and(sql`outcome <> 'done'`, eq(t.outcome, outcome)) }]);
  // Who signs in is not in the index of events, so a person is never looked up by the event.
  if (events.length > 0 && actor === undefined)
    all.push(events.map((event) => ({ index: "event", key: eq(t.event, event) })));
  return all.length > 0 ? all : [[{ index: null, key: undefined }]];
}

/** What a row must be besides what its stream says of it. */
function conditions(criteria: Criteria, stream: Stream, low: number, high: number): SQL | undefined {
  const { from, until, clientIds, actor, events, outcome, emergency, within } = criteria;
  const whose = stream.index === "actor" || stream.index === "sign_in";
  return and(
    stream.key,
    sql`sequence BETWEEN ${low} AND ${high}`,
    from === undefined ? undefined : gte(t.at, from),
    until === undefined ? undefined : lt(t.at, until),
    clientIds === undefined || stream.index === "client" ? undefined : inArray(t.clientId, [...clientIds]),
    actor === undefined || whose ? undefined : or(eq(t.actor, actor), signingIn(actor)),
    events.length === 0 || stream.index === "event" ? undefined : inArray(t.event, [...events]),
    outcome === undefined ? undefined : eq(t.outcome, outcome),
    emergency ? sql`emergency = 1` : undefined,
    within && sql`client_id IN (${within})`,
  );
}

const using = ({ index }: Stream): SQL =>
  index === null ? sql`NOT INDEXED` : sql.raw(`INDEXED BY audit_entries_${index}`);

/** The rows of all streams together that fit, as a query for their sequence. */
function union(criteria: Criteria, streams: readonly Stream[], tail: SQL, low: number, high: number): SQL {
  const each = streams.map(
    (stream) =>
      sql`SELECT * FROM (SELECT sequence FROM audit_entries ${using(stream)}
        WHERE ${conditions(criteria, stream, low, high)} ${tail})`,
  );
  return sql.join(each, sql` UNION ALL `);
}

async function countUpTo(
  db: Reader,
  criteria: Criteria,
  streams: readonly Stream[],
  most: number,
): Promise<number> {
  const rows = union(criteria, streams, sql`LIMIT ${most}`, criteria.low, criteria.high);
  const [found] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM (${rows} LIMIT ${most})`);
  return found?.n ?? 0;
}

/** The road with the fewest candidates; counting them stops early. */
async function shortest(db: Reader, criteria: Criteria): Promise<Stream[]> {
  const [first = [], ...others] = roads(criteria);
  if (others.length === 0) return first;
  const { low, high } = criteria;
  let best = first;
  let fewest = Number.POSITIVE_INFINITY;
  for (const road of [first, ...others]) {
    const bare = { low, high, events: [] };
    const count = await countUpTo(db, bare, road, Math.min(fewest, 2 * COUNTED));
    if (count >= fewest) continue;
    best = road;
    fewest = count;
  }
  return best;
}

/**
 * First and last row of a period. The log goes by sequence and the clock may jump back, so a row of the period can
 * stand anywhere: these are the outermost. `undefined` when there is none.
 */
export async function boundsOf(
  db: Reader,
  { from, until }: Pick<Criteria, "from" | "until">,
  head: number,
): Promise<{ low: number; high: number } | undefined> {
  if (from === undefined && until === undefined) return head > 0 ? { low: 1, high: head } : undefined;
  const [found] = await db.all<{ low: number | null; high: number | null }>(sql`
    SELECT min(sequence) AS low, max(sequence) AS high FROM audit_entries INDEXED BY audit_entries_at
    WHERE at >= ${from ?? Number.MIN_SAFE_INTEGER} AND at < ${until ?? Number.MAX_SAFE_INTEGER}`);
  return found?.low == null || found.high === null ? undefined : { low: found.low, high: found.high };
}

/** The rows that are asked for, found by the road that passes the fewest others. */
export interface Question {
  criteria: Criteria;
  streams: readonly Stream[];
}

/** Chooses how to look. */
export async function ask(db: Reader, criteria: Criteria): Promise<Question> {
  return { criteria, streams: await shortest(db, criteria) };
}

async function sequences(
  db: Reader,
  { criteria, streams }: Question,
  direction: "ASC" | "DESC",
  between: { low?: number; high?: number },
  limit: number,
): Promise<number[]> {
  const low = Math.max(criteria.low, between.low ?? criteria.low);
  const high = Math.min(criteria.high, between.high ?? criteria.high);
  const order = sql.raw(`ORDER BY sequence ${direction}`);
  const all = union(criteria, streams, sql`${order} LIMIT ${limit}`, low, high);
  const rows = await db.all<{ sequence: number }>(sql`SELECT sequence FROM (${all}) ${order} LIMIT ${limit}`);
  return rows.map(({ sequence }) => sequence);
}

async function rowsOf(db: Reader, wanted: readonly number[]): Promise<AuditRow[]> {
  if (wanted.length === 0) return [];
  const rows = await db
    .select()
    .from(t)
    .where(inArray(t.sequence, [...wanted]));
  const bySequence = new Map(rows.map((row) => [row.sequence, row]));
  return wanted.flatMap((sequence) => bySequence.get(sequence) ?? []);
}

/** A page of the answer, newest first, and whether there is more on either side. */
export interface Page {
  rows: AuditRow[];
  older: boolean;
  newer: boolean;
}

/** A page by its place: never by counting off what comes before it. */
export async function pageOf(db: Reader, question: Question, place: Place, size: number): Promise<Page> {
  if (place === "oldest" || (typeof place === "object" && "newer" in place)) {
    const low = place === "oldest" ? undefined : place.newer + 1;
    const found = await sequences(db, question, "ASC", { ...(low && { low }) }, size + 1);
    // Too few newer ones for a page: the newest page holds them all.
    if (place !== "oldest" && found.length <= size) return pageOf(db, question, "newest", size);
    const rows = await rowsOf(db, found.slice(0, size).reverse());
    return { rows, newer: found.length > size, older: place !== "oldest" };
  }
  const high = place === "newest" ? undefined : place.older - 1;
  const found = await sequences(db, question, "DESC", { ...(high !== undefined && { high }) }, size + 1);
  const rows = await rowsOf(db, found.slice(0, size));
  return { rows, older: found.length > size, newer: place !== "newest" };
}

/** How many rows there are; `more` when there are more than the number that is counted to. */
export async function totalOf(
  db: Reader,
  { criteria, streams }: Question,
): Promise<{ rows: number; more: boolean }> {
  const { low, high, from, until, within } = criteria;
  const onlyPeriod = streams[0]?.index === null && !within && criteria.outcome === undefined;
  // Sequences have no gaps.
  if (onlyPeriod && from === undefined && until === undefined) return { rows: high - low + 1, more: false };
  const road = onlyPeriod ? [{ index: "at", key: undefined }] : streams;
  const rows = await countUpTo(db, criteria, road, COUNTED + 1);
  return { rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}

const STRETCH = 50_000;
const BATCH = 500;

/** Lets others have their turn: the database answers without waiting, so a long reading would keep them out. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The exact number, stretch by stretch, however many there are. */
export async function countAll(db: Reader, { criteria, streams }: Question): Promise<number> {
  let total = 0;
  for (let low = criteria.low; low <= criteria.high; low += STRETCH) {
    const high = Math.min(low + STRETCH - 1, criteria.high);
    const rows = union(criteria, streams, sql``, low, high);
    const [found] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM (${rows})`);
    total += found?.n ?? 0;
    await pause();
  }
  return total;
}

/** The first and the last row of the answer; `undefined` when it has none. */
export async function endsOf(
  db: Reader,
  question: Question,
): Promise<{ first: number; last: number } | undefined> {
  const [first] = await sequences(db, question, "ASC", {}, 1);
  const [last] = await sequences(db, question, "DESC", {}, 1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** All rows of the answer, oldest first, some hundreds at a time. */
export async function* batches(db: Reader, question: Question): AsyncGenerator<AuditRow[]> {
  let low = question.criteria.low;
  for (;;) {
    const found = await sequences(db, question, "ASC", { low }, BATCH);
    if (found.length === 0) return;
    yield await rowsOf(db, found);
    low = (found.at(-1) ?? low) + 1;
    await pause();
  }
}

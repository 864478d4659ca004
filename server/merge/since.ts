import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { mergeChanges, mergeRows } from "@/db/schema/merge";
import type { Turn } from "../core/turns";
import { personColumns } from "./carry-out";
import type { Claim, SinceRow } from "./claim";
import { claims } from "./claims";
import type { Columns, Origin } from "./rows";
import type { MergeRow } from "./service";
import { FIELD_SUBJECT_IDS, type FieldSubjectId } from "./subjects";
import type { ClientRow } from "./survey";

/** Whose a row was; `both`: each had one of this name, and neither moved. */
export type Home = Origin | "both";

/** Whose rows were whose before a merge, by table and key. */
export type Homes = ReadonlyMap<string, ReadonlyMap<string, Home>>;

export async function homesOf(db: Reader, mergeId: string, turn: Turn): Promise<Homes> {
  const homes = new Map<string, Map<string, Home>>();
  for (const claim of claims) {
    const slices = await db
      .select({ origin: mergeRows.origin, keys: mergeRows.keys })
      .from(mergeRows)
      .where(and(eq(mergeRows.mergeId, mergeId), eq(mergeRows.table, claim.table)));
    const known = new Map<string, Home>();
    for (const { origin, keys } of slices)
      for (const key of keys) known.set(key, known.has(key) ? "both" : origin);
    homes.set(claim.table, known);
    await turn();
  }
  return homes;
}

/** A row the survivor has that neither of the two had before the merge. */
export interface SinceItem {
  claim: Claim;
  rowid: number;
  key: string;
  /** What it belongs to, where that is another row */
  row: SinceRow;
}

/** Rows looked at in one statement. */
const PAGE = 2_000;

/** Rows of a table made since a merge, that somebody assigns or that go with what they belong to. */
export async function madeSince(
  db: Reader,
  claim: Claim,
  survivorId: string,
  known: ReadonlyMap<string, Home>,
  turn: Turn,
): Promise<SinceItem[]> {
  if (claim.since === "survivor") return [];
  const columns = claim.since === "ask" ? sql`NULL AS belongs_to` : sql.raw(claim.since.columns);
  const key = sql.raw(claim.key ?? "t.id");
  const found: SinceItem[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: ({ since_rowid: number; since_key: string } & SinceRow)[] = await db.all(sql`
      SELECT t.rowid AS since_rowid, CAST(${key} AS TEXT) AS since_key, ${columns} FROM ${sql.raw(claim.table)} AS t
      WHERE t.client_id = ${survivorId} AND t.rowid > ${after} ORDER BY t.rowid LIMIT ${PAGE}`);
    for (const { since_rowid: rowid, since_key, ...row } of page)
      if (!known.has(since_key)) found.push({ claim, rowid, key: since_key, row });
    after = page.length < PAGE ? undefined : page.at(-1)?.since_rowid;
    await turn();
  }
  return found;
}

/** The rows of `clients` of a merge, what it changed of the survivor's, and which personalia were changed after that. */
export interface PersonSince {
  survivor: ClientRow;
  retired: ClientRow;
  before: Columns;
  changed: FieldSubjectId[];
}

/** Personalia that are no longer what the merge left: of whom is what was changed since? */
export async function personSince(db: Reader, merge: MergeRow): Promise<PersonSince> {
  const { survivorId, retiredId } = merge;
  const rows = await db
    .select()
    .from(clients)
    .where(inArray(clients.id, [survivorId, retiredId]));
  const [survivor, retired] = [survivorId, retiredId].map((id) => rows.find((row) => row.id === id));
  const [change] = await db
    .select()
    .from(mergeChanges)
    .where(
      and(
        eq(mergeChanges.mergeId, merge.id),
        eq(mergeChanges.table, "clients"),
        eq(mergeChanges.key, survivorId),
      ),
    );
  if (!survivor || !retired || !change) throw new Error(`A merge without its people: ${merge.id}`);
  const { before, after } = change;
  const changed = FIELD_SUBJECT_IDS.filter((subject) =>
    // A number sealed anew is the same number: its search code tells.
    Object.entries(personColumns(survivor, [subject])).some(
      ([column, now]) => column !== "bsn_sealed" && (now ?? "") !== (after[column] ?? ""),
    ),
  );
  return { survivor, retired, before, changed };
}

import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mergeChanges, type mergeRows } from "@/db/schema/merge";
import type { Turn } from "../core/turns";
import type { Claim, Pair } from "./claim";

/** Rows noted or moved at a time: some milliseconds of work, after which other requests go first. */
const SLICE = 400;

export type Origin = (typeof mergeRows.$inferInsert)["origin"];
/** Columns of a row by their SQL names. */
export type Columns = Record<string, string | number | null>;

const keyOf = (claim: Claim): SQL => sql.raw(claim.key ?? "t.id");

/** Whose a row is may change only here: notes whose rows were whose, moves them in slices, and keeps what it changed. */
export class RowMover {
  readonly #slices = new Map<string, number>();

  constructor(
    readonly tx: Tx,
    private readonly mergeId: string,
    private readonly turn: Turn,
  ) {}

  /** The places (rowid) of a client's rows that meet a condition. Holds within this transaction only. */
  async rowsOf(claim: Claim, clientId: string, where: SQL = sql`1`): Promise<number[]> {
    const [found] = await this.tx.all<{ rows: string }>(sql`
      SELECT json_group_array(t.rowid) AS rows FROM ${sql.raw(claim.table)} AS t
      WHERE t.client_id = ${clientId} AND ${where}`);
    await this.turn();
    return JSON.parse(found?.rows ?? "[]") as number[];
  }

  /** Notes which rows are whose, before any of them moves. */
  async note(claim: Claim, clientId: string, origin: Origin): Promise<void> {
    for (const slice of slicesOf(await this.rowsOf(claim, clientId))) {
      await this.tx.run(sql`
        INSERT INTO merge_rows (merge_id, table_name, slice, origin, keys)
        SELECT ${this.mergeId}, ${claim.table}, ${this.#nextSlice(claim.table)}, ${origin},
          json_group_array(CAST(${keyOf(claim)} AS TEXT))
        FROM ${sql.raw(claim.table)} AS t WHERE t.rowid IN (SELECT value FROM json_each(${slice}))`);
      await this.turn();
    }
  }

  /** Notes a row the merge itself made. */
  async noteMade(table: string, key: string): Promise<void> {
    const keys = JSON.stringify([key]);
    await this.tx.run(sql`
      INSERT INTO merge_rows (merge_id, table_name, slice, origin, keys)
      VALUES (${this.mergeId}, ${table}, ${this.#nextSlice(table)}, 'made', ${keys})`);
  }

  /** Gives rows another client. @returns how many */
  async give(table: string, rows: readonly number[], to: string): Promise<number> {
    let given = 0;
    for (const slice of slicesOf(rows)) {
      const done = await this.tx.run(sql`
        UPDATE ${sql.raw(table)} SET client_id = ${to} WHERE rowid IN (SELECT value FROM json_each(${slice}))`);
      given += done.rowsAffected;
      await this.turn();
    }
    return given;
  }

  /** Gives the rows of these names that one client has to another: by their index where they have an id. */
  async giveBack(claim: Claim, keys: readonly string[], from: string, to: string): Promise<void> {
    const named = claim.key ? sql`CAST(${keyOf(claim)} AS TEXT)` : sql`t.id`;
    for (const slice of slicesOf(keys)) {
      await this.tx.run(sql`
        UPDATE ${sql.raw(claim.table)} AS t SET client_id = ${to}
        WHERE ${named} IN (SELECT value FROM json_each(${slice})) AND ${claim.key ? sql`t.client_id` : sql`+t.client_id`} = ${from}`);
      await this.turn();
    }
  }

  /** Changes columns of one row, and keeps how they were. */
  async change(table: string, key: string, before: Columns, after: Columns): Promise<void> {
    await setColumns(this.tx, table, key, after);
    await this.tx.insert(mergeChanges).values({ mergeId: this.mergeId, table, key, before, after });
  }

  #nextSlice(table: string): number {
    const slice = this.#slices.get(table) ?? 0;
    this.#slices.set(table, slice + 1);
    return slice;
  }
}

function* slicesOf(rows: readonly (number | string)[]): Generator<string> {
  for (let from = 0; from < rows.length; from += SLICE) yield JSON.stringify(rows.slice(from, from + SLICE));
}

/** Sets columns of one row, by their SQL names. */
export async function setColumns(tx: Tx, table: string, key: string, columns: Columns): Promise<void> {
  const sets = Object.entries(columns).map(([column, value]) => sql`${sql.identifier(column)} = ${value}`);
  if (sets.length === 0) return;
  await tx.run(sql`UPDATE ${sql.identifier(table)} SET ${sql.join(sets, sql`, `)} WHERE id = ${key}`);
}

/** Which rows of a strand may go to a client. */
export function movable(claim: Claim, strand: number, pair: Pair, to: string): SQL {
  const found = claim.strands[strand];
  if (!found) throw new Error(`${claim.table} has no strand ${strand}.`);
  return sql`${found.where?.(pair) ?? sql`1`} AND NOT ${found.unless?.(to) ?? sql`0`}`;
}

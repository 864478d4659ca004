import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type SQLiteColumn, SQLiteSyncDialect, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type Database from "libsql";

type Connection = InstanceType<typeof Database>;

const PAGE = 1_000;
/** Column types whose driver value is the value itself. */
const PLAIN: ReadonlySet<string> = new Set(["SQLiteText", "SQLiteInteger", "SQLiteReal"]);
const dialect = new SQLiteSyncDialect();

/** How one column's driver value becomes what the declarations know; most are that already. */
interface Decoder {
  key: string;
  decode: ((value: unknown) => unknown) | undefined;
}

function decodersOf(table: SQLiteTable): Decoder[] {
  return Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    decode: PLAIN.has(column.columnType) ? undefined : (value) => column.mapFromDriverValue(value),
  }));
}

/** Turns driver values into what the declarations know: JSON parsed, 0/1 as booleans. */
function decoded(decoders: readonly Decoder[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < decoders.length; index++) {
    const { key, decode } = decoders[index] as Decoder;
    const value = values[index];
    row[key] = decode === undefined || value === null ? value : decode(value);
  }
  return row;
}

/**
 * Reads one client's dossier through one connection in one read transaction: all that is read is as it was at one
 * moment, whatever is written meanwhile. Synchronous, for a worker thread.
 */
export class DossierReader {
  readonly #connection: Connection;
  readonly clientId: string;

  /** Begins the snapshot: from the first read on, nothing newer is seen. */
  constructor(connection: Connection, clientId: string) {
    this.#connection = connection;
    this.clientId = clientId;
    connection.exec("BEGIN");
    connection.prepare("SELECT count(*) FROM installation").get();
  }

  /** All rows a query gives, as plain objects by column name. */
  rows<Row>(query: SQL): Row[] {
    const { sql: text, params } = dialect.sqlToQuery(query);
    return this.#connection.prepare(text).all(...params) as Row[];
  }

  /** How many rows of a table are this client's and meet a condition. */
  count(table: SQLiteTable & { clientId: SQLiteColumn }, condition?: SQL): number {
    const where = and(eq(table.clientId, this.clientId), condition);
    return this.rows<{ n: number }>(sql`SELECT count(*) AS n FROM ${table} WHERE ${where}`)[0]?.n ?? 0;
  }

  /** Rows of a table that meet a condition, typed by the table. */
  typed<Row>(table: SQLiteTable, condition: SQL): Row[] {
    return this.#raw<Row>(table, sql`SELECT * FROM ${table} WHERE ${condition}`);
  }

  /** All rows of a small table of this client, typed by the table. */
  all<Row>(table: SQLiteTable & { clientId: SQLiteColumn }, orderBy: SQLiteColumn): Row[] {
    const of = eq(table.clientId, this.clientId);
    return this.#raw<Row>(table, sql`SELECT * FROM ${table} WHERE ${of} ORDER BY ${orderBy}`);
  }

  /** A client's entries of one table by moment, a thousand at a time. */
  *entries<Row extends { moment: number; id: string }>(
    table: SQLiteTable & { clientId: SQLiteColumn; moment: SQLiteColumn; id: SQLiteColumn },
    condition?: SQL,
  ): Generator<Row[]> {
    let last: { moment: number; id: string } | undefined;
    for (;;) {
      const after = last && sql`(${table.moment}, ${table.id}) > (${last.moment}, ${last.id})`;
      const where = and(eq(table.clientId, this.clientId), after, condition);
      const page = this.#raw<Row>(
        table,
        sql`SELECT * FROM ${table} WHERE ${where} ORDER BY ${table.moment}, ${table.id} LIMIT ${PAGE}`,
      );
      if (page.length > 0) yield page;
      last = page.at(-1);
      if (page.length < PAGE) return;
    }
  }

  #raw<Row>(table: SQLiteTable, query: SQL): Row[] {
    const columns = Object.values(getTableColumns(table));
    const decoders = decodersOf(table);
    const { sql: text, params } = dialect.sqlToQuery(query);
    // The columns by name, in the schema's order: a table altered later may hold them in another.
    const names = columns.map((column) => `"${column.name}"`).join(", ");
    const statement = this.#connection.prepare(text.replace("SELECT *", `SELECT ${names}`)).raw(true);
    const rows = statement.all(...params) as unknown[][];
    return rows.map((values) => decoded(decoders, values) as Row);
  }
}

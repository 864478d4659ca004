import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type SQLiteColumn, SQLiteSyncDialect, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type Database from "libsql";
import { columnAt, decoderOf, parseRow, type RawPage, type RawRow, selectRow } from "./row-decoder";

type Connection = InstanceType<typeof Database>;
type PagedTable = SQLiteTable & { clientId: SQLiteColumn; moment: SQLiteColumn; id: SQLiteColumn };

const PAGE = 500;
const dialect = new SQLiteSyncDialect();

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
    return this.#raw(table, sql`SELECT * FROM ${table} WHERE ${condition}`).map(decoderOf<Row>(table));
  }

  /** All rows of a small table of this client, typed by the table. */
  all<Row>(table: SQLiteTable & { clientId: SQLiteColumn }, orderBy: SQLiteColumn): Row[] {
    const of = eq(table.clientId, this.clientId);
    return this.#raw(table, sql`SELECT * FROM ${table} WHERE ${of} ORDER BY ${orderBy}`).map(
      decoderOf<Row>(table),
    );
  }

  /** A client's entries of one table by moment, some hundreds at a time, typed by the table. */
  *entries<Row>(table: PagedTable, condition?: SQL): Generator<Row[]> {
    const decode = decoderOf<Row>(table);
    for (const page of this.pages(table, condition)) yield page.map((text) => decode(parseRow(text)));
  }

  /** The same pages before `decoderOf` the table made them what they are; another thread can do that too. */
  *pages(table: PagedTable, condition?: SQL): Generator<RawPage> {
    const moment = columnAt(table, "moment");
    const id = columnAt(table, "id");
    let last: RawRow | undefined;
    for (;;) {
      const after = last && sql`(${table.moment}, ${table.id}) > (${last[moment]}, ${last[id]})`;
      const where = and(eq(table.clientId, this.clientId), after, condition);
      const { sql: text, params } = dialect.sqlToQuery(
        sql`SELECT ${selectRow(table)} FROM ${table} WHERE ${where} ORDER BY ${table.moment}, ${table.id} LIMIT ${PAGE}`,
      );
      const found = this.#connection
        .prepare(text)
        .raw(true)
        .all(...params) as [string][];
      const page = found.map(([row]) => row);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      last = parseRow(page.at(-1) ?? "[]");
    }
  }

  #raw(table: SQLiteTable, query: SQL): RawRow[] {
    const columns = Object.values(getTableColumns(table));
    const { sql: text, params } = dialect.sqlToQuery(query);
    // The columns by name, in the schema's order: a table altered later may hold them in another.
    const names = columns.map((column) => `"${column.name}"`).join(", ");
    const statement = this.#connection.prepare(text.replace("SELECT *", `SELECT ${names}`)).raw(true);
    return statement.all(...params) as RawRow[];
  }
}

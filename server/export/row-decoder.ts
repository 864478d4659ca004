import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

/** A row's values as SQLite gives them, in the order of the table's declaration. */
export type RawRow = readonly unknown[];

/** A page of rows, each as the text that `selectRow` makes of it. Another thread can take it apart as well. */
export type RawPage = readonly string[];

/** Takes apart what `selectRow` selects. */
export const parseRow = (text: string): RawRow => JSON.parse(text) as RawRow;

/**
 * SQL for a whole row as one JSON array: one value a row through the driver, and one to another thread, costs half of
 * a value a column. JSON has no form for every double that SQLite prints, so reals leave as the literal that gives
 * them back exactly. No column may hold a BLOB.
 */
export function selectRow(table: SQLiteTable): SQL {
  const values = Object.values(getTableColumns(table)).map((column) =>
    column.columnType === "SQLiteReal"
      ? sql`iif(typeof(${column}) = 'real', quote(${column}), ${column})`
      : column,
  );
  return sql`json_array(${sql.join(values, sql`, `)})`;
}

const realOf = (value: unknown): unknown => (typeof value === "string" ? Number(value) : value);

/** Column types whose driver value is the value itself. */
const PLAIN: ReadonlySet<string> = new Set(["SQLiteText", "SQLiteInteger"]);

/** Where a property of a table is in its raw rows, and how its driver value becomes what the declarations know. */
interface Field {
  key: string;
  at: number;
  /** Undefined: the value is that already */
  decode: ((value: unknown) => unknown) | undefined;
}

function decodeOf(column: SQLiteColumn): Field["decode"] {
  if (PLAIN.has(column.columnType)) return undefined;
  if (column.columnType === "SQLiteReal") return realOf;
  return (value) => column.mapFromDriverValue(value);
}

function fieldsOf(table: SQLiteTable): Field[] {
  return Object.entries(getTableColumns(table)).map(([key, column], at) => ({
    key,
    at,
    decode: decodeOf(column),
  }));
}

function fieldValue({ at, decode }: Field, values: RawRow): unknown {
  const value = values[at];
  return decode === undefined || value === null ? value : decode(value);
}

/** Makes what turns a raw row of a table into what the declarations know: JSON parsed, 0/1 as booleans. */
export function decoderOf<Row>(table: SQLiteTable): (values: RawRow) => Row {
  const fields = fieldsOf(table);
  // Copied and then filled: an object that grows property by property is moved to larger memory time and again.
  const empty: Record<string, unknown> = Object.fromEntries(fields.map(({ key }) => [key, undefined]));
  return (values) => {
    const row = { ...empty };
    for (const field of fields) row[field.key] = fieldValue(field, values);
    return row as Row;
  };
}

/** Makes what reads one property from a table's raw row, without making all of the row. */
export function readerOf(table: SQLiteTable, key: string): (values: RawRow) => unknown {
  const field = fieldsOf(table).find((each) => each.key === key);
  return field ? (values) => fieldValue(field, values) : () => undefined;
}

/** One after the other, each made when it is asked for: what is gone by the next need not be swept up later. */
export function* mapped<From, To>(items: Iterable<From>, make: (item: From) => To): Generator<To> {
  for (const item of items) yield make(item);
}

/** Where a column of a table (by its property's name) is in its raw rows. */
export function columnAt(table: SQLiteTable, key: string): number {
  return Object.keys(getTableColumns(table)).indexOf(key);
}

import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/** Rows as the driver gives them: values in the order of the table's declaration. Plain data, for any thread. */
export type RawPage = unknown[][];

/** Column types whose driver value is the value itself. */
const PLAIN: ReadonlySet<string> = new Set(["SQLiteText", "SQLiteInteger", "SQLiteReal"]);

/** How one column's driver value becomes what the declarations know; most are that already. */
interface Decoder {
  key: string;
  decode: ((value: unknown) => unknown) | undefined;
}

/** Makes what turns a table's raw rows into what the declarations know: JSON parsed, 0/1 as booleans. */
export function decoderOf<Row>(table: SQLiteTable): (page: RawPage) => Row[] {
  const decoders = Object.entries(getTableColumns(table)).map(
    ([key, column]): Decoder => ({
      key,
      decode: PLAIN.has(column.columnType) ? undefined : (value) => column.mapFromDriverValue(value),
    }),
  );
  return (page) => page.map((values) => decoded(decoders, values) as Row);
}

/** Where a column of a table (by its property's name) is in its raw rows. */
export function columnAt(table: SQLiteTable, key: string): number {
  return Object.keys(getTableColumns(table)).indexOf(key);
}

function decoded(decoders: readonly Decoder[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < decoders.length; index++) {
    const { key, decode } = decoders[index] as Decoder;
    const value = values[index];
    row[key] = decode === undefined || value === null ? value : decode(value);
  }
  return row;
}

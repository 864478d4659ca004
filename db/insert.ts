import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "@/db/client";

/** SQLite takes at most 32,766 values a statement. */
const VALUES = 12_000;

/** Adds rows to a table, some hundreds a statement. */
export async function insertMany<T extends SQLiteTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const size = Math.floor(VALUES / Object.keys(getTableColumns(table)).length);
  for (let from = 0; from < rows.length; from += size) {
    await tx.insert(table).values(rows.slice(from, from + size));
  }
}

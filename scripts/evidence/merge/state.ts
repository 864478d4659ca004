import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

/** Everything kept of clients, by table and row: each row as one text, by its key. */
export type State = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The log only grows, and tells of the merge itself. */
const ASIDE = ["audit_entries"];

/** Tables with rows of a client, and the clients themselves. */
export async function clientTables(db: Reader): Promise<string[]> {
  const tables = await db.all<{ name: string }>(sql`
    SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'client_id' ORDER BY m.name`);
  return [...tables.map(({ name }) => name).filter((name) => !ASIDE.includes(name)), "clients"];
}

async function keyColumns(db: Reader, table: string): Promise<string[]> {
  const columns = await db.all<{ name: string }>(
    sql`SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 ORDER BY pk`,
  );
  // Whose a row is is not what names it: it may be part of a key, and is what a merge changes.
  return columns.map(({ name }) => name).filter((name) => name !== "client_id");
}

/** All rows of these clients as they are now. */
export async function stateOf(db: Reader, clientIds: readonly string[]): Promise<State> {
  const state = new Map<string, Map<string, string>>();
  const ids = sql.join(
    clientIds.map((id) => sql`${id}`),
    sql`, `,
  );
  for (const table of await clientTables(db)) {
    const keys = await keyColumns(db, table);
    const of = table === "clients" ? "id" : "client_id";
    const rows = await db.all<Record<string, string | number | null>>(
      sql`SELECT * FROM ${sql.identifier(table)} WHERE ${sql.identifier(of)} IN (${ids})`,
    );
    const byKey = new Map<string, string>();
    for (const row of rows) {
      const key = keys.map((column) => row[column]).join(" ");
      // Of what is keyed by person and part there may be one of each client.
      byKey.set(byKey.has(key) ? `${key} ${row.client_id}` : key, JSON.stringify(row));
    }
    state.set(table, byKey);
  }
  return state;
}

/** What differs between two states, a line a row; nothing when they are the same. */
export function differences(before: State, after: State): string[] {
  const lines: string[] = [];
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()];
    for (const key of new Set([...was.keys(), ...is.keys()]))
      if (was.get(key) !== is.get(key))
        lines.push(`${table} ${key}: ${was.get(key) ?? "absent"} → ${is.get(key) ?? "absent"}`);
  }
  return lines;
}

import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "@/server/merge/claims";
import { makeWorld, type TestWorld } from "../world";

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});

/** Tables of the real database that hold rows of a client, and of which the merge says nothing. */
async function unclaimed(): Promise<string[]> {
  const tables = await world.db.read.all<{ name: string }>(sql`
    SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'client_id' ORDER BY m.name`);
  const claimed = new Set(claims.map(({ table }) => table));
  expect(tables.length).toBeGreaterThan(20);
  return tables.map(({ name }) => name).filter((name) => !claimed.has(name));
}

test("every table with rows of a client says what a merge does with them", async () => {
  expect(await unclaimed()).toEqual([]);
});

test("a new table that nobody thought of is found", async () => {
  await world.db.write((tx) =>
    tx.run(sql`CREATE TABLE wishes (id TEXT PRIMARY KEY, client_id TEXT NOT NULL)`),
  );
  expect(await unclaimed()).toEqual(["wishes"]);
});

test("each table is claimed once, and each that is exists", async () => {
  const names = claims.map(({ table }) => table);
  expect(new Set(names).size).toBe(names.length);
  const tables = await world.db.read.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table'`,
  );
  const existing = new Set(tables.map(({ name }) => name));
  expect(names.filter((name) => !existing.has(name))).toEqual([]);
});

test("what names a row is all that is unique of it but the client", async () => {
  for (const { table, key } of claims) {
    const columns = await world.db.read.all<{ name: string }>(
      sql`SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 AND name <> 'client_id' ORDER BY pk`,
    );
    const named = (key ?? "t.id").match(/(?<=t\.)\w+/g) ?? [];
    expect([table, named]).toEqual([table, columns.map(({ name }) => name)]);
  }
});

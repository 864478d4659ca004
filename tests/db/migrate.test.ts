import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { makeWorld } from "../world";

const SCHEMA = join(import.meta.dirname, "../../db/migrations");

let folder: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kroniek-migrate-"));
  db = await openDatabase({ file: join(folder, "kroniek.db") });
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const give = (name: string, text: string) => writeFileSync(join(folder, name), text);

async function tables(): Promise<string[]> {
  const rows = await db.read.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** The real schema: triggers and search tables are made on it after every migration. */
const GROUND = readdirSync(SCHEMA)
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => readFileSync(join(SCHEMA, name), "utf8"))
  .join("\n--> statement-breakpoint\n");

describe("migrate", () => {
  it("runs each migration once, in order of name", async () => {
    give("0000_ground.sql", GROUND);
    give("0001_first.sql", "CREATE TABLE first (a text)");
    await migrate(db, folder);
    give("0002_second.sql", "ALTER TABLE first ADD COLUMN b text");
    await migrate(db, folder);
    await migrate(db, folder);
    await db.write((tx) => tx.run(sql`INSERT INTO first (a, b) VALUES ('x', 'y')`));
    const done = await db.read.all<{ name: string }>(sql`SELECT name FROM migrations ORDER BY name`);
    expect(done.map(({ name }) => name)).toEqual(["0000_ground.sql", "0001_first.sql", "0002_second.sql"]);
  });

  it("stores all of it or nothing: a failing statement leaves the database as it was", async () => {
    give("0000_ground.sql", GROUND);
    give(
      "0001_broken.sql",
      "CREATE TABLE half (a text);\n--> statement-breakpoint\nCREATE TABEL other (a text)",
    );
    await expect(migrate(db, folder)).rejects.toThrow();
    expect(await tables()).toEqual([]);
  });

  it("refuses to start on a migration that was changed after it had run", async () => {
    give("0000_ground.sql", GROUND);
    await migrate(db, folder);
    give("0000_ground.sql", `${GROUND} -- edited`);
    await expect(migrate(db, folder)).rejects.toThrow(/0000_ground\.sql is veranderd/);
  });

  it("refuses a database of a newer release", async () => {
    give("0000_ground.sql", GROUND);
    give("0001_newer.sql", "CREATE TABLE newer (a text)");
    await migrate(db, folder);
    rmSync(join(folder, "0001_newer.sql"));
    await expect(migrate(db, folder)).rejects.toThrow(
      /0001_newer\.sql, die deze versie van Kroniek niet kent/,
    );
  });

  it("may be run again on the real schema without changing a thing", async () => {
    const world = await makeWorld();
    const schema = () => world.db.read.all(sql`SELECT type, name, sql FROM sqlite_master ORDER BY name`);
    const before = await schema();
    await migrate(world.db, SCHEMA);
    expect(await schema()).toEqual(before);
  });
});

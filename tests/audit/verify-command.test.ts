import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeWorld, type TestWorld } from "../world";
import { addRows, intruder } from "./tampers";

function verify(dataDir: string) {
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/audit-verify.ts"], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: "production" },
    encoding: "utf8",
  });
  return { status: run.status, said: run.stdout, complained: run.stderr };
}

async function withRows(): Promise<TestWorld> {
  const world = await makeWorld();
  await addRows(world, 3);
  await world.keeper.checkpoint(world.clock.now());
  await addRows(world, 1);
  return world;
}

describe("npm run audit:verify", () => {
  it("says what it checked and ends well, also beside a running server, whose files it leaves as they are", async () => {
    const world = await withRows();
    const before = readdirSync(world.env.dataDir, { recursive: true }).sort();
    const changed = statSync(world.db.file).mtimeMs;
    expect(verify(world.env.dataDir)).toEqual({
      status: 0,
      said: "Gecontroleerd: 4 logregels, 1 ondertekend controlepunt, anker op logregel 4.\nGeen afwijkingen gevonden.\n",
      complained: "",
    });
    expect(readdirSync(world.env.dataDir, { recursive: true }).sort()).toEqual(before);
    expect(statSync(world.db.file).mtimeMs).toBe(changed);
    await addRows(world, 1);
  });

  it("names the deviation, says how many rows before it were right, and ends with 1", async () => {
    const world = await withRows();
    const db = intruder(world);
    await db.execute("DROP TRIGGER audit_entries_no_update");
    await db.execute("UPDATE audit_entries SET actor_name = 'Niemand' WHERE sequence = 2");
    db.close();
    const { status, said } = verify(world.env.dataDir);
    expect(status).toBe(1);
    expect(said).toContain("Gecontroleerd: 1 logregel, ");
    expect(said).toContain("AFWIJKING. Logregel 2 of een regel ervoor is veranderd.");
  });

  it("refuses kindly without a database, without the key and with another key, and makes nothing", async () => {
    const world = await withRows();
    const { dataDir } = world.env;
    rmSync(join(dataDir, "keys", "database"));
    expect(verify(dataDir)).toMatchObject({ status: 1, said: expect.stringContaining('"database"') });
    expect(readdirSync(join(dataDir, "keys"))).not.toContain("database");
    writeFileSync(join(dataDir, "keys", "database"), "ab".repeat(32));
    expect(verify(dataDir)).toMatchObject({
      status: 1,
      said: expect.stringContaining("niet worden gecontroleerd"),
    });
    const empty = join(dataDir, "empty");
    expect(verify(empty)).toMatchObject({ status: 1, said: expect.stringContaining("geen database") });
    expect(readdirSync(dataDir)).not.toContain("empty");
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { installation } from "@/db/schema/installation";
import { makeWorld, type TestWorld } from "../world";

const KNOWN = "Mevrouw Verhoeven-de Wit sliep onrustig";

/** How often a text stands in the bytes of the database's files. */
function seenOnDisk(world: TestWorld): number {
  const files = ["", "-wal", "-shm"]
    .map((end) => `${world.db.file}${end}`)
    .filter((file) => existsSync(file));
  return files.filter((file) => readFileSync(file).includes(KNOWN)).length;
}

const write = (world: TestWorld) =>
  world.db.write((tx) => tx.insert(installation).values({ name: "note", value: KNOWN }));

describe("the database at rest", () => {
  it("shows nothing of what it holds, neither in the file nor in the write-ahead log", async () => {
    const world = await makeWorld();
    await write(world);
    expect(existsSync(`${world.db.file}-wal`)).toBe(true);
    expect(seenOnDisk(world)).toBe(0);
    await world.db.emptyLog();
    expect(seenOnDisk(world)).toBe(0);
    expect(readFileSync(world.db.file).subarray(0, 15).toString("latin1")).not.toBe("SQLite format 3");
  });

  it("would be found by this very test if it were not encrypted", async () => {
    const world = await makeWorld({ plain: true });
    await write(world);
    expect(seenOnDisk(world)).toBeGreaterThan(0);
    await world.db.emptyLog();
    expect(seenOnDisk(world)).toBeGreaterThan(0);
  });

  it("does not open with another key, nor without one", async () => {
    const world = await makeWorld();
    await write(world);
    await world.db.emptyLog();
    const { file } = world.db;
    await expect(openDatabase({ file, encryptionKey: "0".repeat(64) })).rejects.toThrow();
    await expect(openDatabase({ file })).rejects.toThrow();
  });
});

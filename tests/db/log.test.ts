import { statSync } from "node:fs";
import { type Config, createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openLog } from "@/db/log";
import { reasonOf } from "@/server/access/perform";
import { makeWorld, type TestWorld } from "../world";

/** What the disk does when a log is to be synced. */
const disk = vi.hoisted(() => ({ sync: async () => undefined as unknown, synced: 0 }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open = async (path: string, flags: string) => {
    const handle = await real.open(path, flags);
    if (!path.endsWith("-wal")) return handle;
    const { datasync } = handle;
    handle.datasync = async () => {
      await disk.sync();
      await datasync.call(handle);
      disk.synced += 1;
    };
    return handle;
  };
  return { ...real, open };
});

/** How often a connection was thrown away: after each BUSY one is. */
const connections = vi.hoisted(() => ({ renewed: 0 }));

vi.mock("@libsql/client", async (original) => {
  const real = await original<typeof import("@libsql/client")>();
  const createClient = (config: Config) => {
    const client = real.createClient(config);
    const { reconnect } = client;
    client.reconnect = () => {
      connections.renewed += 1;
      return reconnect.call(client);
    };
    return client;
  };
  return { ...real, createClient };
});

beforeEach(() => {
  Object.assign(disk, { sync: async () => undefined, synced: 0 });
  connections.renewed = 0;
});

const MEGABYTE = 1024 * 1024;
const logSize = (world: TestWorld) => statSync(`${world.db.file}-wal`).size;

async function filled(): Promise<TestWorld> {
  const world = await makeWorld();
  await world.db.write((tx) => tx.run(sql`CREATE TABLE filling (id integer PRIMARY KEY, bytes blob)`));
  return world;
}

const fill = (world: TestWorld, bytes = MEGABYTE) =>
  world.db.write((tx) => tx.run(sql`INSERT INTO filling (bytes) VALUES (randomblob(${bytes}))`));

/** A connection that sees the database as it is now, until it is let go. */
async function takeSnapshot(world: TestWorld) {
  const client = createClient({ url: `file:${world.db.file}`, encryptionKey: world.keys.database });
  const reading = await client.transaction("read");
  await reading.execute("SELECT count(*) FROM filling");
  return () => {
    reading.close();
    client.close();
  };
}

describe("the write-ahead log", () => {
  test("is on disk before anyone hears of a commit, and the thread goes on meanwhile", async () => {
    const world = await filled();
    let release = () => {};
    disk.sync = () => new Promise<void>((resolve) => (release = resolve));
    let heard = false;
    const writing = fill(world, 1).then(() => (heard = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toBe(false);
    disk.sync = async () => undefined;
    disk.synced = 0;
    release();
    await writing;
    expect(disk.synced).toBe(1);
  });

  test("that the disk refuses is told as a failure, not as stored", async () => {
    const world = await filled();
    disk.sync = () => Promise.reject(new Error("EIO"));
    expect(await fill(world, 1).catch(reasonOf)).toBe("database-failed");
    disk.sync = async () => undefined;
    await fill(world, 1);
  });

  test("that the disk refused takes nothing more until all of it is in the file", async () => {
    const world = await filled();
    const letGo = await takeSnapshot(world);
    disk.sync = () => Promise.reject(new Error("EIO"));
    expect(await fill(world, 1).catch(reasonOf)).toBe("database-failed");
    disk.sync = async () => undefined;
    expect(await fill(world, 1).catch(reasonOf)).toBe("database-failed");
    letGo();
    await fill(world, 1);
    expect(await world.db.read.all(sql`SELECT id FROM filling`)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test("begins anew while much is written: it stays smaller than what went through it", async () => {
    const world = await filled();
    // Little was copied just now: how soon the next copying comes depends on what is written.
    await world.db.emptyLog();
    for (let written = 0; written < 120; written++) await fill(world);
    expect(logSize(world)).toBeLessThan(70 * MEGABYTE);
    await world.db.emptyLog();
    expect(logSize(world)).toBe(0);
    expect(await world.db.read.all(sql`SELECT count(*) AS n FROM filling`)).toEqual([{ n: 120 }]);
  });

  test("is emptied once nobody reads it any more, and not before", async () => {
    const world = await filled();
    await fill(world);
    const letGo = await takeSnapshot(world);
    await fill(world);
    await expect(world.db.emptyLog()).rejects.toThrow("still in use");
    expect(logSize(world)).toBeGreaterThan(0);
    letGo();
    await world.db.emptyLog();
    expect(logSize(world)).toBe(0);
  });

  test("takes writes while it is emptied, and loses none", async () => {
    const world = await filled();
    const stored = await Promise.all(
      Array.from({ length: 60 }, async (_, turn) => {
        if (turn % 6 === 0) await world.db.emptyLog();
        await fill(world, 1_000);
        return turn;
      }),
    );
    expect(await world.db.read.all(sql`SELECT count(*) AS n FROM filling`)).toEqual([{ n: stored.length }]);
  });

  test("is emptied of what a long snapshot held back without a write that meets BUSY", async () => {
    const world = await filled();
    await fill(world);
    const letGo = await takeSnapshot(world);
    for (let written = 0; written < 80; written++) await fill(world);
    letGo();
    let emptied = false;
    const emptying = world.db.emptyLog().then(() => (emptied = true));
    while (!emptied) await fill(world, 1);
    await emptying;
    expect(connections.renewed).toBe(0);
  });

  test("is left alone once it is closed", async () => {
    const world = await filled();
    const log = await openLog({ file: world.db.file, encryptionKey: world.keys.database });
    await log.close();
    await expect(log.empty()).rejects.toThrow("closed");
  });

  test("says why it cannot be copied", async () => {
    const world = await filled();
    const log = await openLog({ file: world.db.file, encryptionKey: "0".repeat(64) });
    await expect(log.empty()).rejects.toThrow();
    await log.close();
    await fill(world, 1);
  });
});

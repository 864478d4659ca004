import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { destroyExport, sweepExports } from "@/inngest/export";
import { exportFolder, exportPath, partialPath, spoolPath } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import type { TestWorld } from "../world";
import { ask, type House, makeHouse, OWN, readyExport, rowOf } from "./house";

/** What the log says of deletions: these tests have one export each. */
const deletions = (world: TestWorld) =>
  world.db.read.select().from(auditEntries).where(eq(auditEntries.event, "export.deleted"));

const folder = (world: TestWorld) => readdirSync(exportFolder(world.env.dataDir));

/** Where in the database file and its log a text stands, byte by byte. */
function placesOf(world: TestWorld, text: string): string[] {
  return [world.db.file, `${world.db.file}-wal`].filter(
    (file) => existsSync(file) && readFileSync(file).includes(text),
  );
}

async function expired(options: Parameters<typeof makeHouse>[0] = {}): Promise<{ house: House; id: string }> {
  const house = await makeHouse(options);
  const id = await readyExport(house);
  house.world.clock.advance(KEPT_MS);
  return { house, id };
}

test("is not destroyed a millisecond before its day is over, whoever asks", async () => {
  const { house, id } = await expired();
  house.world.clock.advance(-1);
  expect(await destroyExport(house.world, id)).toBe(false);
  expect(await sweepExports(house.world)).toMatchObject({ deleted: 0, strays: 0 });
  expect(folder(house.world)).toEqual([`${id}.sealed`]);
});

test("the bytes of its key are in an unencrypted database before, and nowhere after", async () => {
  const { house, id } = await expired({ plain: true });
  const { wrappedKey } = await rowOf(house.world, id);
  if (!wrappedKey) throw new Error("no key");
  await house.world.db.emptyLog();
  expect(placesOf(house.world, wrappedKey)).toEqual([house.world.db.file]);
  await destroyExport(house.world, id);
  expect(placesOf(house.world, wrappedKey)).toEqual([]);
  expect(placesOf(house.world, wrappedKey.slice(8, 40))).toEqual([]);
});

test("a key that is only in the write-ahead log goes from there too", async () => {
  const { house, id } = await expired({ plain: true });
  const { wrappedKey } = await rowOf(house.world, id);
  expect(placesOf(house.world, wrappedKey ?? "?")).toContain(`${house.world.db.file}-wal`);
  await destroyExport(house.world, id);
  expect(placesOf(house.world, wrappedKey ?? "?")).toEqual([]);
});

test("the file goes, the trace stays: who asked, when, what for, and that it was on time", async () => {
  const { house, id } = await expired();
  expect(await destroyExport(house.world, id)).toBe(true);
  expect(folder(house.world)).toEqual([]);
  expect(await rowOf(house.world, id)).toMatchObject({
    status: "ready",
    requestedByName: "Sanne Kuipers",
    purpose: "client-request",
    wrappedKey: null,
    deletedAt: house.world.clock.now(),
  });
  const [entry] = await deletions(house.world);
  expect(entry).toMatchObject({ actor: "systeem", purpose: "client-request", detail: "on time" });
  expect(entry?.objects).toContain(`export:${id}`);
});

test("a late deletion says so, with the moment it was due", async () => {
  const { house } = await expired();
  const due = house.world.clock.now();
  house.world.clock.advance(24 * 3_600_000);
  await sweepExports(house.world);
  const [entry] = await deletions(house.world);
  expect(entry).toMatchObject({
    at: due + 24 * 3_600_000,
    detail: `late: due ${new Date(due).toISOString()}`,
  });
});

test("twice, or timer and sweep at the same moment: gone once, one row in the log", async () => {
  const { house, id } = await expired();
  const results = await Promise.all([
    destroyExport(house.world, id),
    sweepExports(house.world),
    destroyExport(house.world, id),
  ]);
  expect(results).toHaveLength(3);
  expect(await destroyExport(house.world, id)).toBe(false);
  expect(await deletions(house.world)).toHaveLength(1);
});

test("a file that is gone already does not stop its key from being shredded", async () => {
  const { house, id } = await expired();
  rmSync(exportPath(house.world.env.dataDir, id));
  expect(await sweepExports(house.world)).toMatchObject({ deleted: 1 });
  expect((await rowOf(house.world, id)).wrappedKey).toBeNull();
});

test("a clock set back after that brings nothing back, and deletes nothing twice", async () => {
  const { house, id } = await expired();
  await destroyExport(house.world, id);
  house.world.clock.advance(-KEPT_MS);
  const [shown] = await house.api.export.list({ clientId: OWN });
  expect(shown).toMatchObject({ heading: "deleted", downloadable: false });
  house.world.clock.advance(2 * KEPT_MS);
  expect(await sweepExports(house.world)).toMatchObject({ deleted: 0, strays: 0 });
  expect(await deletions(house.world)).toHaveLength(1);
});

test("a sweep removes what no living export owns, and leaves what one does", async () => {
  const house = await makeHouse();
  const { world } = house;
  const id = await readyExport(house);
  const { exportId: waiting } = await house.api.export.request(ask());
  const dataDir = world.env.dataDir;
  // Renamed, but the crash came before Klaar: the run that is taken up again replaces it.
  writeFileSync(exportPath(dataDir, waiting), "half");
  writeFileSync(partialPath(dataDir, waiting), "half");
  writeFileSync(spoolPath(dataDir, waiting), "half");
  writeFileSync(exportPath(dataDir, "of-nobody"), "x");
  writeFileSync(join(exportFolder(dataDir), "notes.txt"), "x");
  expect(await sweepExports(world)).toMatchObject({ deleted: 0, strays: 4 });
  expect(folder(world).sort()).toEqual([`${id}.sealed`, `${waiting}.sealed`].sort());
});

test("while something still reads the database, shredding waits and is tried again", async () => {
  const { house, id } = await expired();
  const { world } = house;
  const snapshot = createClient({ url: `file:${world.db.file}`, encryptionKey: world.keys.database });
  const reading = await snapshot.transaction("read");
  await reading.execute("SELECT count(*) FROM exports");
  await expect(destroyExport(world, id)).rejects.toThrow("still in use");
  expect(existsSync(exportPath(world.env.dataDir, id))).toBe(false);
  expect((await rowOf(world, id)).deletedAt).toBeNull();
  reading.close();
  snapshot.close();
  expect(await destroyExport(world, id)).toBe(true);
  expect(await deletions(world)).toHaveLength(1);
});

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { insertMany } from "@/db/insert";
import { reports } from "@/db/schema/dossier/reports";
import { exportFolder } from "@/server/export/paths";
import { CLIENTS, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { built } from "./built";
import { readXlsx } from "./xlsx-reader";

const CLIENT = { id: "client-own", number: CLIENTS.own };
const COUNT = 3_000;
const TEXT = "F";

/** A dossier of reports, each with the same text. */
async function dossier(text: string, count = COUNT): Promise<TestWorld> {
  const world = await makeWorld();
  await makePlaces(world);
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ id: `r${at}`, clientId: CLIENT.id, moment: at * 60_000, recordedAt: at, recordedBy: "Iemand" },
    ...{ category: "care", discipline: "nurse", title: null, text, expertises: [] },
  }));
  await world.db.write((tx) => insertMany(tx, reports, rows), { alone: true });
  return world;
}

test("sheet and bundle are of one and the same moment, while every report is rewritten over and over", async () => {
  const world = await dossier("versie 0");
  let version = 0;
  let making = true;
  const rewriting = (async () => {
    while (making) {
      version++;
      await world.db.write((tx) => tx.update(reports).set({ text: `versie ${version}` }));
      // The thread that waits for the export has to hear of it.
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const made = await built(world, CLIENT).finally(() => {
    making = false;
  });
  await rewriting;

  const sheet = readXlsx(made.named("dossier.xlsx").content).find(({ name }) => name === "Rapportages");
  const shown = [...(sheet?.rows.values() ?? [])].slice(1).map((cells) => cells.get(TEXT)?.value);
  const bundle = JSON.parse(made.named("fhir/bundle.json").content.toString()) as {
    entry: { resource: { content?: { attachment: { data: string } }[] } }[];
  };
  const given = bundle.entry.flatMap(({ resource }) =>
    (resource.content ?? []).map(({ attachment }) => Buffer.from(attachment.data, "base64").toString()),
  );
  expect([shown.length, given.length, made.rows]).toEqual([COUNT, COUNT, COUNT]);
  expect(new Set([...shown, ...given]).size).toBe(1);
  expect(version).toBeGreaterThan(2);
});

test("an entry that only the bundle cannot hold fails the export as a whole, with nothing left behind", async () => {
  const world = await dossier("Rustige nacht.", 3);
  // No date has a moment beyond 8.64e15 ms: the sheet counts it as removed, FHIR has no way to say it.
  await world.db.write((tx) => tx.update(reports).set({ moment: 9e15 }));
  await expect(built(world, CLIENT)).rejects.toThrow(/^Building an export failed: RangeError/);
  expect(readdirSync(exportFolder(world.env.dataDir))).toEqual([]);
});

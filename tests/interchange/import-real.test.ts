import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { importedResources } from "@/db/schema/interchange";
import { importFiles } from "@/scripts/import-files";
import { lastLine, totalsOf } from "@/server/interchange/report";
import { built } from "../export/built";
import { makeWorld } from "../world";
import { digestOf } from "./importing";
import { sharedFiles } from "./read";

const nictiz = sharedFiles("nictiz-zib2020", ".xml");
const synthea = sharedFiles("synthea", ".json");
const why = "(needs the shared test data: set KRONIEK_SHARED)";

describe.skipIf(nictiz.length === 0 || synthea.length === 0)(`the real files ${why}`, () => {
  test.each([
    ["the Dutch zib examples", nictiz, "read=271 mapped=126 kept=145 refused=0 clients=8"],
    ["the synthetic patients", synthea, "read=2356 mapped=1273 kept=1083 refused=0 clients=3"],
  ])("%s: nothing refused, nothing dropped, and a second import changes nothing", async (_, files, line) => {
    const world = await makeWorld();
    const first = await importFiles(world, files);
    expect(lastLine(totalsOf(first.run, first.placed))).toBe(line);
    expect(first.run.unmapped.size).toBe(0);
    const stored = await world.db.read.all<{ json: string }>(
      sql`SELECT DISTINCT json FROM ${importedResources}`,
    );
    const texts = new Set(stored.map(({ json }) => json));
    const distinct = new Set([...first.run.space.all()].map(({ digest }) => digest));
    expect(texts.size).toBe(distinct.size);
    const before = await digestOf(world);
    world.clock.advance(86_400_000);
    const second = await importFiles(world, files);
    expect(second.changes).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await digestOf(world)).toEqual(before);
  });

  test("every imported resource of a client leaves again in their export, word for word but the person", async () => {
    const world = await makeWorld();
    const { placed } = await importFiles(world, [...nictiz, ...synthea]);
    for (const { id, number } of placed.clients) {
      const bundle = (await built(world, { id, number })).named("fhir/bundle.json").content.toString();
      const rows = await world.db.read
        .select()
        .from(importedResources)
        .where(eq(importedResources.clientId, id));
      const lost = rows.filter(({ json, role }) => role !== "client" && !bundle.includes(json));
      expect(lost.map(({ resourceType, resourceId }) => `${resourceType}/${resourceId}`)).toEqual([]);
      expect(rows.filter(({ role }) => role === "client")).toHaveLength(1);
      expect((JSON.parse(bundle) as { entry: unknown[] }).entry).toHaveLength(rows.length);
    }
  }, 60_000);

  test("every entry a resource is part of exists, and no absorbed resource is without its carrier", async () => {
    const world = await makeWorld();
    await importFiles(world, nictiz);
    const orphans = await world.db.read.all(sql`
      SELECT id FROM imported_resources AS one WHERE role = 'absorbed' AND NOT EXISTS
        (SELECT 1 FROM imported_resources WHERE entry_id = one.entry_id AND role = 'carrier')`);
    expect(orphans).toEqual([]);
  });
});

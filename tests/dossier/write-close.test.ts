import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { allergies } from "@/db/schema/dossier/allergies";
import { entryVersions } from "@/db/schema/dossier/versions";
import { parts } from "@/server/dossier/registry";
import { entriesOf } from "../access/people";
import type { TestWorld } from "../world";
import { type Api, addOne, CLIENT, problemsOf, refusalOf, writer, writingWorld } from "./writing";

const clientId = CLIENT;
let world: TestWorld;
let api: Api;

beforeAll(async () => {
  ({ world, api } = await writingWorld(true));
  return () => world.close();
});

/** Whether an entry is among what is current of its part. */
async function isCurrent(part: string, id: string): Promise<boolean> {
  const list = await api.dossier.entries({ clientId, part, only: "current", size: 200 });
  return list.entries.some((entry) => entry.id === id);
}

const ending = parts.filter((part) => part.ending !== "none").map(({ slug }) => slug as string);
const lasting = parts.filter((part) => part.ending === "none").map(({ slug }) => slug as string);

test.each(ending)("ending in %s sets the day and the status, and it is current no more", async (part) => {
  const { id } = await addOne(api, part, { status: "active", startedOn: "2026-11-01" });
  expect(await isCurrent(part, id)).toBe(true);
  const stored = await api.entries.end({
    ...{ clientId, part, entryId: id, version: 1, on: "2026-11-20", reason: "Voorbij" },
  });
  expect(stored).toEqual({ id, version: 2 });
  expect(await isCurrent(part, id)).toBe(false);
  const entry = await api.entries.entry({ clientId, part, entryId: id });
  expect(entry.can).toEqual({ correct: true, end: false, archive: true, restore: false });
  const [, first] = (await api.entries.versions({ clientId, part, entryId: id })).versions;
  expect(first?.replaced).toMatchObject({ change: "ended", reason: "Voorbij" });
  const changed = first?.changes.map(({ key }) => key);
  expect(changed).toEqual(expect.arrayContaining(["status", "endedOn"]));
  if (part === "medication") expect(changed).toContain("stopReason");
});

test.each(lasting)("an entry of %s knows no end, and archiving it is the way", async (part) => {
  const { id } = await addOne(api, part);
  const aim = { clientId, part, entryId: id, version: 1 };
  expect(await refusalOf(api.entries.end({ ...aim, on: "2026-11-20" }))).toBe("entry-has-no-end");
  expect((await api.entries.form({ clientId, part })).ending).toBeNull();
  expect((await api.entries.entry({ clientId, part, entryId: id })).can).toMatchObject({
    end: false,
    archive: true,
  });
});

test("a last day that does not exist, lies ahead or before the start is told at its field", async () => {
  const { id } = await addOne(api, "allergies", { startedOn: "2026-11-10" });
  const end = (on: string, status?: string) =>
    problemsOf(api.entries.end({ clientId, part: "allergies", entryId: id, version: 1, on, status }));
  expect(await end("2026-02-31")).toEqual({ on: "not-a-date" });
  expect(await end("2026-11")).toEqual({ on: "not-a-date" });
  expect(await end("2026-11-22")).toEqual({ on: "in-future" });
  expect(await end("2026-11-09")).toEqual({ on: "before-start" });
  expect(await end("2026-11-21", "active")).toEqual({ status: "not-a-choice" });
  expect((await api.entries.entry({ clientId, part: "allergies", entryId: id })).version).toBe(1);
  expect(await end("2026-11-21", "refuted")).toEqual({});
});

test("what has ended is not ended again, and ending twice at once stores once", async () => {
  const { id } = await addOne(api, "problems");
  const end = { clientId, part: "problems", entryId: id, version: 1, on: "2026-11-21" };
  const both = await Promise.all([api.entries.end(end), api.entries.end(end)]);
  expect(both).toEqual([
    { id, version: 2 },
    { id, version: 2 },
  ]);
  expect(await refusalOf(api.entries.end({ ...end, version: 2 }))).toBe("entry-ended");
  expect(await world.db.read.$count(entryVersions, eq(entryVersions.entryId, id))).toBe(1);
});

test.each(parts.map(({ slug }) => slug as string))(
  "archived in %s it stays in the list, marked, and is current nowhere, until it is taken back",
  async (part) => {
    const { id } = await addOne(api, part);
    const aim = { clientId, part, entryId: id };
    const stored = await api.entries.archive({ ...aim, version: 1, reason: "Van een ander" });
    expect(stored.version).toBe(2);
    const list = await api.dossier.entries({ clientId, part, size: 200 });
    const shown = list.entries.find((entry) => entry.id === id);
    expect(shown?.archived).toEqual({
      ...{ at: world.clock.now(), by: "Schrijver, verzorgende", reason: "Van een ander" },
    });
    expect(shown?.can).toEqual({ correct: false, end: false, archive: false, restore: true });
    expect(await isCurrent(part, id)).toBe(false);
    const blocks = await api.dossier.overview({ clientId });
    expect(blocks.flatMap(({ lines }) => lines.map((line) => line.id))).not.toContain(id);
    expect(
      await refusalOf(api.entries.correct({ ...aim, version: 2, values: { note: "x", text: "x" } })),
    ).not.toBe("done");
    await api.entries.restore({ ...aim, version: 2 });
    const back = await api.entries.entry(aim);
    expect([back.archived, back.version]).toEqual([null, 3]);
    const { versions } = await api.entries.versions(aim);
    expect(versions.map(({ replaced }) => replaced?.change)).toEqual([undefined, "restored", "archived"]);
  },
);

test("what is archived cannot be corrected, ended or archived again, and what is not cannot be taken back", async () => {
  const { id } = await addOne(api, "allergies");
  const aim = { clientId, part: "allergies", entryId: id };
  expect(await refusalOf(api.entries.restore({ ...aim, version: 1 }))).toBe("entry-not-archived");
  const why = await problemsOf(api.entries.archive({ ...aim, version: 1, reason: "  " }));
  expect(why).toEqual({ reason: "required" });
  await api.entries.archive({ ...aim, version: 1, reason: "Dubbel" });
  const now = { ...aim, version: 2 };
  expect(await refusalOf(api.entries.correct({ ...now, values: { note: "x" } }))).toBe("entry-archived");
  expect(await refusalOf(api.entries.end({ ...now, on: "2026-11-21" }))).toBe("entry-archived");
  expect(await refusalOf(api.entries.archive({ ...now, reason: "Nog eens" }))).toBe("entry-archived");
  expect(await world.db.read.$count(entryVersions, eq(entryVersions.entryId, id))).toBe(1);
});

test("each change of another's stale screen is refused, whatever it is", async () => {
  const { id } = await addOne(api, "allergies");
  const aim = { clientId, part: "allergies", entryId: id };
  const other = await writer(world, { name: "Ander" });
  await other.api.entries.correct({ ...aim, version: 1, values: { note: "Eerst" } });
  const stale = { ...aim, version: 1 };
  expect(await refusalOf(api.entries.correct({ ...stale, values: { note: "Daarna" } }))).toBe(
    "entry-changed",
  );
  for (const wrong of ["x".repeat(64_001), 1])
    expect(await refusalOf(api.entries.correct({ ...stale, values: { note: wrong } }))).toBe("entry-changed");
  expect(await refusalOf(api.entries.end({ ...stale, on: "2026-11-21" }))).toBe("entry-changed");
  expect(await refusalOf(api.entries.archive({ ...stale, reason: "Dubbel" }))).toBe("entry-changed");
  const [row] = await world.db.read.select().from(allergies).where(eq(allergies.id, id));
  expect(row).toMatchObject({ note: "Eerst", status: "active", archivedAt: null, version: 2 });
});

test("the log says what was done with which entry, never what it holds", async () => {
  const secret = "Kanarie-in-de-reden";
  const told: { event: string; objects: string }[] = [];
  const note = async (act: () => Promise<unknown>) => {
    for (const row of await entriesOf(world, act)) {
      expect(JSON.stringify(row)).not.toContain(secret);
      told.push({ event: row.event, objects: JSON.stringify(row.objects) });
    }
  };
  let id = "";
  const aim = () => ({ clientId, part: "allergies", entryId: id });
  await note(async () => {
    ({ id } = await addOne(api, "allergies", { substance: secret }));
  });
  await note(() => api.entries.correct({ ...aim(), version: 1, values: { note: secret }, reason: secret }));
  await note(() => api.entries.end({ ...aim(), version: 2, on: "2026-11-21", reason: secret }));
  await note(() => api.entries.archive({ ...aim(), version: 3, reason: secret }));
  await note(() => api.entries.versions(aim()));
  await note(() => api.entries.entry(aim()));
  expect(told.map(({ event }) => event)).toEqual([
    "dossier.entry-added",
    "dossier.entry-corrected",
    "dossier.entry-ended",
    "dossier.entry-archived",
    "dossier.versions-viewed",
    "dossier.entry-viewed",
  ]);
  for (const { objects } of told) {
    expect(objects).toContain("part:allergies");
    expect(objects).toContain(`entry:${id}`);
  }
});

test("earlier versions are the rows as they were, each once, and the database refuses to change one", async () => {
  const { id } = await addOne(api, "reports", { text: "Eerst" });
  const rows: unknown[] = [];
  const { table } = parts.find(({ slug }) => slug === "reports") ?? parts[0] ?? { table: allergies };
  for (const [version, text] of ["Toen", "Daarna", "Nu"].entries()) {
    const [row] = await world.db.read.select().from(table).where(eq(table.id, id));
    rows.push(row);
    world.clock.advance(60_000);
    const aim = { clientId, part: "reports", entryId: id, version: version + 1 };
    await api.entries.correct({ ...aim, values: { text } });
  }
  const kept = await world.db.read
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, id)))
    .orderBy(entryVersions.version);
  expect(kept.map(({ row }) => row)).toEqual(rows);
  const rewrite = world.db.write((tx) =>
    tx.update(entryVersions).set({ row: {} }).where(eq(entryVersions.entryId, id)),
  );
  await expect(rewrite).rejects.toThrow();
});

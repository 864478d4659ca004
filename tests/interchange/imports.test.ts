import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { POST } from "@/app/api/uploads/imports/route";
import { auditEntries } from "@/db/schema/audit";
import { clientLocations, clients } from "@/db/schema/clients";
import { allergies } from "@/db/schema/dossier/allergies";
import { importFiles, imports } from "@/db/schema/imports";
import { importedResources } from "@/db/schema/interchange";
import { sweepImports } from "@/inngest/import";
import { startEngine } from "@/inngest/start";
import type { FhirResource } from "@/server/dossier/fhir";
import { stopImports } from "@/server/interchange/under-way";
import { apiAs, apiWith, entriesOf, makeEmployee, openSession, takeTask } from "../access/people";
import { zip } from "../files/papers";
import { framed, send } from "../files/uploading";
import { ALLERGY, bundle, ENCOUNTER, ORGANIZATION, OTHER, PATIENT } from "./importing";
import { type Desk, ended, incoming, newKey, openDesk, sendAll } from "./page-import";

const CANARY = "Kanarie-van-Dijk";
const NAMED: FhirResource = { ...PATIENT, name: [{ family: CANARY }] };
const desks = new Set<Desk>();

async function desk(...reach: Parameters<typeof openDesk>): Promise<Desk> {
  const made = await openDesk(...reach);
  desks.add(made);
  return made;
}

afterEach(async () => {
  stopImports();
  for (const each of desks) await each.stop();
  desks.clear();
});

/** The background work of the same world again, as after a restart. */
async function restart(at: Desk): Promise<void> {
  at.engine = await startEngine(at.world);
  at.stop = () => at.engine.stop();
}

async function importAll(
  at: Desk,
  files: Parameters<typeof sendAll>[1],
  place?: Parameters<typeof sendAll>[2],
) {
  const importId = await sendAll(at, files, place);
  await at.api.imports.start({ importId });
  const row = await ended(at, importId);
  return { importId, row, ...(await at.api.imports.report({ importId })) };
}

test("chosen, sent, started: the clients are there with their dossiers, the report says what became of each", async () => {
  const at = await desk();
  const { world, api } = at;
  const files = {
    "a.json": bundle([NAMED, ALLERGY, ENCOUNTER, ORGANIZATION]),
    "b.ndjson": `${JSON.stringify(OTHER)}\n`,
  };
  const done = await importAll(at, files);
  expect(done).toMatchObject({ status: "done", failure: null, files: 2, requestedBy: "Bea Beheer" });
  expect(done.totals).toMatchObject({ read: 5, refused: 0, clients: 2, created: 2 });
  expect(done.report?.at(-1)).toMatch(/^read=5 mapped=\d kept=\d refused=0 clients=2$/);
  expect(done.report?.join("\n")).toMatch(/In het dossier, per onderdeel:/);
  expect(await world.db.read.$count(allergies)).toBe(1);
  const made = (await world.db.read.select().from(clients)).filter(({ number }) => number > 20_005);
  expect(made.length).toBe(2);
  const stays = await world.db.read.select().from(clientLocations);
  expect(stays.filter(({ clientId }) => made.some(({ id }) => id === clientId))).toMatchObject([
    { locationId: "own", untilDate: null },
    { locationId: "own", untilDate: null },
  ]);
  expect((await api.imports.list()).imports[0]).toMatchObject({ id: done.importId, status: "done" });
  // Again: nothing is made twice.
  const again = await importAll(at, files);
  expect(again.totals).toMatchObject({ clients: 2, created: 0, added: 0, changed: 0, removed: 0 });
});

test("it acts as the requester, and neither log, events nor steps hold a word of the files or their names", async () => {
  const at = await desk();
  const { world } = at;
  const { importId } = await importAll(at, { [`${CANARY}.json`]: bundle([NAMED, ALLERGY]) });
  const rows = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
  const told = rows.map(({ event, actor, onBehalfOf }) => [event, actor, onBehalfOf]);
  const me = `employee:${at.employeeId}`;
  expect(told.filter(([event]) => event !== "import.viewed")).toEqual([
    ["import.begun", me, null],
    ["import.file-added", me, null],
    ["import.started", me, null],
    ["dossier.imported", me, me],
    ["dossier.imported", me, me],
    ["import.done", me, me],
    ["import.files-deleted", "systeem", null],
    ["import.report-viewed", me, null],
  ]);
  const engine: unknown[] = [];
  for (const table of ["engine_events", "engine_runs", "engine_steps", "engine_jobs"])
    engine.push(await world.db.read.values(sql.raw(`SELECT * FROM ${table}`)));
  expect(JSON.stringify([rows, engine, at.logged])).not.toContain(CANARY);
  expect(JSON.stringify(engine)).toContain(importId);
});

test("the files are sealed while they wait, and keys and files are gone when it has ended", async () => {
  const at = await desk();
  const importId = await sendAll(at, { "a.json": bundle([NAMED]) });
  const [name = ""] = incoming(at.world);
  expect(readFileSync(join(at.world.env.dataDir, "imports", name)).includes(CANARY)).toBe(false);
  await at.api.imports.start({ importId });
  await ended(at, importId);
  expect(await at.world.db.read.select().from(importFiles)).toMatchObject([
    { name: "a.json", wrappedKey: null, deletedAt: expect.any(Number) },
  ]);
});

test("broken, wrong, empty and packed files are each told, and the rest is imported", async () => {
  const at = await desk();
  const { totals, report } = await importAll(at, {
    "goed.json": bundle([PATIENT]),
    "kapot.json": bundle([OTHER, ALLERGY]).slice(0, -40),
    "leeg.json": "",
    "foto.json": Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    "alles.zip": zip(),
    "vreemd.xml": '<!DOCTYPE x [<!ENTITY a "b">]><Patient xmlns="http://hl7.org/fhir"/>',
  });
  const words = report?.join("\n") ?? "";
  expect(words).toMatch(/kapot\.json .*De JSON is niet geldig of breekt af/);
  expect(words).toMatch(/leeg\.json: Hier staat niets in/);
  expect(words).toMatch(/foto\.json: Dit is geen JSON, NDJSON of XML/);
  expect(words).toMatch(/alles\.zip: Dit is een ZIP\. Pak hem uit/);
  expect(words).toMatch(/vreemd\.xml.*DOCTYPE/);
  expect(totals).toMatchObject({ clients: 2, refused: 5 });
});

test("a client out of reach is left as it is, its resources refused and counted, the others imported", async () => {
  const everywhere = await desk();
  await importAll(everywhere, { "a.json": bundle([PATIENT]) }, "beside");
  const { world } = everywhere;
  const before = await world.db.read.$count(importedResources);
  const own = { ...everywhere };
  own.employeeId = await makeEmployee(world, [{ tasks: ["interchange.import"], reach: "own" }]);
  own.sessionId = await openSession(world, own.employeeId);
  own.api = await apiAs(world, own.sessionId);
  const done = await importAll(own, { "b.json": bundle([PATIENT, ALLERGY, OTHER]) });
  expect(done.totals).toMatchObject({ read: 3, refused: 2, clients: 1, created: 1 });
  expect(done.report?.join("\n")).toMatch(/buiten het bereik van wie de import startte/);
  expect(await world.db.read.$count(allergies)).toBe(0);
  expect(await world.db.read.$count(importedResources)).toBe(before + 1);
  await expect(
    own.api.imports.begin({
      locationIds: ["beside"],
      requestKey: newKey(),
      files: [{ name: "a", bytes: 1 }],
    }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await own.api.imports.list()).locations.map(({ id }) => id).sort()).toEqual(["below", "own"]);
  // An import into a place out of reach is not shown.
  expect((await own.api.imports.list()).imports.map(({ id }) => id)).toEqual([done.importId]);
});

test("a right taken away before it began: Mislukt with the reason, nothing imported, the files gone", async () => {
  const at = await desk();
  const importId = await sendAll(at, { "a.json": bundle([PATIENT, ALLERGY]) });
  const before = await at.world.db.read.$count(clients);
  await at.stop();
  await at.api.imports.start({ importId });
  await takeTask(at.world, at.employeeId);
  await restart(at);
  expect(await ended(at, importId)).toMatchObject({ status: "failed", failure: "import-withdrawn" });
  expect(await at.world.db.read.$count(clients)).toBe(before);
  expect(incoming(at.world)).toEqual([]);
});

test("one at a time: a second can be neither begun nor started while one is under way", async () => {
  const at = await desk();
  const [one, two] = [
    await sendAll(at, { "a.json": bundle([PATIENT]) }),
    await sendAll(at, { "b.json": "{}" }),
  ];
  await at.world.db.write((tx) => tx.update(imports).set({ status: "pending" }).where(sql`id = ${one}`));
  await expect(at.api.imports.start({ importId: two })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(sendAll(at, { "c.json": "{}" })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("the same click twice is one import, and starts once", async () => {
  const at = await desk();
  const ask = { locationIds: ["own"], requestKey: newKey(), files: [{ name: "a.json", bytes: 2 }] };
  const [one, two] = [await at.api.imports.begin(ask), await at.api.imports.begin(ask)];
  expect(two).toEqual(one);
  const others = at.api.imports.begin({ ...ask, files: [{ name: "b.json", bytes: 2 }] });
  await expect(others).rejects.toMatchObject({ code: "CONFLICT" });
  const importId = await sendAll(at, { "a.json": bundle([PATIENT]) });
  await Promise.all([at.api.imports.start({ importId }), at.api.imports.start({ importId })]);
  await ended(at, importId);
  const runs = sql`SELECT count(*) AS runs FROM engine_runs WHERE function_id = 'kroniek-run-import'`;
  expect(await at.world.db.read.all(runs)).toEqual([{ runs: 1 }]);
});

test("not all files here: it does not start; called off: the files go", async () => {
  const at = await desk();
  const begun = await at.api.imports.begin({
    ...{ locationIds: ["own"], requestKey: newKey() },
    files: [{ name: "a.json", bytes: 2 }],
  });
  await expect(at.api.imports.start(begun)).rejects.toMatchObject({ code: "CONFLICT" });
  const importId = await sendAll(at, { "a.json": bundle([PATIENT]) });
  expect(incoming(at.world).length).toBe(1);
  await at.api.imports.cancel({ importId });
  expect(await ended(at, importId)).toMatchObject({ status: "failed", failure: "import-cancelled" });
  await expect(at.api.imports.start({ importId })).rejects.toMatchObject({ code: "CONFLICT" });
});

test.each<[string, number, Buffer]>([
  ["more bytes than were announced", 10, Buffer.alloc(11)],
  ["fewer bytes than were announced", 10, Buffer.alloc(9)],
])("%s are refused and leave nothing", async (_, bytes, content) => {
  const at = await desk();
  const begun = await at.api.imports.begin({
    ...{ locationIds: ["own"], requestKey: newKey() },
    files: [{ name: "a.json", bytes }],
  });
  const fields = { importId: begun.importId, fileId: begun.files[0]?.id };
  const sent = await send(at.world, at.sessionId, framed(fields, content), {}, POST);
  expect([sent.status, sent.body.error?.reason]).toEqual([400, "upload-broken"]);
  expect(incoming(at.world)).toEqual([]);
});

test("files over the cap are refused before they are sent", async () => {
  const at = await desk();
  const files = [{ name: "a.json", bytes: 200 * 1024 * 1024 + 1 }];
  await expect(
    at.api.imports.begin({ locationIds: ["own"], requestKey: newKey(), files }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("another's import takes no file of yours and is not yours to start; who lacks the task is refused and logged", async () => {
  const at = await desk();
  const begun = await at.api.imports.begin({
    ...{ locationIds: ["own"], requestKey: newKey() },
    files: [{ name: "a.json", bytes: 2 }],
  });
  const other = await apiWith(at.world, { tasks: ["interchange.import"], reach: "everywhere" });
  await expect(other.imports.start(begun)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(other.imports.cancel(begun)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await takeTask(at.world, at.employeeId);
  const fields = { importId: begun.importId, fileId: begun.files[0]?.id };
  const rows = await entriesOf(at.world, async () => {
    const sent = await send(at.world, at.sessionId, framed(fields, Buffer.from("{}")), {}, POST);
    expect(sent.status).toBe(403);
  });
  expect(rows.map(({ event, outcome }) => [event, outcome])).toEqual([["import.file-added", "refused"]]);
});

test("what nobody started within a day is ended and shredded; strays go", async () => {
  const at = await desk();
  const importId = await sendAll(at, { "a.json": bundle([PATIENT]) });
  expect(await sweepImports(at.world)).toEqual({ abandoned: 0, shredded: 0, strays: 0 });
  at.world.clock.advance(24 * 3_600_000 + 1);
  expect(await sweepImports(at.world)).toEqual({ abandoned: 1, shredded: 1, strays: 0 });
  expect(await ended(at, importId)).toMatchObject({ status: "failed", failure: "import-abandoned" });
});

test("stopped in the middle and started again, it ends as if nothing happened: no client twice, no entry twice", async () => {
  const at = await desk();
  const { world } = at;
  const people = Array.from({ length: 120 }, (_, index): FhirResource[] => [
    { ...PATIENT, id: `p${index}`, birthDate: `19${String(10 + (index % 80))}-01-01` },
    { ...ALLERGY, id: `a${index}`, patient: { reference: `Patient/p${index}` } },
  ]).flat();
  const importId = await sendAll(at, { "veel.json": bundle(people) });
  const before = await world.db.read.$count(clients);
  await at.api.imports.start({ importId });
  while ((await world.db.read.$count(allergies)) === 0) await new Promise((resolve) => setImmediate(resolve));
  stopImports();
  await at.stop();
  const half = await world.db.read.$count(allergies);
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(120);
  await restart(at);
  for (let row = await world.db.read.select().from(imports); row[0]?.status === "pending"; ) {
    world.clock.advance(60_000);
    world.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    row = await world.db.read.select().from(imports);
  }
  expect(await ended(at, importId)).toMatchObject({ status: "done" });
  expect((await world.db.read.$count(clients)) - before).toBe(120);
  expect(await world.db.read.$count(allergies)).toBe(120);
});

test("what is nobody's and was there before is replaced only by who imports everywhere; others are told it was refused", async () => {
  const at = await desk("everywhere");
  const { world } = at;
  const stored = async () =>
    (await world.db.read.select().from(importedResources).where(eq(importedResources.resourceId, "o1"))).map(
      ({ json }) => JSON.parse(json).name,
    );
  const orphan = (name: string) => ({ "a.json": bundle([{ ...ORGANIZATION, name }]) });
  await importAll(at, orphan("Eerst"));
  const employeeId = await makeEmployee(world, [{ tasks: ["interchange.import"], reach: "own" }]);
  const sessionId = await openSession(world, employeeId);
  const near = { ...at, employeeId, sessionId, api: await apiAs(world, sessionId) };
  const refused = await importAll(near, orphan("Anders"));
  expect(refused.totals).toMatchObject({ read: 1, kept: 0, refused: 1 });
  expect(refused.report?.join("\n")).toMatch(
    /Geweigerd:\n.*a\.json: Hoort bij geen cliënt en is hier al anders/,
  );
  expect(await stored()).toEqual(["Eerst"]);
  expect((await importAll(near, orphan("Eerst"))).totals).toMatchObject({ kept: 1, refused: 0 });
  expect((await importAll(at, orphan("Nieuw"))).totals).toMatchObject({ kept: 1, refused: 0 });
  expect(await stored()).toEqual(["Nieuw"]);
});

test("an import nobody has leaves no word of the id that was given in the log", async () => {
  const at = await desk();
  const rows = await entriesOf(at.world, async () => {
    await expect(at.api.imports.cancel({ importId: CANARY })).rejects.toThrow();
    await expect(at.api.imports.start({ importId: CANARY })).rejects.toThrow();
  });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  expect(JSON.stringify(rows)).not.toContain(CANARY);
});

import { gte, isNull, or, sql } from "drizzle-orm";
import { getTableConfig, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { entryColumns } from "@/db/schema/dossier/entry";
import { createCaller } from "@/server/api/root";
import { periodProblems } from "@/server/dossier/checks";
import { hasCode, stringOf } from "@/server/dossier/fhir";
import { ownConcept, ownSystem } from "@/server/dossier/fhir-own";
import { dateOf } from "@/server/dossier/fhir-time";
import { definePart } from "@/server/dossier/part";
import { type AnyPart, type AnyRow, partOf, parts } from "@/server/dossier/registry";
import { partColumns } from "@/server/export/cells";
import { exportClaims } from "@/server/export/claims";
import { select } from "@/server/export/scope";
import { openWorkbook } from "@/server/export/workbook";
import { CLIENTS, contextOf, makeEmployee, makePlaces, openSession } from "../access/people";
import { zipInMemory } from "../export/collect";
import { readXlsx } from "../export/xlsx-reader";
import { readZip } from "../export/zip-reader";
import { makeWorld, type TestWorld } from "../world";
import { PATIENT, takeAll } from "./part-rows";
import { makePen } from "./pen";

/**
 * The exercise of issue 4: a fifteenth part, from one table and one declaration. Nothing else of the product is touched:
 * this file is all that there is of it, and after the last test it is gone.
 */
const wounds = sqliteTable("wounds", {
  ...entryColumns(),
  place: text().notNull(),
  kind: text().notNull(),
  startedOn: text("started_on"),
  endedOn: text("ended_on"),
  status: text().notNull(),
  note: text(),
});

const KIND = { pressure: "Drukplek", surgical: "Operatiewond" } as const;
const STATUS = { open: "Open", healed: "Genezen" } as const;

const woundsPart = definePart({
  slug: "wounds",
  label: "Wonden",
  singular: "wond",
  table: wounds,
  columns: [
    { key: "place", label: "Plaats", kind: "text", list: true, write: { required: true } },
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: KIND,
      list: true,
      filter: true,
      write: { required: true },
    },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      write: { required: true, initial: "open" },
    },
    { key: "startedOn", label: "Sinds", kind: "date", list: true, write: { past: true } },
    { key: "endedOn", label: "Genezen op", kind: "date", write: { past: true } },
    { key: "note", label: "Toelichting", kind: "prose", write: {} },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["healed"] } },
  check: periodProblems,
  searchIn: ["place", "note"],
  current: (t, { day }) => or(isNull(t.endedOn), gte(t.endedOn, day)),
  currentExport: "current",
  summary: (row) => ({ title: row.place, ...(row.note && { detail: row.note }) }),
  fhir: {
    types: ["BodyStructure"],
    take: (resource, { now }) =>
      hasCode(resource.morphology, ownSystem("wound"), "pressure", "surgical")
        ? {
            moment: now,
            place: stringOf(resource.description) ?? "",
            kind: "pressure",
            status: "open",
            startedOn: dateOf(resource.since) ?? null,
          }
        : null,
    give: (row, { patient }) => [
      {
        resourceType: "BodyStructure",
        id: row.id,
        patient,
        description: row.place,
        morphology: ownConcept("wound", KIND, row.kind),
        since: row.startedOn ?? undefined,
      },
    ],
  },
  merge: "dossier",
  demo: (pen) => [{ moment: pen.daysAgo(3), place: "Hiel links", kind: "pressure", status: "open" }],
});

const registry = parts as AnyPart[];
const part = woundsPart as unknown as AnyPart;
const clientId = String(CLIENTS.own);
let world: TestWorld;
let api: ReturnType<typeof createCaller>;
let entryId: string;

/** What `npm run db:generate` would write for the table. */
function createTable(): string {
  const { name, columns } = getTableConfig(wounds);
  const lines = columns.map(
    (column) =>
      `"${column.name}" ${column.getSQLType()}${column.primary ? " PRIMARY KEY" : ""}${column.notNull ? " NOT NULL" : ""}`,
  );
  return `CREATE TABLE ${name} (${lines.join(", ")})`;
}

beforeAll(async () => {
  registry.push(part);
  world = await makeWorld({ keep: true });
  await world.db.write((tx) => tx.run(sql.raw(createTable())));
  await makePlaces(world);
  const id = await makeEmployee(world, [{ tasks: ["dossier.view", "dossier.edit"], reach: "own" }]);
  api = createCaller(await contextOf(world, await openSession(world, id)));
  const form = await api.entries.form({ clientId, part: "wounds" });
  expect(form.fields.map(({ label, kind, required }) => [label, kind, required])).toEqual([
    ["Plaats", "text", true],
    ["Soort", "code", true],
    ["Status", "code", true],
    ["Sinds", "date", false],
    ["Genezen op", "date", false],
    ["Toelichting", "prose", false],
  ]);
  const values = { ...form.values, place: "Stuit", kind: "pressure", startedOn: "2026-11-02" };
  const added = await api.entries.add({ clientId, part: "wounds", values, requestKey: "wound-key-1" });
  entryId = added.id;
});

afterAll(async () => {
  registry.splice(registry.indexOf(part), 1);
  expect(partOf("wounds")).toBeUndefined();
  expect(exportClaims().has("wounds")).toBe(false);
  expect(parts).toHaveLength(14);
  await world.close();
});

async function rows(): Promise<AnyRow[]> {
  return (await world.db.read.select().from(part.table)) as AnyRow[];
}

test("it stands in the menu and on the Medisch overzicht", async () => {
  const menu = await api.dossier.counts({ clientId });
  expect(menu.at(-1)).toMatchObject({ slug: "wounds", label: "Wonden", count: 1 });
  const block = (await api.dossier.overview({ clientId })).at(-1);
  expect(block).toMatchObject({ label: "Wonden", current: 1, lines: [{ title: "Stuit" }] });
});

test("it has a list, with its columns, filter, search and dates", async () => {
  const list = await api.dossier.entries({
    clientId,
    part: "wounds",
    search: "stuit",
    filters: { kind: "pressure" },
  });
  expect(list.columns.map(({ label }) => label)).toEqual(["Plaats", "Soort", "Status", "Sinds"]);
  expect(list.filters.map(({ label }) => label)).toEqual(["Soort"]);
  expect(list.entries.map(({ cells }) => cells.map(({ text: shown }) => shown))).toEqual([
    ["Stuit", "Drukplek", "Open", "02-11-2026"],
  ]);
});

test("it is corrected, ended and archived, and its versions tell", async () => {
  const aim = { clientId, part: "wounds", entryId };
  await api.entries.correct({ ...aim, version: 1, values: { note: "Schoon" } });
  await api.entries.end({ ...aim, version: 2, on: "2026-11-20" });
  await api.entries.archive({ ...aim, version: 3, reason: "Van een ander" });
  const { versions } = await api.entries.versions(aim);
  expect(versions.map(({ replaced }) => replaced?.change)).toEqual([
    undefined,
    "archived",
    "ended",
    "corrected",
  ]);
  expect((await api.dossier.overview({ clientId })).at(-1)).toMatchObject({ current: 0, total: 1 });
  await api.entries.restore({ ...aim, version: 4 });
});

test("it has a sheet in both scopes, and its table is claimed by the export", async () => {
  expect(exportClaims().get("wounds")).toEqual({ sheet: "Wonden" });
  for (const scope of ["complete", "current"] as const) {
    const at = { day: "2026-11-21", now: world.clock.now() };
    const chosen = select(scope, at).included.find((each) => each.part === part);
    const found = await world.db.read.select().from(part.table).where(chosen?.condition);
    expect(found).toHaveLength(scope === "complete" ? 1 : 0);
  }
  const columns = partColumns(part, "complete");
  const { zip, bytes } = zipInMemory();
  const plan = { sheets: [{ name: part.label, columns: columns.map(({ sheet }) => sheet) }] };
  const properties = { title: "Dossier", creator: "Kroniek", created: new Date(0) };
  const book = await openWorkbook(zip, "dossier.xlsx", { ...plan, properties });
  const cells = (row: AnyRow) => columns.map(({ key, cell }) => cell(row[key as keyof AnyRow]));
  await book.sheet(0).rows((await rows()).map((row) => cells(row as AnyRow)));
  await book.close();
  await zip.close();
  const [sheet] = readXlsx(readZip(bytes())[0]?.content ?? Buffer.alloc(0));
  const [head, first] = [...(sheet?.rows.values() ?? [])].map((row) =>
    [...row.values()].map(({ value }) => value),
  );
  expect(sheet?.name).toBe("Wonden");
  expect(head?.slice(0, 3)).toEqual(["Plaats", "Soort", "Status"]);
  expect(first?.slice(0, 3)).toEqual(["Stuit", "Drukplek", "Genezen"]);
});

test("it goes to FHIR and comes back, with its version", async () => {
  const [row] = await rows();
  const given = part.fhir.give(row as AnyRow, { patient: PATIENT, scope: "complete" });
  expect(given[0]).toMatchObject({ id: entryId, description: "Stuit", meta: { versionId: "5" } });
  const { taken } = takeAll(given.map((resource) => ({ resource })));
  expect(taken).toMatchObject([{ slug: "wounds", draft: { place: "Stuit", startedOn: "2026-11-02" } }]);
});

test("a merge knows what to do with its rows, and the demo has some", async () => {
  // The claims are made once, when first loaded: here again, with the fifteenth part in a registry of their own.
  vi.resetModules();
  ((await import("@/server/dossier/registry")).parts as AnyPart[]).push(part);
  const { claims } = await import("@/server/merge/claims");
  expect(claims.filter(({ table }) => table === "wounds")).toMatchObject([
    { label: "Wonden", strands: [{ fate: { subject: "dossier" } }] },
  ]);
  expect(part.demo(makePen(10_001, "full"))).toMatchObject([{ place: "Hiel links" }]);
});

import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { reports } from "@/db/schema/dossier/reports";
import { CLIENTS, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { type BuiltExport, built } from "./built";
import { xmlOnly } from "./odd-text";
import { type ReadCell, readXlsx } from "./xlsx-reader";

const CLIENT = { id: "client-own", number: CLIENTS.own };
const TEXT = "F";
const TITLE = "E";

/** What people paste, dictate and import; each in a report of its own. */
const TEXTS = {
  formula: '=HYPERLINK("https://elsewhere.example";"klik")',
  plus: "+31 85 0123112",
  minus: "- gegeten\n- gedronken",
  at: "@SUM(A1:A9)",
  tab: "\t=1+1",
  carriage: "\r=cmd|' /C calc'!A0",
  markup: "<b>vet</b> & ]]> <!-- --> &amp; \"'",
  escapes: "_x0041_ _x000D_ _x005F_x0041_ _x00",
  controls: "voor\u0001\u0008\u000b\u001f\ufffe\uffffna",
  lines: "een\r\ntwee\rdrie\nvier",
  blanks: "  vooraan en achteraan  ",
  emoji: "👩🏽‍⚕️ cliënt, 張先生, שלום, e\u0301, \u202egnirts",
  number: "0012",
  date: "1-2",
  long: `${"Rustige nacht. ".repeat(2_700)}einde`,
  split: `${"x".repeat(32_766)}👵${"y".repeat(7_000)}`,
  longFormula: `=${"a".repeat(40_000)}`,
  longControls: `\u0001${"b".repeat(32_767)}\u0002`,
} as const;
const NAMES = Object.keys(TEXTS) as (keyof typeof TEXTS)[];

let world: TestWorld;
let made: BuiltExport;
/** The report sheet: its cells in the order of the sheet. */
let rows: Map<string, ReadCell>[];

beforeAll(async () => {
  world = await makeWorld({ keep: true });
  await makePlaces(world);
  await world.db.write((tx) =>
    tx.insert(reports).values(
      NAMES.map((name, at) => ({
        ...{ id: `r${at}`, clientId: CLIENT.id, moment: at * 60_000, recordedAt: at, recordedBy: "Iemand" },
        ...{ category: "care", discipline: "nurse", title: name, text: TEXTS[name], expertises: [] },
      })),
    ),
  );
  made = await built(world, CLIENT);
  const sheet = readXlsx(made.named("dossier.xlsx").content).find(({ name }) => name === "Rapportages");
  rows = [...(sheet?.rows.values() ?? [])].slice(1);
  return () => world.close();
}, 60_000);

/** The cells of a report's text: its own row and the continuations under it. */
function cellsOf(name: string): ReadCell[] {
  const from = rows.findIndex((row) => row.get(TITLE)?.value === name);
  const next = rows.findIndex((row, at) => at > from && row.get(TITLE) !== undefined);
  return rows.slice(from, next < 0 ? undefined : next).flatMap((row) => row.get(TEXT) ?? []);
}

test.each(NAMES)("%s goes through database, worker and workbook and is read as it was written", (name) => {
  const read = cellsOf(name)
    .map(({ value }) => value)
    .join("");
  expect(read === xmlOnly(TEXTS[name])).toBe(true);
});

test("no cell is longer than Excel allows, and none cuts a character in two", () => {
  for (const row of rows) {
    for (const { value } of row.values()) {
      expect(String(value).length).toBeLessThanOrEqual(32_767);
      expect(Buffer.from(String(value)).toString() === String(value)).toBe(true);
    }
  }
});

test("what begins like a formula is marked as text, in each cell that does; the rest is not", () => {
  const marked = NAMES.filter((name) => cellsOf(name)[0]?.quoted);
  expect(marked).toEqual(["formula", "plus", "minus", "at", "tab", "carriage", "longFormula"]);
});

test("continued rows say so, and the manifest counts entries, not rows", async () => {
  const entries = made.manifest.parts.find(({ part }) => part === "reports")?.rows;
  expect(entries).toBe(await world.db.read.$count(reports, eq(reports.clientId, CLIENT.id)));
  const continued = rows.filter((row) => row.get("A")?.value === "(vervolg)");
  expect(rows.length - continued.length).toBe(NAMES.length);
  expect(continued.length).toBeGreaterThanOrEqual(3);
});

test("the manifest counts the texts that were split and the characters left out", () => {
  const units = NAMES.reduce((sum, name) => sum + TEXTS[name].length - xmlOnly(TEXTS[name]).length, 0);
  expect(made.manifest.characters).toEqual({ split: 3, removed: units });
});

test("the FHIR bundle keeps every character, also those Excel cannot hold", async () => {
  const stored = await world.db.read.select().from(reports).orderBy(asc(reports.moment));
  const bundle = JSON.parse(made.named("fhir/bundle.json").content.toString()) as {
    entry: { resource: { id: string; content?: { attachment: { data: string } }[] } }[];
  };
  for (const { id, text } of stored) {
    const found = bundle.entry.find(({ resource }) => resource.id === id)?.resource.content?.[0]?.attachment
      .data;
    expect([id, Buffer.from(found ?? "", "base64").toString() === text]).toEqual([id, true]);
  }
});

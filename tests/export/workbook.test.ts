import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTINUED, MAX_CELL_UNITS } from "@/server/export/long-text";
import type { Cell } from "@/server/export/sheet-xml";
import type { SheetColumn, SheetPlan } from "@/server/export/skeleton";
import { openWorkbook, type WorkbookInfo, type WorkbookPlan } from "@/server/export/workbook";
import { ExportCancelled } from "@/server/export/zip";
import { zipInMemory } from "./collect";
import { anyText, xmlOnly } from "./odd-text";
import { type ReadSheet, readXlsx } from "./xlsx-reader";
import { readZip } from "./zip-reader";

const text = (label: string): SheetColumn => ({ label, kind: "text" });
const properties = { title: "Dossier 10001", creator: "Kroniek", created: new Date("2026-03-29T11:05:08Z") };

/** Makes a workbook with these rows a sheet, and reads it back from the zip it is in. */
async function roundTrip(
  sheets: (SheetPlan & { rows: Cell[][] })[],
  limits: Partial<WorkbookPlan> = {},
): Promise<{ info: WorkbookInfo; file: Buffer; read: ReadSheet[] }> {
  const { zip, bytes } = zipInMemory({ blockBytes: 200_000 });
  const workbook = await openWorkbook(zip, "dossier.xlsx", { sheets, properties, ...limits });
  for (const [index, sheet] of sheets.entries()) {
    for (let at = 0; at < sheet.rows.length; at += 500) {
      await workbook.sheet(index).rows(sheet.rows.slice(at, at + 500));
    }
  }
  const info = await workbook.close();
  await zip.close();
  const [entry] = readZip(bytes());
  if (!entry) throw new Error("no workbook");
  expect({ bytes: info.bytes, sha256: info.sha256 }).toEqual({
    bytes: entry.content.length,
    sha256: entry.sha256,
  });
  return { info, file: entry.content, read: readXlsx(entry.content) };
}

const column = (sheet: ReadSheet | undefined, letters: string): (string | number | undefined)[] =>
  [...(sheet?.rows.values() ?? [])].slice(1).map((row) => row.get(letters)?.value);

describe("workbook", () => {
  it("gives 10,000 generated texts back to an independent reader, equal after the counted removals", async () => {
    const strings = fc.sample(fc.oneof(anyText, fc.string({ unit: "binary" }), fc.string()), {
      numRuns: 10_000,
      seed: 10_001,
    });
    const rows = strings.map((value, index) => [index, value]);
    const columns: SheetColumn[] = [{ label: "Nr", kind: "number" }, text("Tekst")];
    const { info, read } = await roundTrip([{ name: "Teksten", columns, rows }]);
    const expected = strings.map(xmlOnly);
    expect(column(read[0], "B").map((value) => value ?? "")).toEqual(expected);
    expect(column(read[0], "A")).toEqual(strings.map((_, index) => index));
    const removed = strings.reduce(
      (sum, value, index) => sum + value.length - (expected[index]?.length ?? 0),
      0,
    );
    expect(removed).toBeGreaterThan(100);
    expect(info.characters).toEqual({ split: 0, removed });
    expect(info.sheets).toEqual([{ names: ["Teksten"], rows: 10_000, written: 10_000 }]);
    const quoted = [...(read[0]?.rows.values() ?? [])].slice(1).map((row) => row.get("B")?.quoted ?? false);
    expect(quoted).toEqual(expected.map((value) => /^[=+\-@\t\r]/.test(value)));
    expect(quoted.filter(Boolean).length).toBeGreaterThan(50);
  });

  it("continues long texts in (vervolg) rows that join to the original", async () => {
    const long = `${"a".repeat(MAX_CELL_UNITS - 1)}😀${"=b\r\n".repeat(20_000)}`;
    const rows: Cell[][] = [
      ["1", "kort"],
      ["2", long],
      ["3", "weer kort"],
    ];
    const { info, read } = await roundTrip([
      { name: "Rapportages", columns: [text("Nr"), text("Tekst")], rows },
    ]);
    const numbers = column(read[0], "A");
    expect(numbers).toEqual(["1", "2", ...Array(numbers.length - 3).fill(CONTINUED), "3"]);
    expect(numbers.length).toBeGreaterThan(5);
    const parts = column(read[0], "B").slice(1, -1).map(String);
    expect(parts.join("")).toBe(long);
    expect(parts.every((part) => part.length <= MAX_CELL_UNITS)).toBe(true);
    expect(info.characters.split).toBe(1);
    expect(info.sheets[0]).toEqual({ names: ["Rapportages"], rows: 3, written: numbers.length });
  });

  it("goes on in a next sheet when one is full, never parting a row from its continuation", async () => {
    const rows: Cell[][] = Array.from({ length: 25 }, (_, index) => [`${index}`]);
    rows[8] = ["x".repeat(MAX_CELL_UNITS + 5)];
    const sheets = [
      { name: "A", columns: [text("Nr")], rows },
      { name: "a (2)", columns: [text("Ander")], rows: [["b"]] },
      { name: "Leeg", columns: [text("Niets")], rows: [] },
    ];
    const { info, read } = await roundTrip(sheets, { maxRows: 10 });
    expect(read.map((sheet) => sheet.name)).toEqual(["A", "A (3)", "A (4)", "a (2)", "Leeg"]);
    expect(info.sheets.map((sheet) => sheet.names)).toEqual([["A", "A (3)", "A (4)"], ["a (2)"], ["Leeg"]]);
    expect(read.map((sheet) => sheet.rows.size)).toEqual([9, 10, 10, 2, 1]);
    expect(read.map((sheet) => sheet.rows.get(1)?.get("A")?.value)).toEqual([
      "Nr",
      "Nr",
      "Nr",
      "Ander",
      "Niets",
    ]);
    expect(column(read[1], "A").slice(1, 3)).toEqual([`${CONTINUED}xxxxx`, "9"]);
    expect(info.sheets[0]).toMatchObject({ rows: 25, written: 26 });
  });

  it("goes on in a next sheet before one gets too large for a plain zip", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`${index} ${"x".repeat(100)}`]);
    const { read } = await roundTrip([{ name: "A", columns: [text("Nr")], rows }], { maxSheetBytes: 3_000 });
    expect(read.length).toBeGreaterThan(2);
    expect(read.flatMap((sheet) => column(sheet, "A"))).toEqual(rows.flat());
  });

  it("freezes the headings, filters all rows, sets widths and date formats", async () => {
    const columns: SheetColumn[] = [
      { label: "Datum", kind: "date", width: 14 },
      { label: "Tijdstip", kind: "datetime" },
      { label: "=Tekst", kind: "text", width: 60, wrap: true },
    ];
    const rows: Cell[][] = [
      ["2026-03-29", Date.parse("2026-07-01T10:00:00Z"), "a"],
      ["2026-03-30", null, "b"],
    ];
    const { read } = await roundTrip([{ name: "Metingen", columns, rows }]);
    expect(read[0]).toMatchObject({ frozen: 1, filter: "A1:C3", widths: [14, 17, 60] });
    const row = read[0]?.rows.get(2);
    expect(row?.get("A")).toEqual({ value: 46_110, format: "dd-mm-yyyy", quoted: false });
    expect(row?.get("B")).toEqual({ value: 46_204.5, format: "dd-mm-yyyy hh:mm", quoted: false });
    expect(read[0]?.rows.get(1)?.get("C")).toMatchObject({ value: "=Tekst", quoted: true });
  });

  it("is read by exceljs too, with its properties and without a formula or a link", async () => {
    const columns: SheetColumn[] = [
      text("Tekst"),
      { label: "Op", kind: "datetime" },
      { label: "N", kind: "number" },
    ];
    const rows: Cell[][] = [["=1+1 é😀\r\n<b>", Date.parse("2026-01-15T12:34:56.789Z"), -2.5]];
    const { file } = await roundTrip([
      { name: "Rapportages & meer", columns, rows },
      { name: "Toelichting", columns: [text("Uitleg")], rows: [["https://example.org"]] },
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(file).buffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["Rapportages & meer", "Toelichting"]);
    expect([workbook.title, workbook.creator, workbook.created]).toEqual(Object.values(properties));
    const row = workbook.worksheets[0]?.getRow(2);
    expect(row?.getCell(1).value).toBe("=1+1 é😀\r\n<b>");
    expect(row?.getCell(2).value).toEqual(new Date("2026-01-15T13:34:56.789Z"));
    expect(row?.getCell(3).value).toBe(-2.5);
    expect(workbook.worksheets[1]?.getCell("A2").type).toBe(ExcelJS.ValueType.String);
  });

  it("lists names that only differ by case or by what Excel refuses as sheets of their own", async () => {
    const names = [
      "Pijn/score",
      "pijn:score",
      "",
      "History",
      "x".repeat(40),
      "x".repeat(50),
      "Foto's & <meer>",
    ];
    const { info, read } = await roundTrip(
      names.map((name) => ({ name, columns: [text("A")], rows: [[name]] })),
    );
    expect(read.map((sheet) => sheet.name)).toEqual(info.sheets.flatMap((sheet) => sheet.names));
    expect(new Set(read.map((sheet) => sheet.name.toLowerCase())).size).toBe(names.length);
    expect(read.map((sheet) => column(sheet, "A")[0] ?? "")).toEqual(names);
  });

  it("makes the same bytes from the same rows", async () => {
    const sheets = [{ name: "A", columns: [text("Nr")], rows: [["1"], ["2"]] }];
    expect((await roundTrip(sheets)).info.sha256).toBe((await roundTrip(sheets)).info.sha256);
  });

  it("refuses rows for a sheet that is done, and workbooks without sheets or columns", async () => {
    const { zip } = zipInMemory();
    const none = openWorkbook(zip, "a.xlsx", { sheets: [], properties });
    await expect(none).rejects.toThrow(RangeError);
    const bare = openWorkbook(zip, "a.xlsx", { sheets: [{ name: "A", columns: [] }], properties });
    await expect(bare).rejects.toThrow(RangeError);
    const sheets = ["A", "B"].map((name) => ({ name, columns: [text("Nr")] }));
    const workbook = await openWorkbook(zip, "a.xlsx", { sheets, properties });
    await workbook.sheet(1).rows([["1"]]);
    await expect(workbook.sheet(0).rows([["1"]])).rejects.toThrow("in order");
    expect(() => workbook.sheet(2)).toThrow(RangeError);
  });

  it("stops when cancelled from outside", async () => {
    const cancelled = { aborted: false };
    const { zip } = zipInMemory({ cancelled, blockBytes: 10_000 });
    const workbook = await openWorkbook(zip, "a.xlsx", {
      sheets: [{ name: "A", columns: [text("Nr")] }],
      properties,
    });
    await workbook.sheet(0).rows([["1"]]);
    cancelled.aborted = true;
    await expect(async () => {
      for (let i = 0; i < 1_000; i++) await workbook.sheet(0).rows([["x".repeat(1_000)]]);
    }).rejects.toThrow(ExportCancelled);
  });

  it("holds several workbooks and other files in one zip, one after the other", async () => {
    const { zip, bytes } = zipInMemory();
    for (const path of ["dossier.xlsx", "zorgplannen/zorgplan-1.xlsx"]) {
      const workbook = await openWorkbook(zip, path, {
        sheets: [{ name: path, columns: [text("A")] }],
        properties,
      });
      await workbook.sheet(0).rows([[path]]);
      await workbook.close();
    }
    await zip.add("manifest.json", "{}");
    await zip.close();
    const entries = readZip(bytes());
    expect(entries.map((entry) => entry.name)).toEqual([
      "dossier.xlsx",
      "zorgplannen/zorgplan-1.xlsx",
      "manifest.json",
    ]);
    const second = entries[1]?.content ?? Buffer.alloc(0);
    expect(readXlsx(second)[0]?.rows.get(2)?.get("A")?.value).toBe("zorgplannen/zorgplan-1.xlsx");
  });
});

import { describe, expect, it } from "vitest";
import { type Cell, columnLetters, SheetXml } from "@/server/export/sheet-xml";
import type { ColumnKind, SheetColumn } from "@/server/export/skeleton";
import { amsterdamWallClock } from "@/server/export/wall-clock";

const STYLES = {
  header: 1,
  text: 2,
  wrap: 3,
  date: 4,
  datetime: 5,
  quoted: new Map([
    [1, 6],
    [2, 7],
    [3, 8],
  ]),
};

/** The XML of one row, and what was counted. */
function rowXml(columns: SheetColumn[], cells: Cell[]): { xml: string; removed: number } {
  const target = { block: Buffer.alloc(100_000), at: 0, reserve: () => undefined };
  const counts = { split: 0, removed: 0 };
  new SheetXml(target, columns, { styles: STYLES, wallClock: amsterdamWallClock(), counts }).row(12, cells);
  return { xml: target.block.toString("utf8", 0, target.at), removed: counts.removed };
}

const one = (kind: ColumnKind, cell: Cell, wrap = false): string =>
  /^<row r="12">(.*)<\/row>$/s.exec(rowXml([{ label: "K", kind, wrap }], [cell]).xml)?.[1] ?? "broken";
const textCell = (style: number, text: string): string =>
  `<c r="A12" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const numberCell = (style: number, value: string): string => `<c r="A12" s="${style}"><v>${value}</v></c>`;

describe("sheet rows", () => {
  it("writes text as an inline string that keeps its blanks, never as a formula", () => {
    expect(one("text", " a & <b> ")).toBe(textCell(2, " a &amp; &lt;b&gt; "));
    expect(one("text", "regel 1\r\nregel 2", true)).toBe(textCell(3, "regel 1&#13;\nregel 2"));
  });

  it.each(["=1+1", "+31", "-5", "@SUM(A1)", "\t=1"])(
    "marks %j as text by its style, its value unchanged",
    (text) => {
      expect(one("text", text)).toBe(textCell(7, text));
      expect(one("text", text, true)).toBe(textCell(8, text));
    },
  );

  it("judges a text by what is left of it: a removed character hides no formula, nor an escape", () => {
    expect(one("text", "\u0001=1+1")).toBe(textCell(7, "=1+1"));
    expect(one("text", "_x00\u000041_")).toBe(textCell(2, "_x005F_x0041_"));
    expect(one("text", "\u0000")).toBe("");
    expect(rowXml([{ label: "K", kind: "text" }], ["\ud800a\u0000\uffff"]).removed).toBe(3);
  });

  it("writes numbers as numbers in any column that is no date", () => {
    expect(one("number", 1.5)).toBe(numberCell(2, "1.5"));
    expect(one("text", -3)).toBe(numberCell(2, "-3"));
    expect(one("number", "> 5")).toBe(textCell(2, "&gt; 5"));
  });

  it("writes days and moments as Amsterdam serials", () => {
    expect(one("date", "2026-03-29")).toBe(numberCell(4, "46110"));
    expect(one("date", new Date("2026-06-30T22:30:00Z"))).toBe(numberCell(4, "46204"));
    expect(one("date", Date.parse("2026-06-30T21:30:00Z"))).toBe(numberCell(4, "46203"));
    expect(one("datetime", Date.parse("2026-03-29T00:30:00Z"))).toBe(numberCell(5, "46110.0625"));
    expect(one("text", new Date("2026-03-29T10:00:00Z"))).toBe(numberCell(5, "46110.5"));
  });

  it("writes as text what a spreadsheet has no date for", () => {
    expect(one("date", "1899-12-31")).toBe(textCell(2, "1899-12-31"));
    expect(one("date", "2026-02-30")).toBe(textCell(2, "2026-02-30"));
    expect(one("date", "voorjaar 2020")).toBe(textCell(2, "voorjaar 2020"));
    expect(one("date", new Date("1890-05-01T12:00:00Z"))).toBe(textCell(2, "1890-05-01"));
    expect(one("datetime", Date.UTC(10_000, 0, 1, 12))).toBe(textCell(7, "+010000-01-01 13:00"));
  });

  it("leaves out and counts numbers and dates that are none", () => {
    for (const [kind, cell] of [
      ["number", Number.NaN],
      ["number", Number.POSITIVE_INFINITY],
      ["datetime", Number.NaN],
      ["datetime", 1e300],
      ["date", new Date(Number.NaN)],
    ] as const) {
      expect(rowXml([{ label: "K", kind }], [cell])).toEqual({ xml: '<row r="12"></row>', removed: 1 });
    }
  });

  it("gives nothing no cell, and the cells after it their own column", () => {
    const columns = Array.from({ length: 28 }, () => ({ label: "K", kind: "number" as const }));
    const cells: Cell[] = [null, undefined, "", ...Array.from({ length: 24 }, () => null), 5];
    expect(rowXml(columns, cells).xml).toBe('<row r="12"><c r="AB12" s="2"><v>5</v></c></row>');
  });

  it.each([[{ formula: "1+1" }], [{ text: "x", hyperlink: "javascript:alert(1)" }], [true], [10n]])(
    "refuses a value that is no text, number or date",
    (value) => {
      expect(() => one("text", value as unknown as Cell)).toThrow(TypeError);
    },
  );

  it("refuses a row with more cells than its sheet has columns", () => {
    expect(() => rowXml([{ label: "K", kind: "text" }], ["a", "b"])).toThrow(RangeError);
  });

  it("gives columns their letters", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });
});

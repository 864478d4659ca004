import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/server/export/cell-text";
import { CONTINUED, MAX_CELL_UNITS, rowsOf } from "@/server/export/long-text";
import { anyText, xmlOnly } from "./odd-text";

describe("long text", () => {
  const halves = (length: number): string => "a".repeat(length - 2);

  it("leaves a row alone whose texts all fit", () => {
    const counts = { split: 0, removed: 0 };
    const row = ["x".repeat(MAX_CELL_UNITS), null, 1];
    expect(rowsOf(row, counts)).toEqual([row]);
    expect(counts).toEqual({ split: 0, removed: 0 });
  });

  it("joins again to what it was, with no surrogate pair cut and no cell too long, in every column", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: 1, max: 80_000 }), anyText, (shift, length, odd) => {
        const counts = { split: 0, removed: 0 };
        const long = `${"b".repeat(shift)}${"😀".repeat(length >> 1)}${odd}`;
        const rows = rowsOf([long, "kort", long], counts);
        const clean = long.length > MAX_CELL_UNITS ? cleanText(long) : long;
        const first = rows.map((row, index) => String(row[0]).slice(index === 0 ? 0 : CONTINUED.length));
        expect(first.join("")).toBe(clean);
        expect(rows.map((row) => row[2] ?? "").join("")).toBe(clean);
        expect(rows.slice(1).every((row) => String(row[0]).startsWith(CONTINUED))).toBe(true);
        for (const cell of rows.flat()) {
          expect(String(cell ?? "").length).toBeLessThanOrEqual(MAX_CELL_UNITS);
          if (long.length > MAX_CELL_UNITS) expect(String(cell ?? "")).toBe(xmlOnly(String(cell ?? "")));
        }
        expect(counts.split).toBe(clean.length > MAX_CELL_UNITS ? 2 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it("says only (vervolg) in the first cell when that column is not the long one", () => {
    const rows = rowsOf(["2026-01-01", `${halves(MAX_CELL_UNITS)}😀😀`], { split: 0, removed: 0 });
    expect(rows[1]).toEqual([CONTINUED, "😀"]);
  });

  it("counts as split only what is still too long without its invalid characters", () => {
    const counts = { split: 0, removed: 0 };
    expect(rowsOf(["n", `${"a".repeat(MAX_CELL_UNITS)}\u0000\u0001`], counts)).toHaveLength(1);
    expect(counts).toEqual({ split: 0, removed: 2 });
  });
});

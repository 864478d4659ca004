import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeSheetName } from "@/server/export/sheet-name";
import { anyText, xmlOnly } from "./odd-text";

describe("sheet names", () => {
  it.each([
    ["Allergieën", "Allergieën"],
    ["a[b]c:d*e?f/g\\h", "a b c d e f g h"],
    ["'Thuis'", "Thuis"],
    ["Foto's", "Foto's"],
    ["", "Blad"],
    [" \u0000' ", "Blad"],
    ["History", "History (2)"],
    ["x".repeat(40), "x".repeat(31)],
    [`${"x".repeat(29)} 'n`, "x".repeat(29)],
    [`${"x".repeat(30)}😀`, "x".repeat(30)],
  ])("%j becomes %j", (wanted, name) => {
    expect(safeSheetName(wanted, new Set())).toBe(name);
  });

  it("are unlike each other whatever the case, within 31 units, and free of what Excel refuses", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom("A", "a", "A (2)", "x".repeat(31))), { maxLength: 12 }),
        (wanted) => {
          const taken = new Set<string>();
          const names = wanted.map((name) => safeSheetName(name, taken));
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const name of names) {
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^$|\p{Cc}/u);
            expect(name).toBe(xmlOnly(name));
          }
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import { holds, textOf } from "@/scripts/evidence/line";

describe("a line of evidence", () => {
  it.each([
    [{ procedures: 16, cells: 900, mismatches: 0 }, true],
    [{ procedures: 16, cells: 900, mismatches: 1 }, false],
    [{ procedures: 0, cells: 0, mismatches: 0 }, false],
    [{ idor_attempts: 10, leaks: 0, writes: 0 }, true],
    [{ idor_attempts: 10, leaks: 0, writes: 1 }, false],
    [{ events: 9, expected: 9, missing: 0 }, true],
    [{ events: 10, expected: 9, missing: 0 }, false],
    [{ tampers: 7, detected: 7 }, true],
    [{ tampers: 7, detected: 6 }, false],
    [{ tampers: 0, detected: 0 }, false],
    [{ formulas: 0, hyperlinks: 0 }, true],
    [{ messages: 5, lost: 0, duplicates: 0, uncertain: 0 }, true],
    [{ fault: "kill", outcome: "ok" }, true],
    [{ fault: "kill", outcome: "absent" }, true],
    [{ fault: "kill", outcome: "wrong" }, false],
    [{ cells: Number.NaN, mismatches: 0 }, false],
  ])("%j holds: %s", (line, right) => {
    expect(holds(line)).toBe(right);
  });

  it("is printed as key=value", () => {
    expect(textOf({ procedures: 16, mismatches: 0 })).toBe("procedures=16 mismatches=0");
  });
});

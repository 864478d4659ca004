import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putSerial } from "@/server/export/put-bytes";
import { amsterdamWallClock, serialOfDay, serialOfWall, textOfWall } from "@/server/export/wall-clock";

describe("dates in a spreadsheet", () => {
  const wall = amsterdamWallClock();
  const clockOf = (iso: string): string => textOfWall(wall(Date.parse(iso)));

  it("shows the Amsterdam wall clock in winter, in summer, and around both transitions", () => {
    expect(clockOf("2026-01-15T12:00:00Z")).toBe("2026-01-15 13:00");
    expect(clockOf("2026-07-15T22:30:00Z")).toBe("2026-07-16 00:30");
    expect(clockOf("2026-03-29T00:59:00Z")).toBe("2026-03-29 01:59");
    expect(clockOf("2026-03-29T01:00:00Z")).toBe("2026-03-29 03:00");
    expect(clockOf("2026-10-25T00:59:00Z")).toBe("2026-10-25 02:59");
    expect(clockOf("2026-10-25T01:00:00Z")).toBe("2026-10-25 02:00");
  });

  it("agrees with Intl at any moment", () => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Amsterdam",
      dateStyle: "short",
      timeStyle: "short",
    });
    const moments = fc.integer({ min: Date.UTC(1900, 2, 2), max: Date.UTC(2099, 0) });
    fc.assert(
      fc.property(moments, (ms) => {
        expect(textOfWall(wall(ms))).toBe(format.format(ms));
      }),
      { numRuns: 1_000 },
    );
  });

  it("writes serials that give the same millisecond back, rounded or cut", () => {
    const moments = fc.oneof(
      fc.integer({ min: Date.UTC(1900, 2, 1), max: Date.UTC(2200, 0) }),
      fc.integer({ min: Date.UTC(1900, 2, 1), max: Date.UTC(9999, 11, 31) }),
    );
    fc.assert(
      fc.property(moments, (ms) => {
        const block = new Uint8Array(40);
        const end = putSerial(block, 0, serialOfWall(ms) ?? 0);
        const back = (Number(Buffer.from(block.subarray(0, end)).toString()) - 25_569) * 86_400_000;
        expect(Math.round(back)).toBe(ms);
        if (ms < Date.UTC(2200, 0)) expect(Math.floor(back + 0.01)).toBe(ms);
      }),
      { numRuns: 5_000 },
    );
  });

  it("takes only existing days from 1 March 1900 to the end of 9999", () => {
    expect(serialOfDay("1900-03-01")).toBe(61);
    expect(serialOfDay("2024-02-29")).toBe(45_351);
    expect(serialOfDay("9999-12-31")).toBe(2_958_465);
    for (const text of ["1900-02-28", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31"]) {
      expect(serialOfDay(text), text).toBeUndefined();
    }
    for (const text of [
      "2026-1-01",
      "26-01-01",
      "2026/01/01",
      "2026-01-01T00:00",
      "2026-01-0x",
      "2026-01-00",
    ]) {
      expect(serialOfDay(text), text).toBeUndefined();
    }
    expect(serialOfWall(Date.UTC(10_000, 0))).toBeUndefined();
  });

  it("reads every day of a year as the day after the one before", () => {
    for (let day = 45_292; day < 46_388; day++) {
      expect(serialOfDay(textOfWall((day - 25_569) * 86_400_000).slice(0, 10))).toBe(day);
    }
  });
});

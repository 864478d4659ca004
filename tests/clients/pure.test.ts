import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPRESENTATIONS, type Representation, representativesOn } from "@/server/access/representation";
import { momentOfWallClock, wallClockAt } from "@/server/clients/fields";
import { covers, leavesWithoutPlace, overlap, type Period } from "@/server/clients/periods";

const START = Date.UTC(2026, 0, 1);
const dayNumber = (at: number): string => new Date(START + at * 86_400_000).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 41 }, (_, at) => dayNumber(at));
const day = fc.integer({ min: 0, max: 40 });
const period: fc.Arbitrary<Period> = fc
  .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
  .map(([a, b]) => {
    const [from, until] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return { from: from === null ? null : dayNumber(from), until: until === null ? null : dayNumber(until) };
  });

describe("periods", () => {
  it("overlap exactly when they share a day", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const around = [...DAYS, "1900-01-01", "2100-01-01"];
        expect(overlap(a, b)).toBe(around.some((each) => covers(a, each) && covers(b, each)));
        expect(overlap(b, a)).toBe(overlap(a, b));
      }),
    );
  });

  it("one that ends on the day the other begins does not overlap it", () => {
    fc.assert(
      fc.property(period, day, (a, at) => {
        const turn = dayNumber(at);
        expect(
          overlap(
            { ...a, from: a.from && a.from > turn ? turn : a.from, until: turn },
            { from: turn, until: null },
          ),
        ).toBe(false);
      }),
    );
  });

  it("nobody in care is left without a place today or for good, and nobody out of care needs one", () => {
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 4 }),
        fc.array(period, { maxLength: 4 }),
        day,
        (before, after, at) => {
          const today = dayNumber(at);
          const here = (stays: Period[]) => stays.some((stay) => covers(stay, today));
          const leaves = leavesWithoutPlace(before, after, today, null);
          if (here(before) && !here(after)) expect(leaves).toBe(true);
          if (before.length === 0) expect(leaves).toBe(false);
          expect(leavesWithoutPlace(before, before, today, null)).toBe(false);
          expect(leavesWithoutPlace(before, after, today, today)).toBe(false);
        },
      ),
    );
  });
});

describe("the Amsterdam clock", () => {
  it("a moment reads as a wall clock that leads back to it, or to its twin an hour earlier in autumn", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) }), (at) => {
        const minute = Math.floor(at / 60_000) * 60_000;
        const back = momentOfWallClock(wallClockAt(minute));
        expect([minute, minute - 3_600_000]).toContain(back);
      }),
    );
  });

  it("has no half past two on the night it goes forward, and two on the night it goes back", () => {
    expect(momentOfWallClock("2026-03-29T02:30")).toBeUndefined();
    expect(momentOfWallClock("2026-03-29T03:00")).toBe(Date.UTC(2026, 2, 29, 1));
    expect(momentOfWallClock("2026-10-25T02:30")).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});

describe("who decides", () => {
  const someone = (
    representation: Representation | null,
    fromDate: string | null = null,
    untilDate: string | null = null,
  ) => ({
    representation,
    fromDate,
    untilDate,
  });
  const roles = (people: ReturnType<typeof someone>[], matter: "care" | "money", age: number | null = 80) =>
    representativesOn(people, matter, "2026-11-21", age).map(({ representation }) => representation);

  it.each([
    ["curator", true, true],
    ["mentor", true, false],
    ["administrator", false, true],
    ["care-proxy", true, false],
    ["money-proxy", false, true],
    ["partner", true, false],
    ["relative", true, false],
    ["parent", true, true],
    ["guardian", true, true],
  ] as const)("%s: about care %s, about money %s", (role, care, money) => {
    expect(REPRESENTATIONS[role]).toMatchObject({ care, money });
  });

  it("whoever a court appointed goes before a proxy, a proxy before a partner, a partner before a child", () => {
    const people = [
      someone("relative"),
      someone("partner"),
      someone(null),
      someone("care-proxy"),
      someone("mentor"),
    ];
    expect(roles(people, "care")).toEqual(["mentor", "care-proxy", "partner", "relative"]);
    expect(roles(people, "money")).toEqual([]);
  });

  it("parents and guardians decide for minors only; an age nobody knows is no minor's", () => {
    expect(roles([someone("parent")], "care", 17)).toEqual(["parent"]);
    expect(roles([someone("parent"), someone("guardian")], "care", 18)).toEqual([]);
    expect(roles([someone("parent")], "care", null)).toEqual([]);
  });

  it("a power counts from its first day until the day it ends, not on that day", () => {
    expect(roles([someone("mentor", "2026-11-21")], "care")).toEqual(["mentor"]);
    expect(roles([someone("mentor", "2026-11-22")], "care")).toEqual([]);
    expect(roles([someone("mentor", null, "2026-11-21")], "care")).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { demoBsns } from "@/db/seed/bsn";
import { makeCalendar } from "@/db/seed/calendar";
import { castOf } from "@/db/seed/cast";
import { makeChance } from "@/db/seed/chance";
import { colleagueAt } from "@/db/seed/colleagues";
import { PLACES } from "@/db/seed/places";
import { parseBsn } from "@/server/clients/bsn";
import { DISCIPLINES } from "@/server/dossier/codes";

const NOW = Date.UTC(2026, 10, 21, 9);

test("years later the same people are there, with the same names, birth dates and numbers", () => {
  const who = (now: number) =>
    castOf(makeCalendar(now)).map(({ number, bsn, row }) => [
      number,
      bsn,
      row.initials,
      row.lastName,
      row.birthDate,
    ]);
  expect(who(NOW + 900 * 86_400_000)).toEqual(who(NOW));
});

test("people are of an age that fits the care they get", () => {
  for (const { careKind, row } of castOf(makeCalendar(NOW))) {
    const age = 2026 - Number(row.birthDate?.slice(0, 4));
    const [from, until] = careKind === "ggz" ? [18, 70] : [60, 105];
    expect(age).toBeGreaterThanOrEqual(from);
    expect(age).toBeLessThanOrEqual(until);
  }
});

test("a thousand numbers are all valid, different, and none of those taken", () => {
  const source = demoBsns(["999909782"]);
  const numbers = Array.from({ length: 1000 }, () => source.next().value);
  expect(new Set(numbers).size).toBe(1000);
  expect(numbers).not.toContain("999909782");
  expect(numbers.every((bsn) => parseBsn(bsn) === bsn && bsn.startsWith("9999"))).toBe(true);
});

test("every place has a colleague for every discipline that works there, who is named with their function", () => {
  for (const location of Object.keys(PLACES)) {
    for (const discipline of Object.keys(DISCIPLINES)) {
      const found = colleagueAt(makeChance("x"), location, discipline);
      expect(found.name).toMatch(/^\p{Lu}.+, \p{Ll}/u);
      expect(found.name).not.toMatch(/\d/);
    }
    expect(colleagueAt(makeChance("x"), location).name).not.toBe("");
  }
});

test("days are calendar days in Amsterdam, across the hour that comes and goes, and never ahead", () => {
  const calendar = makeCalendar(NOW);
  expect([calendar.day(0), calendar.day(1), calendar.day(-10), calendar.day(365)]).toEqual([
    "2026-11-21",
    "2026-11-20",
    "2026-12-01",
    "2025-11-21",
  ]);
  expect(new Date(calendar.at(1, 8 * 60)).toISOString()).toBe("2026-11-20T07:00:00.000Z");
  expect(new Date(calendar.at(100, 8 * 60)).toISOString()).toBe("2026-08-13T06:00:00.000Z");
  expect(calendar.at(0, 20 * 60)).toBeLessThan(NOW);
});

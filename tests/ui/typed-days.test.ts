import { describe, expect, it } from "vitest";
import { parseDay } from "@/app/_ui/parse-day";
import { filtersOf, listInput } from "@/app/(staff)/clients/[clientId]/dossier/[part]/list-params";
import { shiftAt } from "@/app/(staff)/clients/[clientId]/dossier/[part]/shift-at";

describe("a typed date", () => {
  it("is understood as people write it", () => {
    for (const text of [
      "1-9-2026",
      "01-09-2026",
      "1/9/2026",
      "1.9.2026",
      "01092026",
      "2026-09-01",
      " 1 9 2026 ",
    ])
      expect(parseDay(text), text).toBe("2026-09-01");
  });

  it("is refused when that day does not exist, or it is no date at all", () => {
    for (const text of ["31-11-2026", "29-02-2026", "99-9-2026", "gisteren", "2026-9-1", "", "1-9-26"])
      expect(parseDay(text), text).toBeUndefined();
  });
});

describe("a list's address", () => {
  it("holds column and code, and what is no such pair is left aside", () => {
    expect(filtersOf(["category.incident", "kind.a.b", ".x", "plain"])).toEqual({
      category: "incident",
      kind: "a.b",
    });
  });

  it("cannot ask for a page or an order the API would refuse", () => {
    const choices = {
      sort: "x".repeat(90),
      ascending: false,
      only: "all",
      from: null,
      until: null,
      filter: [],
    } as const;
    const input = listInput("reports", { ...choices, filter: [], page: -7 });
    expect(input).toMatchObject({ page: 1, sort: "x".repeat(40), descending: true });
    expect(listInput("reports", { ...choices, filter: [], page: 10 ** 9 }).page).toBe(100_000);
  });
});

it("names the shift of a moment: night from 23.00, day from 7.00, evening from 15.00", () => {
  expect(["06.59", "07.00", "14.59", "15.00", "22.59", "23.00"].map(shiftAt)).toEqual([
    "night",
    "day",
    "day",
    "evening",
    "evening",
    "night",
  ]);
});

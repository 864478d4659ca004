import { describe, expect, test } from "vitest";
import { parseBsn } from "@/server/clients/bsn";
import { ageOn, fullName, lastNameOf, parseSearch, tileInitials, titledName } from "@/server/clients/rules";

const johanna = {
  initials: "J.M.",
  callName: "Johanna",
  prefix: "de",
  lastName: "Wit",
  partnerPrefix: null,
  partnerLastName: "Verhoeven",
  nameUse: "partner-own",
  gender: "female",
} as const;

describe("names", () => {
  test.each([
    ["own", "de Wit"],
    ["partner", "Verhoeven"],
    ["partner-own", "Verhoeven-de Wit"],
    ["own-partner", "de Wit-Verhoeven"],
  ] as const)("name use %s gives %s", (nameUse, expected) => {
    expect(lastNameOf({ ...johanna, nameUse })).toBe(expected);
  });

  test("a person without a partner's name keeps their own, whatever the name use says", () => {
    expect(lastNameOf({ ...johanna, partnerLastName: null, nameUse: "partner" })).toBe("de Wit");
  });

  test("the header titles a person, and the tile takes the name in use", () => {
    expect([titledName(johanna), fullName({ ...johanna, initials: null })]).toEqual([
      "Mevr. J.M. Verhoeven-de Wit",
      "Johanna Verhoeven-de Wit",
    ]);
    expect([tileInitials(johanna), tileInitials({ ...johanna, nameUse: "own" })]).toEqual(["JV", "JW"]);
  });
});

test("age counts birthdays, and is not guessed from half a date", () => {
  expect([
    ageOn("1941-03-14", "2026-03-13"),
    ageOn("1941-03-14", "2026-03-14"),
    ageOn("1941-03", "2026-03-14"),
  ]).toEqual([84, 85, undefined]);
});

describe("what is typed into the search field", () => {
  test.each([
    ["", { kind: "all" }],
    ["   ", { kind: "all" }],
    ["999909782", { kind: "bsn", bsn: "999909782" }],
    ["9999.09.782", { kind: "bsn", bsn: "999909782" }],
    ["10001", { kind: "number", number: 10001 }],
    ["14-3-1941", { kind: "birthDate", day: "1941-03-14" }],
    ["14031941", { kind: "birthDate", day: "1941-03-14" }],
    ["31121919", { kind: "birthDate", day: "1919-12-31" }],
    ["1941-03-14", { kind: "birthDate", day: "1941-03-14" }],
    ["verhoeven-de wit", { kind: "name", words: ["verhoeven", "de", "wit"] }],
    ['o"r* NEAR(x)', { kind: "name", words: ["o", "r", "NEAR", "x"] }],
    ["***", { kind: "name", words: [] }],
    ["%", { kind: "name", words: [] }],
  ])("%j", (typed, expected) => {
    expect(parseSearch(typed, parseBsn)).toEqual(expected);
  });

  test("a number that fails the eleven test is no BSN", () => {
    expect(parseBsn("999909783")).toBeUndefined();
    expect(parseBsn("000000000")).toBeUndefined();
  });
});

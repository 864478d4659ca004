import { describe, expect, it } from "vitest";
import { hardPairs } from "@/scripts/match/hard-pairs";
import { measure } from "@/scripts/match/measure";
import { frequenciesOf, score, threshold } from "@/server/clients/match";
import { candidates } from "@/server/clients/match/candidates";
import { compare } from "@/server/clients/match/compare";
import { type MatchPerson, prepare } from "@/server/clients/match/person";
import { jaroWinkler, oneSlip } from "@/server/clients/match/similarity";

const bits = (a: MatchPerson, b: MatchPerson) => score(prepare(a), prepare(b)).bits;
const agreement = (a: MatchPerson, b: MatchPerson) => compare(prepare(a), prepare(b));

/** Where a pair must stand among 100,000 people to be proposed. */
const ENOUGH = threshold(100_000);

const truus: MatchPerson = {
  firstNames: "Geertruida Maria",
  initials: "G.M.",
  callName: "Truus",
  prefix: "van der",
  lastName: "Meulen",
  partnerPrefix: "de",
  partnerLastName: "Wit",
  birthDate: "1941-03-09",
  gender: "female",
  postcode: "3512 AB",
  houseNumber: "12",
  phones: ["030-2345678"],
};

describe("Jaro–Winkler", () => {
  it.each([
    ["martha", "marhta", 0.961],
    ["dixon", "dicksonx", 0.813],
    ["dwayne", "duane", 0.84],
    ["a", "b", 0],
    ["", "", 0],
    ["same", "same", 1],
  ])("of %s and %s is %f (Winkler's own cases)", (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
    expect(jaroWinkler(b, a)).toBeCloseTo(expected, 3);
  });
});

describe("one slip of the pen", () => {
  it.each([
    ["wendy", "wrndy", true],
    ["wendy", "wedny", true],
    ["wendy", "wendyy", true],
    ["wendy", "wenddyy", false],
    ["wendy", "wendy", false],
    ["wendy", "yndew", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(oneSlip(a, b)).toBe(expected);
    expect(oneSlip(b, a)).toBe(expected);
  });
});

describe("one person, written down twice", () => {
  it.each<[string, MatchPerson]>([
    ["the prefix in the name", { ...truus, prefix: null, lastName: "Van der Meulen" }],
    ["the prefix behind the name", { ...truus, prefix: null, lastName: "Meulen, van der" }],
    ["no prefix and no partner", { ...truus, prefix: null, partnerPrefix: null, partnerLastName: null }],
    [
      "the partner's name first",
      { ...truus, prefix: null, lastName: "de Wit-van der Meulen", partnerLastName: null },
    ],
    [
      "the partner's name only",
      { ...truus, prefix: "de", lastName: "Wit", partnerPrefix: null, partnerLastName: null },
    ],
    ["initials only", { ...truus, firstNames: null, callName: null }],
    ["another call name of that name", { ...truus, firstNames: null, initials: null, callName: "Gerda" }],
    ["a slip in the last name", { ...truus, lastName: "Muelen" }],
    ["day and month changed places", { ...truus, birthDate: "1941-09-03" }],
    ["one digit of the year wrong", { ...truus, birthDate: "1947-03-09" }],
    ["moved, with a new number", { ...truus, postcode: "1011AA", houseNumber: "1", phones: ["0612345678"] }],
  ])("is still one: %s", (_what, again) => {
    expect(bits(truus, again)).toBeGreaterThan(ENOUGH);
    expect(bits(again, truus)).toBe(bits(truus, again));
  });
});

describe("two people who look alike", () => {
  it.each<[string, MatchPerson]>([
    ["a twin", { ...truus, firstNames: "Antonia", initials: "A.", callName: "Toni" }],
    [
      "a twin brother with the like name",
      { ...truus, gender: "male", firstNames: "Geertruidus", callName: null },
    ],
    ["a daughter with her name", { ...truus, birthDate: "1966-07-21" }],
    [
      "a husband",
      {
        ...truus,
        gender: "male",
        firstNames: "Willem",
        initials: "W.",
        callName: "Wim",
        birthDate: "1939-01-30",
      },
    ],
    [
      "another BSN and home",
      { ...truus, bsn: "999990020", postcode: "1011AA", houseNumber: "1", phones: [] },
    ],
  ])("stay two: %s", (_what, other) => {
    expect(bits({ ...truus, bsn: other.bsn ? "999990019" : null }, other)).toBeLessThan(ENOUGH);
  });

  it("are two with all the same but an unlike name and birth date, whatever they share of a home", () => {
    const other = { ...truus, firstNames: "Bep", initials: "B.", callName: "Bep", birthDate: "1950-12-31" };
    expect(bits(truus, other)).toBeLessThan(0);
  });
});

describe("a comparison", () => {
  it("says field by field how far people agree, and nothing where one of them lacks it", () => {
    expect(agreement(truus, { lastName: "Meulen", birthDate: "1941" })).toEqual({
      bsn: "unknown",
      surname: "same",
      given: "unknown",
      birthDate: "partly",
      gender: "unknown",
      address: "unknown",
      phone: "unknown",
      email: "unknown",
    });
    expect(agreement(truus, { ...truus, phones: ["+31 30 2345678"], postcode: "3512ab" })).toMatchObject({
      phone: "same",
      address: "same",
    });
  });

  it("adds up to its bits", () => {
    const { bits: sum, reasons } = score(prepare(truus), prepare({ ...truus, gender: null }));
    expect(reasons.reduce((total, { weight }) => total + weight, 0)).toBe(sum);
  });

  it("makes a rare name in common worth more than one that many have", () => {
    const people = [...Array(50)].map((_, n) => prepare({ lastName: n < 25 ? "Jansen" : `Naam${n}` }));
    const frequencies = frequenciesOf(people);
    const same = (lastName: string) =>
      score(prepare({ lastName }), prepare({ lastName }), frequencies).reasons.find(
        ({ field }) => field === "surname",
      );
    expect(same("Jansen")?.weight).toBeLessThan(same("Naam30")?.weight ?? 0);
  });
});

describe("who is compared with whom", () => {
  it("is each pair once, of those that share something, and not everyone with everyone", () => {
    const rows = hardPairs("candidates", 3000);
    const pairs = [...candidates(rows.map(prepare))];
    expect(new Set(pairs.map(String)).size).toBe(pairs.length);
    expect(pairs.every(([one, two]) => one < two)).toBe(true);
    expect(pairs.length).toBeLessThan(rows.length * 40);
  });
});

describe("on hard Dutch pairs with their truth", () => {
  it.each(["een", "twee", "drie"])(
    "at least 99 in 100 proposals are right and 97 in 100 duplicates found: %s",
    (seed) => {
      const rows = hardPairs(seed, 10_000);
      const { precision, recall, pairs } = measure(
        rows,
        rows.map(({ person }) => person),
      );
      expect(pairs).toBeGreaterThan(1000);
      expect(precision).toBeGreaterThanOrEqual(0.99);
      expect(recall).toBeGreaterThanOrEqual(0.97);
    },
  );
});

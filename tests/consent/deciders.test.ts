import { describe, expect, test } from "vitest";
import { ageOn, deciderProblem, type PersonAround, whoDecides } from "@/server/consent/deciders";

const DAY = "2026-06-15";
const person = (id: string, more: Partial<PersonAround>): PersonAround => ({
  id,
  name: id,
  representation: null,
  fromDate: null,
  untilDate: null,
  ...more,
});
const mother = person("mother", { representation: "parent" });
const mentor = person("mentor", { representation: "mentor", fromDate: "2026-01-01" });
const banker = person("banker", { representation: "administrator" });
const daughter = person("daughter", {});
const formerCurator = person("former", { representation: "curator", untilDate: "2026-06-01" });
const all = [mother, mentor, banker, daughter, formerCurator];

describe("age", () => {
  test.each([
    ["2010-06-15", 16],
    ["2010-06-16", 15],
    ["2010-06", 15],
    ["2010", 15],
    [null, null],
  ])("born %s is %s", (born, age) => expect(ageOn(born, DAY)).toBe(age));
});

/** Born so that the client has this age on the day. */
const born = (age: number) => `${2026 - age}-06-15`;

describe("who decides", () => {
  test.each([
    ["a child of 11: the parents", born(11), all, "parents", ["mother"]],
    ["a child of 12: both", born(12), all, "both", ["mother"]],
    ["a child of 14: both", born(14), all, "both", ["mother"]],
    ["a day before 16: both", "2010-06-16", all, "both", ["mother"]],
    ["someone of 16: themselves", born(16), [mother], "client", []],
    ["an adult without anyone appointed", born(80), [daughter, banker], "client", []],
    ["an adult with a mentor", born(80), all, "representative", ["mentor"]],
    ["an adult whose curator's power has ended", born(80), [formerCurator], "client", []],
    ["an adult of unknown age", null, [mother], "client", []],
  ])("%s", (_what, birthDate, around, rule, people) => {
    const decides = whoDecides(birthDate, around, DAY);
    expect(decides.rule).toBe(rule);
    expect(decides.people.map(({ id }) => id)).toEqual(people);
  });
});

describe("those who decided", () => {
  const at = (age: number, around = all) => whoDecides(born(age), around, DAY);
  test.each([
    ["nobody", at(80, []), "yes", [], "decider-missing"],
    ["an adult themselves", at(80, []), "yes", ["client"], undefined],
    ["a daughter without power", at(80, [daughter]), "yes", ["daughter"], "decider-powerless"],
    ["a daughter beside the client", at(80, [daughter]), "yes", ["client", "daughter"], "decider-powerless"],
    ["someone who looks after the money", at(80, [banker]), "yes", ["banker"], "decider-powerless"],
    ["a curator whose power has ended", at(80, [formerCurator]), "yes", ["former"], "decider-powerless"],
    ["a mentor", at(80), "yes", ["mentor"], undefined],
    ["a client who has a mentor, alone", at(80), "yes", ["client"], "client-represented"],
    ["a client together with the mentor", at(80), "yes", ["client", "mentor"], undefined],
    ["a child of 11 alone", at(11), "yes", ["client"], "client-too-young"],
    ["a mother of a child of 11", at(11), "yes", ["mother"], undefined],
    ["a child of 14 alone says Ja", at(14), "yes", ["client"], "needs-both"],
    ["a mother of a child of 14 alone says Ja", at(14), "yes", ["mother"], "needs-both"],
    ["mother and child of 14 together", at(14), "yes", ["client", "mother"], undefined],
    ["a child of 14 alone says Nee", at(14), "no", ["client"], undefined],
    ["a mother of a child of 14 withdraws", at(14), "withdrawn", ["mother"], undefined],
    ["someone of 16", at(16, [mother]), "yes", ["client"], undefined],
    ["a mother of someone of 16", at(16, [mother]), "yes", ["mother"], "decider-powerless"],
  ] as const)("%s", (_who, decides, answer, chosen, problem) => {
    expect(deciderProblem(decides, answer, chosen)).toBe(problem);
  });
});

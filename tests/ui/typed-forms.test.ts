import { describe, expect, it } from "vitest";
import { parseTime } from "@/app/_ui/parse-time";
import { fieldName } from "@/app/(staff)/clients/[clientId]/dossier/_writing/field-path";
import type { FormField } from "@/app/(staff)/clients/[clientId]/dossier/_writing/form-field";
import {
  canHoldBoth,
  compareVersions,
  merged,
} from "@/app/(staff)/clients/[clientId]/dossier/_writing/merge";
import {
  emptyRecord,
  readDay,
  readNumber,
  sentValues,
  typedFromDraft,
  typedRecord,
} from "@/app/(staff)/clients/[clientId]/dossier/_writing/typed";

const field = (key: string, kind: FormField["kind"], rest: Partial<FormField> = {}): FormField => ({
  ...{ key, kind, label: key, required: false, max: null, options: [], fields: [] },
  ...{ singular: null, partial: false, past: false, hint: null, initial: null },
  ...rest,
});

const fields = [
  field("name", "text"),
  field("status", "code", { options: [{ code: "active", label: "Actief" }], initial: "active" }),
  field("when", "moment"),
  field("day", "date"),
  field("weight", "number"),
  field("capable", "flag"),
  field("who", "codes"),
  field("goals", "rows", {
    label: "Doelen",
    singular: "doel",
    fields: [field("goal", "prose", { label: "Doel" })],
  }),
];

const values = {
  name: "Val",
  status: "active",
  when: "2026-11-21T14:30",
  day: "2026-11",
  weight: 58.9,
  capable: false,
  who: ["nurse"],
  goals: [{ goal: "Zelf lopen" }],
};

describe("what is typed in a form", () => {
  it("is Dutch on the screen and comes back as it was when nobody touches it", () => {
    const typed = typedRecord(fields, values);
    expect(typed).toMatchObject({
      when: { day: "21-11-2026", time: "14.30" },
      day: "11-2026",
      weight: "58,9",
      capable: "no",
    });
    expect(sentValues(fields, typed)).toEqual(values);
    expect(sentValues(fields, typedFromDraft(fields, JSON.parse(JSON.stringify(typed))))).toEqual(values);
  });

  it("goes to the server as it was typed where it cannot be read, so that it says what is wrong", () => {
    const typed = {
      ...emptyRecord(fields),
      day: "31-02-2026",
      weight: "zwaar",
      when: { day: "x", time: "25.00" },
    };
    expect(sentValues(fields, typed)).toMatchObject({ day: "31-02-2026", weight: "zwaar", when: "xT25.00" });
  });

  it("is nothing when it is empty; a record begins with its first choices", () => {
    expect(sentValues(fields, emptyRecord(fields))).toEqual({
      ...{ name: null, status: "active", when: null, day: null, weight: null, capable: null },
      ...{ who: [], goals: [] },
    });
  });

  it("comes back from a draft only where it fits the form of today", () => {
    const odd = { name: 7, who: "nurse", when: null, goals: [null], gone: "x" };
    expect(typedFromDraft(fields, odd)).toEqual({
      ...{ name: "", status: "", when: { day: "", time: "" }, day: "", weight: "", capable: "", who: [] },
      goals: [{ goal: "" }],
    });
  });

  it.each([
    ["2019", "2019"],
    ["3-2019", "2019-03"],
    ["1-3-2019", "2019-03-01"],
    ["31-02-2026", undefined],
  ])("reads the day %s", (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    ["58,9", 58.9],
    ["58.9", 58.9],
    ["1.250,5", 1250.5],
    ["-3", -3],
    ["3 kg", undefined],
  ])("reads the number %s", (typed, number) => expect(readNumber(typed)).toBe(number));

  it.each([
    ["14.30", "14:30"],
    ["9", "09:00"],
    ["930", "09:30"],
    ["14:30 uur", "14:30"],
    ["24.00", undefined],
    ["12.60", undefined],
  ])("reads the time %s", (typed, time) => expect(parseTime(typed)).toBe(time));

  it("is named in the list of errors by where it stands", () => {
    expect(fieldName(fields, "goals.1.goal")).toBe("Doel 2, Doel");
    expect(fieldName(fields, "name")).toBe("name");
    expect(fieldName(fields, "elsewhere")).toBe("");
  });
});

describe("two corrections of one entry", () => {
  const three = [field("a", "text"), field("b", "text"), field("c", "prose"), field("d", "text")];
  const base = { a: "1", b: "1", c: "1", d: "1" };
  const mine = { a: "2", b: "1", c: "mijn", d: "1" };
  const theirs = { a: "1", b: "3", c: "hun", d: "1" };
  const merge = compareVersions(three, { base, mine, theirs });

  it("keep what only one of the two changed, and ask about what both did", () => {
    expect(merge.kept.map(({ key }) => key)).toEqual(["a"]);
    expect(merge.taken.map(({ key }) => key)).toEqual(["b"]);
    expect(merge.clashes.map((clash) => clash.field.key)).toEqual(["c"]);
  });

  it.each([
    ["mine", "mijn"],
    ["theirs", "hun"],
    ["both", "hun\n\nmijn"],
  ] as const)("become one as chosen: %s", (choice, c) => {
    expect(merged(merge, { mine, theirs }, { c: choice })).toEqual({ a: "2", b: "3", c, d: "1" });
  });

  it("leave mine where nothing was chosen, so that nothing typed is lost", () => {
    expect(merged(merge, { mine, theirs }, {}).c).toBe("mijn");
  });

  it("are all asked about when it is not known what both began with", () => {
    expect(compareVersions(three, { base: undefined, mine, theirs }).clashes).toHaveLength(3);
  });

  it("stand under each other only where both are texts of more lines", () => {
    const [clash] = merge.clashes;
    expect(clash && canHoldBoth(clash)).toBe(true);
    expect(clash && canHoldBoth({ ...clash, mine: "" })).toBe(false);
  });
});

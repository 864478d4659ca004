import { expect, test } from "vitest";
import { Chance } from "@/scripts/evidence/merge/chance";
import { type Basis, consentAt, type Decision, type PartyHistory } from "@/server/consent/rules";
import { additionsFor, renumbered } from "@/server/merge/consents";

const NOW = Date.UTC(2026, 10, 21, 9);
const DAY = 86_400_000;
const day = (offset: number): string => new Date(NOW + offset * DAY).toISOString().slice(0, 10);

const party = (basis: Basis): PartyHistory => ({
  versions: [
    { version: 1, basis, consentFrom: 1, since: 0 },
    { version: 2, basis, consentFrom: 2, since: NOW - 50 * DAY },
  ],
  endedAt: null,
});

const decision = (sequence: number, fields: Partial<Decision>): Decision => ({
  ...{ sequence, answer: "yes", partyVersion: 2, fromDate: day(-20), untilDate: null, recordedAt: NOW - DAY },
  ...fields,
});

/** The histories of both as one, with what the merge adds, as the service stores them. */
function merged(about: { party: PartyHistory; left: Decision[]; right: Decision[] }): Decision[] {
  const { left, right } = about;
  const numbers = renumbered(left, right);
  const both = [...left, ...right.map((each) => ({ ...each, sequence: numbers.get(each.sequence) ?? 0 }))];
  const additions = additionsFor({ partyId: "p", ...about }, { at: NOW, day: day(0) });
  const stored = additions.map(({ from, answer, fromDate, untilDate }, index) => {
    const source = (from.side === "left" ? left : right).find(({ sequence }) => sequence === from.sequence);
    const sequence = left.length + right.length + 1 + index;
    return { ...(source ?? decision(0, {})), answer, fromDate, untilDate, sequence, recordedAt: NOW };
  });
  return [...both, ...stored];
}

const shares = (about: PartyHistory, history: readonly Decision[], offset: number): boolean =>
  consentAt(about, history, { at: NOW + offset * DAY, day: day(offset) }).share;

test.each([
  ["a Nee goes before a Ja", "consent", [{ answer: "yes" }], [{ answer: "no" }], false],
  ["a Nee goes before a Ja, whoever has it", "consent", [{ answer: "no" }], [{ answer: "yes" }], false],
  [
    "a Ja that was taken back goes before a Ja",
    "consent",
    [{ answer: "withdrawn" }],
    [{ answer: "yes" }],
    false,
  ],
  ["saying nothing takes no Ja away", "consent", [{ answer: "yes" }], [], true],
  ["what has run out takes no Ja away", "consent", [{ answer: "yes" }], [{ untilDate: day(-2) }], true],
  ["an objection goes before none", "objection", [], [{ answer: "no" }], false],
  ["an objection goes before a Ja", "objection", [{ answer: "no" }], [{ answer: "yes" }], false],
] as const)("%s", (_, basis, left, right, share) => {
  const of = (all: readonly Partial<Decision>[]) => all.map((fields, index) => decision(index + 1, fields));
  const about = { party: party(basis), left: of(left), right: of(right) };
  expect(shares(about.party, merged(about), 0)).toBe(share);
});

test("when the stricter of two runs out, the other speaks again", () => {
  const left = [decision(1, { answer: "yes" })];
  const right = [decision(1, { answer: "no", untilDate: day(10) })];
  const about = { party: party("consent"), left, right };
  expect([5, 10, 11, 40].map((offset) => shares(about.party, merged(about), offset))).toEqual([
    ...[false, false, true, true],
  ]);
});

test("on no later day do data go that a decision of either keeps back, nor are they kept without one", () => {
  const chance = new Chance(7);
  for (let round = 0; round < 3_000; round++) {
    const history = (): Decision[] =>
      Array.from({ length: Math.floor(chance.next() * 4) }, (_, index) =>
        decision(index + 1, {
          answer: chance.of(["yes", "no", "withdrawn"] as const),
          partyVersion: chance.of([1, 2]),
          fromDate: day(chance.of([-30, -10, 0, 5, 20])),
          untilDate: chance.is(0.4) ? day(chance.of([25, 35, 60])) : null,
        }),
      );
    const about = { party: party(chance.of(["consent", "objection"])), left: history(), right: history() };
    const whole = merged(about);
    for (const offset of [0, 4, 5, 20, 25, 26, 36, 61, 400]) {
      const moment = { at: NOW + offset * DAY, day: day(offset) };
      const answers = [about.left, about.right].map((each) => consentAt(about.party, each, moment));
      const refused = answers.some(({ why }) => why === "no-recorded" || why === "withdrawn");
      const said = answers.filter(({ sequence }) => sequence !== null);
      const wanted = refused
        ? false
        : said.length > 0
          ? said.some(({ share }) => share)
          : about.party.versions[0]?.basis === "objection";
      expect([round, offset, shares(about.party, whole, offset)]).toEqual([round, offset, wanted]);
    }
  }
});

test("where both say the same, nothing is added", () => {
  const about = { left: [decision(1, { answer: "yes" })], right: [decision(1, { answer: "yes" })] };
  expect(additionsFor({ partyId: "p", party: party("consent"), ...about }, { at: NOW, day: day(0) })).toEqual(
    [],
  );
});

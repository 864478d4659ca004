import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Basis,
  type ConsentAnswer,
  consentAt,
  type Decision,
  type Outcome,
  type PartyHistory,
} from "@/server/consent/rules";

const DAY = 86_400_000;
const START = Date.parse("2026-01-01T12:00:00Z");
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);
const moment = (day: string) => ({ at: Date.parse(`${day}T12:00:00Z`), day });

function party(basis: Basis, ...changes: { day: string; basis?: Basis; asksAnew?: boolean }[]): PartyHistory {
  let consentFrom = 1;
  const versions = [{ version: 1, basis, consentFrom: 1, since: 0 }];
  for (const [index, change] of changes.entries()) {
    const version = index + 2;
    if (change.asksAnew) consentFrom = version;
    versions.push({ version, basis: change.basis ?? basis, consentFrom, since: moment(change.day).at });
  }
  return { versions, endedAt: null };
}

function said(answer: Decision["answer"], on: string, more: Partial<Decision> = {}): Decision {
  return {
    sequence: 1,
    answer,
    partyVersion: 1,
    fromDate: on,
    untilDate: null,
    recordedAt: moment(on).at - 3_600_000,
    ...more,
  };
}

/** One line a case: what kind of party, what was said, when it is asked, what must come out. */
const CASES: readonly [
  what: string,
  party: PartyHistory,
  history: Decision[],
  asked: string,
  share: boolean,
  why: Outcome,
][] = [
  ["toestemming, niets vastgelegd", party("consent"), [], "2026-06-01", false, "nothing-recorded"],
  ["toestemming, Ja", party("consent"), [said("yes", "2026-03-01")], "2026-06-01", true, "yes-recorded"],
  ["toestemming, Nee", party("consent"), [said("no", "2026-03-01")], "2026-06-01", false, "no-recorded"],
  [
    "Ja die nog moet ingaan",
    party("consent"),
    [said("yes", "2026-07-01", { recordedAt: START })],
    "2026-06-01",
    false,
    "nothing-recorded",
  ],
  [
    "Ja op de dag van ingang",
    party("consent"),
    [said("yes", "2026-06-01", { recordedAt: START })],
    "2026-06-01",
    true,
    "yes-recorded",
  ],
  [
    "Ja op de laatste dag",
    party("consent"),
    [said("yes", "2026-03-01", { untilDate: "2026-06-01" })],
    "2026-06-01",
    true,
    "yes-recorded",
  ],
  [
    "Ja een dag na de laatste",
    party("consent"),
    [said("yes", "2026-03-01", { untilDate: "2026-05-31" })],
    "2026-06-01",
    false,
    "expired",
  ],
  [
    "Ja, daarna ingetrokken",
    party("consent"),
    [said("yes", "2026-03-01"), said("withdrawn", "2026-05-01", { sequence: 2 })],
    "2026-06-01",
    false,
    "withdrawn",
  ],
  [
    "gevraagd voor de intrekking",
    party("consent"),
    [said("yes", "2026-03-01"), said("withdrawn", "2026-05-01", { sequence: 2 })],
    "2026-04-01",
    true,
    "yes-recorded",
  ],
  [
    "Nee, daarna Ja",
    party("consent"),
    [said("no", "2026-03-01"), said("yes", "2026-05-01", { sequence: 2 })],
    "2026-06-01",
    true,
    "yes-recorded",
  ],
  [
    "Ja, tijdelijk Nee dat voorbij is: de oude Ja herleeft niet",
    party("consent"),
    [said("yes", "2026-03-01"), said("no", "2026-04-01", { sequence: 2, untilDate: "2026-04-30" })],
    "2026-06-01",
    false,
    "nothing-recorded",
  ],
  [
    "later vastgelegd dan gevraagd: toen wist niemand het",
    party("consent"),
    [said("yes", "2026-03-01", { recordedAt: moment("2026-05-01").at })],
    "2026-04-01",
    false,
    "nothing-recorded",
  ],
  [
    "doel gewijzigd na de Ja",
    party("consent", { day: "2026-05-01", asksAnew: true }),
    [said("yes", "2026-03-01")],
    "2026-06-01",
    false,
    "purpose-changed",
  ],
  [
    "alleen de naam gewijzigd na de Ja",
    party("consent", { day: "2026-05-01" }),
    [said("yes", "2026-03-01")],
    "2026-06-01",
    true,
    "yes-recorded",
  ],
  [
    "doel gewijzigd, gevraagd ervoor",
    party("consent", { day: "2026-05-01", asksAnew: true }),
    [said("yes", "2026-03-01")],
    "2026-04-01",
    true,
    "yes-recorded",
  ],
  [
    "doel gewijzigd na de Nee: die blijft",
    party("consent", { day: "2026-05-01", asksAnew: true }),
    [said("no", "2026-03-01")],
    "2026-06-01",
    false,
    "no-recorded",
  ],
  ["bezwaar, niets vastgelegd", party("objection"), [], "2026-06-01", true, "no-objection"],
  ["bezwaar, Ja", party("objection"), [said("yes", "2026-03-01")], "2026-06-01", true, "no-objection"],
  ["bezwaar, Nee", party("objection"), [said("no", "2026-03-01")], "2026-06-01", false, "no-recorded"],
  [
    "bezwaar, Nee tot gisteren",
    party("objection"),
    [said("no", "2026-03-01", { untilDate: "2026-05-31" })],
    "2026-06-01",
    true,
    "objection-over",
  ],
  [
    "bezwaar, Nee ingetrokken",
    party("objection"),
    [said("no", "2026-03-01"), said("withdrawn", "2026-05-01", { sequence: 2 })],
    "2026-06-01",
    true,
    "objection-withdrawn",
  ],
  [
    "van toestemming naar bezwaar: een oude Nee blijft",
    party("consent", { day: "2026-05-01", basis: "objection", asksAnew: true }),
    [said("no", "2026-03-01")],
    "2026-06-01",
    false,
    "no-recorded",
  ],
  [
    "van bezwaar naar toestemming: zwijgen volstaat niet meer",
    party("objection", { day: "2026-05-01", basis: "consent", asksAnew: true }),
    [],
    "2026-06-01",
    false,
    "nothing-recorded",
  ],
  [
    "een ingetrokken Ja, daarna is de grondslag bezwaar: intrekken was nee zeggen",
    party("consent", { day: "2026-05-20", basis: "objection", asksAnew: true }),
    [said("yes", "2026-03-01"), said("withdrawn", "2026-05-01", { sequence: 2 })],
    "2026-06-01",
    false,
    "withdrawn",
  ],
  [
    "wettelijk, zelfs met Nee",
    party("statutory"),
    [said("no", "2026-03-01")],
    "2026-06-01",
    true,
    "statutory",
  ],
  [
    "partij beëindigd",
    { ...party("statutory"), endedAt: moment("2026-05-01").at },
    [said("yes", "2026-03-01")],
    "2026-06-01",
    false,
    "party-ended",
  ],
  [
    "gevraagd voor het einde van de partij",
    { ...party("consent"), endedAt: moment("2026-05-01").at },
    [said("yes", "2026-03-01")],
    "2026-04-01",
    true,
    "yes-recorded",
  ],
  [
    "partij die er nog niet was",
    {
      versions: [{ version: 1, basis: "consent", consentFrom: 1, since: moment("2026-05-01").at }],
      endedAt: null,
    },
    [],
    "2026-04-01",
    false,
    "party-not-yet",
  ],
];

describe("consentAt", () => {
  test.each(CASES)("%s", (_what, of, history, asked, share, why) => {
    expect(consentAt(of, history, moment(asked))).toMatchObject({ share, why });
    expect(consentAt(of, history.toReversed(), moment(asked))).toMatchObject({ share, why });
  });

  /** The same law told the other way round: first everything that forbids, then what allows. */
  function naive(of: PartyHistory, history: readonly Decision[], at: number): ConsentAnswer["share"] {
    const day = dayAt(at);
    if (of.endedAt !== null && at >= of.endedAt) return false;
    let basis: Basis | undefined;
    let consentFrom = 0;
    for (const version of of.versions) {
      if (version.since > at) break;
      ({ basis, consentFrom } = version);
    }
    if (basis === undefined) return false;
    if (basis === "statutory") return true;
    const begun = history.filter((each) => !(each.recordedAt > at) && !(each.fromDate > day));
    const newest = begun.find((each) => begun.every((other) => other.sequence <= each.sequence));
    const holds = newest !== undefined && (newest.untilDate ?? "9999-12-31") >= day;
    if (basis === "objection" && newest?.answer === "withdrawn") {
      const before = history.filter((each) => each.sequence < newest.sequence && each.answer !== "withdrawn");
      return before.toSorted((a, b) => b.sequence - a.sequence)[0]?.answer === "no";
    }
    if (basis === "objection") return !(holds && newest.answer === "no");
    return holds && newest.answer === "yes" && newest.partyVersion >= consentFrom;
  }

  const days = fc.integer({ min: 0, max: 60 });
  const decisions = fc
    .array(
      fc.record({
        answer: fc.constantFrom("yes" as const, "no" as const, "withdrawn" as const),
        partyVersion: fc.integer({ min: 1, max: 4 }),
        from: days,
        length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
        recorded: days,
      }),
      { maxLength: 6 },
    )
    .map((list) =>
      list.map(
        ({ answer, partyVersion, from, length, recorded }, index): Decision => ({
          sequence: index + 1,
          answer,
          partyVersion,
          fromDate: dayAt(START + from * DAY),
          untilDate: length === null ? null : dayAt(START + (from + length) * DAY),
          recordedAt: START + recorded * DAY,
        }),
      ),
    );
  const parties = fc.record({
    versions: fc
      .array(
        fc.record({
          basis: fc.constantFrom<Basis>("consent", "objection", "statutory"),
          anew: fc.boolean(),
          since: days,
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((list) => {
        let consentFrom = 1;
        return list
          .toSorted((a, b) => a.since - b.since)
          .map(({ basis, anew, since }, index) => {
            if (anew) consentFrom = index + 1;
            return { version: index + 1, basis, consentFrom, since: START + since * DAY };
          });
      }),
    endedAt: fc.option(
      days.map((day) => START + day * DAY),
      { nil: null },
    ),
  });

  test("answers as a reference that was written differently, for any history and moment", () => {
    fc.assert(
      fc.property(parties, decisions, fc.integer({ min: -5, max: 100 }), (of, history, asked) => {
        const at = START + asked * DAY;
        expect(consentAt(of, history, { at, day: dayAt(at) }).share).toBe(naive(of, history, at));
      }),
      { numRuns: 5_000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BARTHEL } from "@/server/dossier/instruments/adl";
import { INSTRUMENTS, instrumentOf } from "@/server/dossier/instruments/catalogue";
import { type Answers, type Instrument, score } from "@/server/dossier/instruments/instrument";
import { isMeasureCode, MEASURES, type Measure } from "@/server/dossier/instruments/measures";
import { MUST, SNAQ, SNAQ65, SNAQRC } from "@/server/dossier/instruments/nutrition";
import { DOS, GAD7, HONOS, PAIN_NRS, PHQ9 } from "@/server/dossier/instruments/screening";

/** Answers given in the order of the items, by option code or number. */
function answers(instrument: Instrument, ...given: (string | number)[]): Answers {
  expect(given).toHaveLength(instrument.items.length);
  return Object.fromEntries(instrument.items.map((item, index) => [item.code, given[index] ?? ""]));
}

/** Options by their points, in the order of the items. */
function byPoints(instrument: Instrument, ...points: number[]): Answers {
  return answers(
    instrument,
    ...instrument.items.map((item, index) => {
      const option = item.options.find(({ score }) => score === points[index]);
      if (option === undefined) throw new Error(`${item.code} has no option of ${points[index]} points`);
      return option.code;
    }),
  );
}

describe("hand-computed totals at each cut-point", () => {
  // bowels bladder grooming toilet feeding transfer mobility dressing stairs bathing
  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, "Volledig hulpbehoevend"],
    [[1, 1, 0, 0, 1, 1, 0, 0, 0, 0], 4, "Volledig hulpbehoevend"],
    [[1, 1, 0, 1, 1, 1, 0, 0, 0, 0], 5, "Ernstig hulpbehoevend"],
    [[2, 1, 0, 1, 2, 1, 1, 1, 0, 0], 9, "Ernstig hulpbehoevend"],
    [[2, 2, 0, 1, 2, 1, 1, 1, 0, 0], 10, "Heeft hulp nodig, doet ook veel zelf"],
    [[2, 2, 1, 1, 2, 2, 2, 1, 1, 0], 14, "Heeft hulp nodig, doet ook veel zelf"],
    [[2, 2, 1, 1, 2, 3, 2, 1, 1, 0], 15, "Redelijk tot goed zelfstandig"],
    [[2, 2, 1, 2, 2, 3, 3, 2, 2, 0], 19, "Redelijk tot goed zelfstandig"],
    [[2, 2, 1, 2, 2, 3, 3, 2, 2, 1], 20, "Volledig zelfstandig"],
  ])("Barthel %j is %i", (points, total, interpretation) => {
    expect(score(BARTHEL, byPoints(BARTHEL, ...points))).toEqual({ total, interpretation });
  });

  test.each([
    [["G0", "B0", "Z0"], 0, "Niet ondervoed"],
    [["G0", "B1", "Z0"], 1, "Niet ondervoed"],
    [["G0", "B1", "Z1"], 2, "Matig ondervoed"],
    [["G1", "B0", "Z0"], 2, "Matig ondervoed"],
    [["G1", "B1", "Z0"], 3, "Ernstig ondervoed"],
    [["G2", "B0", "Z0"], 3, "Ernstig ondervoed"],
    [["G3", "B1", "Z1"], 7, "Ernstig ondervoed"],
  ])("SNAQ %j is %i", (given, total, interpretation) => {
    expect(score(SNAQ, answers(SNAQ, ...given))).toEqual({ total, interpretation });
  });

  // weight loss, arm, appetite, exertion
  test.each([
    [["G0", "A0", "B0", "In0"], 0, "Niet ondervoed"],
    [["G0", "A0", "B1", "In0"], 1, "Niet ondervoed"],
    [["G0", "A0", "B1", "In1"], 2, "Risico op ondervoeding"],
    [["G2", "A0", "B0", "In0"], 3, "Ondervoed"],
    [["G0", "A1", "B0", "In0"], 3, "Ondervoed"],
    [["G2", "A1", "B1", "In1"], 8, "Ondervoed"],
  ])("SNAQ65+ %j is %i", (given, total, interpretation) => {
    expect(score(SNAQ65, answers(SNAQ65, ...given))).toEqual({ total, interpretation });
  });

  // weight loss, help with eating, appetite, BMI
  test.each([
    [["G0", "165224005", "B0", "B0"], 0, "Niet ondervoed"],
    [["G0", "129033007", "B0", "B0"], 1, "Matig ondervoed"],
    [["G0", "165224005", "B0", "B1"], 1, "Matig ondervoed"],
    [["G0", "129033007", "B1", "B0"], 2, "Ernstig ondervoed"],
    [["G0", "165224005", "B0", "B2"], 2, "Ernstig ondervoed"],
    [["G1", "165224005", "B1", "B1"], 4, "Ernstig ondervoed"],
  ])("SNAQrc %j is %i", (given, total, interpretation) => {
    expect(score(SNAQRC, answers(SNAQRC, ...given))).toEqual({ total, interpretation });
  });

  // BMI, weight loss, acutely ill
  test.each([
    [["B0", "G0", "Z0"], 0, "Laag risico op ondervoeding"],
    [["B1", "G0", "Z0"], 1, "Matig risico op ondervoeding"],
    [["B0", "G0", "Z1"], 2, "Hoog risico op ondervoeding"],
    [["B2", "G1", "Z0"], 3, "Hoog risico op ondervoeding"],
    [["B2", "G2", "Z1"], 6, "Hoog risico op ondervoeding"],
  ])("MUST %j is %i", (given, total, interpretation) => {
    expect(score(MUST, answers(MUST, ...given))).toEqual({ total, interpretation });
  });

  test("DOS counts what is seen, and attention, time of day and memory when they are not", () => {
    const seen = (...items: number[]) =>
      answers(DOS, ...DOS.items.map((_, index) => (items.includes(index + 1) ? "sometimes" : "never")));
    const [no, yes] = ["Waarschijnlijk geen delier", "Waarschijnlijk een delier"];
    expect(score(DOS, seen(3, 8, 9))).toEqual({ total: 0, interpretation: no });
    expect(score(DOS, seen())).toEqual({ total: 3, interpretation: yes });
    expect(score(DOS, seen(1, 2, 3, 8, 9))).toEqual({ total: 2, interpretation: no });
    expect(score(DOS, seen(1, 2, 3, 8))).toEqual({ total: 3, interpretation: yes });
    expect(score(DOS, seen(1, 2, 4, 5, 6, 7, 10, 11, 12, 13))).toEqual({ total: 13, interpretation: yes });
    const unknown = answers(DOS, ...DOS.items.map(() => "unknown"));
    expect(score(DOS, unknown)).toEqual({ total: 0, interpretation: no });
  });

  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, "Minimale klachten"],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, "Minimale klachten"],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, "Lichte depressieve klachten"],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1], 9, "Lichte depressieve klachten"],
    [[2, 1, 1, 1, 1, 1, 1, 1, 1], 10, "Matige depressieve klachten"],
    [[2, 2, 2, 2, 2, 1, 1, 1, 1], 14, "Matige depressieve klachten"],
    [[2, 2, 2, 2, 2, 2, 1, 1, 1], 15, "Matig ernstige depressieve klachten"],
    [[3, 2, 2, 2, 2, 2, 2, 2, 2], 19, "Matig ernstige depressieve klachten"],
    [[3, 3, 2, 2, 2, 2, 2, 2, 2], 20, "Ernstige depressieve klachten"],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, "Ernstige depressieve klachten"],
  ])("PHQ-9 %j is %i", (points, total, interpretation) => {
    expect(score(PHQ9, byPoints(PHQ9, ...points))).toEqual({ total, interpretation });
  });

  test.each([
    [[1, 1, 1, 1, 0, 0, 0], 4, "Minimale angst"],
    [[1, 1, 1, 1, 1, 0, 0], 5, "Lichte angst"],
    [[2, 2, 1, 1, 1, 1, 1], 9, "Lichte angst"],
    [[2, 2, 2, 1, 1, 1, 1], 10, "Matige angst"],
    [[2, 2, 2, 2, 2, 2, 2], 14, "Matige angst"],
    [[3, 2, 2, 2, 2, 2, 2], 15, "Ernstige angst"],
    [[3, 3, 3, 3, 3, 3, 3], 21, "Ernstige angst"],
  ])("GAD-7 %j is %i", (points, total, interpretation) => {
    expect(score(GAD7, byPoints(GAD7, ...points))).toEqual({ total, interpretation });
  });

  test.each([
    [0, "Geen pijn"],
    [1, "Lichte pijn"],
    [3, "Lichte pijn"],
    [4, "Matige pijn"],
    [6, "Matige pijn"],
    [7, "Ernstige pijn"],
    [10, "Ernstige pijn"],
  ])("pain %i", (total, interpretation) => {
    expect(score(PAIN_NRS, { nrs: total })).toEqual({ total, interpretation });
  });

  test("HoNOS adds twelve free scores of 0 to 4", () => {
    const given = answers(HONOS, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1);
    expect(score(HONOS, given)).toMatchObject({ total: 21 });
  });
});

describe("what is no answer", () => {
  test("names every item that is absent, and gives no half total", () => {
    expect(score(SNAQ, { "4006003": "G1" })).toEqual({ missing: ["4006004", "4006005"] });
    expect(score(SNAQ, {})).toEqual({ missing: ["4006003", "4006004", "4006005"] });
  });

  test.each([
    [SNAQ, { "4006003": "G9", "4006004": "B0", "4006005": "Z0" }, ["4006003"]],
    [SNAQ, { "4006003": 3, "4006004": "B0", "4006005": "Z0" }, ["4006003"]],
    [PAIN_NRS, { nrs: 11 }, ["nrs"]],
    [PAIN_NRS, { nrs: -1 }, ["nrs"]],
    [PAIN_NRS, { nrs: 4.5 }, ["nrs"]],
    [PAIN_NRS, { nrs: "4" }, ["nrs"]],
  ])("refuses an answer that is not one of the item's: %#", (instrument, given, missing) => {
    expect(score(instrument as Instrument, given as Answers)).toEqual({ missing });
  });

  test("is not fooled by names every object has", () => {
    expect(score({ ...PAIN_NRS, items: [{ code: "toString", label: "", options: [] }] }, {})).toEqual({
      missing: ["toString"],
    });
  });
});

describe("the instruments as data", () => {
  test("are ten, each found by its code, a known measure, with a source", () => {
    expect(INSTRUMENTS).toHaveLength(10);
    for (const instrument of INSTRUMENTS) {
      expect(instrumentOf(instrument.code)).toBe(instrument);
      expect(isMeasureCode(instrument.code)).toBe(true);
      expect(instrument.source).toMatch(/\d{4}/);
    }
    expect(instrumentOf("mmse")).toBeUndefined();
  });

  test("have items and options with codes of their own, and bands that rise from the lowest total", () => {
    for (const { items, bands } of INSTRUMENTS) {
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
      for (const { options, range } of items) {
        expect(options.length > 1 || range !== undefined).toBe(true);
        expect(new Set(options.map(({ code }) => code)).size).toBe(options.length);
        expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
      }
      expect(bands[0]?.from).toBe(0);
      expect(bands.map(({ from }) => from)).toEqual(bands.map(({ from }) => from).toSorted((a, b) => a - b));
    }
  });

  test("have the highest totals their manuals state", () => {
    const highest = ({ items }: Instrument) =>
      items.reduce(
        (sum, { options, range }) => sum + (range?.[1] ?? Math.max(...options.map((o) => o.score))),
        0,
      );
    const found = Object.fromEntries(INSTRUMENTS.map((each) => [each.code, highest(each)]));
    expect(found).toEqual({
      barthel: 20,
      snaqrc: 6,
      snaq65plus: 8,
      snaq: 7,
      must: 6,
      dos: 13,
      "pain-nrs": 10,
      "phq-9": 27,
      "gad-7": 21,
      honos: 48,
    });
  });

  test("any full set of answers gets a total within bounds and an interpretation", () => {
    for (const instrument of INSTRUMENTS) {
      const given = fc.tuple(
        ...instrument.items.map(({ options, range }) =>
          range === undefined
            ? fc.constantFrom(...options.map(({ code }) => code))
            : fc.integer({ min: range[0], max: range[1] }),
        ),
      );
      fc.assert(
        fc.property(given, (chosen) => {
          const outcome = score(instrument, answers(instrument, ...(chosen as (string | number)[])));
          return "total" in outcome && outcome.total >= 0 && outcome.interpretation !== "";
        }),
        { numRuns: 50 },
      );
    }
  });

  test("no code means two measures", () => {
    const codes = Object.values(MEASURES as Record<string, Measure>).flatMap(({ codes }) =>
      codes.map(String),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INSTRUMENTS } from "@/server/dossier/instruments/catalogue";
import { computeNew } from "@/server/dossier/instruments/compute";
import { bandOf, extentOf, problemsOf, score } from "@/server/dossier/instruments/instrument";
import { answersAt, instrument } from "./nurse";

/** Every cut-point with what the totals on either side of it mean, from the manuals (`source` of each instrument). */
const CUT_POINTS: [code: string, below: number, means: string, from: number, then: string][] = [
  ["barthel", 4, "Volledig hulpbehoevend", 5, "Ernstig hulpbehoevend"],
  ["barthel", 9, "Ernstig hulpbehoevend", 10, "Heeft hulp nodig, doet ook veel zelf"],
  ["barthel", 14, "Heeft hulp nodig, doet ook veel zelf", 15, "Redelijk tot goed zelfstandig"],
  ["barthel", 19, "Redelijk tot goed zelfstandig", 20, "Volledig zelfstandig"],
  ["snaq", 1, "Niet ondervoed", 2, "Matig ondervoed"],
  ["snaq", 2, "Matig ondervoed", 3, "Ernstig ondervoed"],
  ["snaq65plus", 1, "Niet ondervoed", 2, "Risico op ondervoeding"],
  ["snaq65plus", 2, "Risico op ondervoeding", 3, "Ondervoed"],
  ["snaqrc", 0, "Niet ondervoed", 1, "Matig ondervoed"],
  ["snaqrc", 1, "Matig ondervoed", 2, "Ernstig ondervoed"],
  ["must", 0, "Laag risico op ondervoeding", 1, "Matig risico op ondervoeding"],
  ["must", 1, "Matig risico op ondervoeding", 2, "Hoog risico op ondervoeding"],
  ["dos", 2, "Waarschijnlijk geen delier", 3, "Waarschijnlijk een delier"],
  ["phq-9", 4, "Minimale klachten", 5, "Lichte depressieve klachten"],
  ["phq-9", 9, "Lichte depressieve klachten", 10, "Matige depressieve klachten"],
  ["phq-9", 14, "Matige depressieve klachten", 15, "Matig ernstige depressieve klachten"],
  ["phq-9", 19, "Matig ernstige depressieve klachten", 20, "Ernstige depressieve klachten"],
  ["gad-7", 4, "Minimale angst", 5, "Lichte angst"],
  ["gad-7", 9, "Lichte angst", 10, "Matige angst"],
  ["gad-7", 14, "Matige angst", 15, "Ernstige angst"],
  ["pain-nrs", 0, "Geen pijn", 1, "Lichte pijn"],
  ["pain-nrs", 3, "Lichte pijn", 4, "Matige pijn"],
  ["pain-nrs", 6, "Matige pijn", 7, "Ernstige pijn"],
];

test.each(CUT_POINTS)("%s: %i is %s, %i is %s", (code, below, means, from, then) => {
  expect(bandOf(instrument(code), below)?.interpretation).toBe(means);
  expect(bandOf(instrument(code), from)?.interpretation).toBe(then);
});

test("no instrument has a cut-point that is not in that table", () => {
  const held = CUT_POINTS.map(([code, , , from]) => `${code} ${from}`);
  const all = INSTRUMENTS.flatMap(({ code, bands }) => bands.slice(1).map(({ from }) => `${code} ${from}`));
  expect(held.toSorted()).toEqual(all.toSorted());
});

// The thirteen observations in order; 3, 8 and 9 are what someone without delirium does show.
test.each([
  ["nothing seen but what belongs", [0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0], 0],
  ["nothing seen at all", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3],
  ["everything seen", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 10],
  ["dozes off, is distracted, no attention", [1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0], 3],
  ["dozes off and is distracted", [1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0], 2],
  ["all that points to delirium", [1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1], 13],
])("DOS, %s", (_, seen, total) => {
  const dos = instrument("dos");
  const answers = Object.fromEntries(
    dos.items.map(({ code }, index) => [code, seen[index] === 1 ? "sometimes" : "never"]),
  );
  expect(score(dos, answers)).toMatchObject({ total });
});

describe.each(INSTRUMENTS)("$label", (each) => {
  test("a total is the sum of the points of its answers, whichever are given", () => {
    const chosen = fc.tuple(
      ...each.items.map(({ options, range }) =>
        range
          ? fc.integer({ min: range[0], max: range[1] }).map((points) => ({ answer: points, points }))
          : fc.constantFrom(...options).map((option) => ({ answer: option.code, points: option.score })),
      ),
    );
    fc.assert(
      fc.property(chosen, (given) => {
        const answers = Object.fromEntries(
          each.items.map(({ code }, index) => [code, given[index]?.answer ?? ""]),
        );
        const sum = given.reduce((total, { points }) => total + points, 0);
        const [lowest, highest] = extentOf(each);
        expect(computeNew(each.code, answers, false)).toMatchObject({ total: sum });
        expect(sum >= lowest && sum <= highest).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("each item that is left out, or answered with what is no answer of it, is named by itself", () => {
    const whole = answersAt(each, "most");
    for (const { code, range } of each.items) {
      const { [code]: _, ...without } = whole;
      expect(problemsOf(each, without)).toEqual([[code, "missing"]]);
      const wrong = range ? [range[0] - 1, range[1] + 1, 0.5, "1", Number.NaN] : ["none", 1, "toString"];
      for (const answer of wrong) {
        expect(problemsOf(each, { ...whole, [code]: answer })).toEqual([[code, "wrong"]]);
        expect(() => computeNew(each.code, { ...whole, [code]: answer }, true)).toThrow(
          expect.objectContaining({
            reason: "answers-refused",
            fields: [{ path: `answers.${code}`, problem: "not-an-answer" }],
          }),
        );
      }
    }
    expect(problemsOf(each, { ...whole, strange: "x" })).toEqual([["strange", "unknown"]]);
  });
});

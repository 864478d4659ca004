import { expect, test } from "vitest";
import { computeNew } from "@/server/dossier/instruments/compute";
import { isMeasureCode, MEASURES, type Measure } from "@/server/dossier/instruments/measures";
import {
  PLAIN_MEASURES,
  plainMeasureOf,
  readingProblems,
  typedNumber,
  unlikelyReadings,
} from "@/server/dossier/instruments/measuring";

const measure = (code: string) => {
  const found = plainMeasureOf(code);
  if (!found) throw new Error(`no measure ${code}`);
  return found;
};

test.each([
  ["body-temperature", 400, "impossible"],
  ["body-temperature", 36.84, "too-precise"],
  ["body-temperature", "warm", "no-number"],
  ["body-temperature", "", "missing"],
  ["body-weight", -3, "impossible"],
  ["body-weight", 7000, "impossible"],
  ["heart-rate", 72.5, "too-precise"],
  ["oxygen-saturation", 101, "impossible"],
  ["body-height", Number.NaN, "no-number"],
  ["respiration", Number.POSITIVE_INFINITY, "no-number"],
])("%s %s is refused: %s", (code, value, problem) => {
  expect(readingProblems(measure(code), { value })).toEqual([["value", problem]]);
});

test("a reading of another measure is refused", () => {
  expect(readingProblems(measure("body-weight"), { value: 70, "8480-6": 120 })).toEqual([
    ["8480-6", "unknown"],
  ]);
});

test("the lower blood pressure lies below the upper", () => {
  const pressure = measure("blood-pressure");
  expect(readingProblems(pressure, { "8480-6": 80, "8462-4": 120 })).toEqual([["8462-4", "order"]]);
  expect(readingProblems(pressure, { "8480-6": 120, "8462-4": 120 })).toEqual([["8462-4", "order"]]);
  expect(readingProblems(pressure, { "8480-6": 120, "8462-4": 80 })).toEqual([]);
});

test("an unlikely reading is stored only when someone looked twice, an ordinary one at once", () => {
  expect(unlikelyReadings(measure("body-temperature"), { value: 41.5 })).toEqual(["value"]);
  expect(() => computeNew("body-temperature", { value: 41.5 }, false)).toThrow(
    expect.objectContaining({
      reason: "reading-unlikely",
      fields: [{ path: "answers.value", problem: "unlikely" }],
    }),
  );
  expect(computeNew("body-temperature", { value: 41.5 }, true)).toMatchObject({ result: "41,5 °C" });
  expect(computeNew("body-temperature", { value: 36.8 }, false)).toMatchObject({ result: "36,8 °C" });
});

test("a pair is stored as its parts and read as one", () => {
  expect(computeNew("blood-pressure", { "8480-6": 138, "8462-4": 82 }, false)).toEqual({
    result: "138/82 mmHg",
    items: [
      { code: "8480-6", label: "Systolisch", answer: "138 mmHg", score: null },
      { code: "8462-4", label: "Diastolisch", answer: "82 mmHg", score: null },
    ],
  });
});

test.each([
  ["72,4", 72.4],
  [" 72.4 ", 72.4],
  ["-1", -1],
  ["1.250,5", undefined],
  ["7e3", undefined],
  ["twaalf", undefined],
  ["", undefined],
])("%j typed is %s", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test("each plain measure is a known one in its own unit, and what is likely lies within what is possible", () => {
  for (const { code, label, readings } of PLAIN_MEASURES) {
    if (!isMeasureCode(code)) throw new Error(code);
    const known: Measure = MEASURES[code];
    expect(known.label).toBe(label);
    for (const { unit, possible, likely } of readings) {
      if (known.unit) expect(unit).toBe(known.unit.text);
      expect(possible[0] < likely[0] && likely[0] < likely[1] && likely[1] <= possible[1]).toBe(true);
    }
  }
});

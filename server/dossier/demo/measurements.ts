import type { MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import type { DemoPen } from "../demo-pen";
import { numberText } from "../fhir";
import { measured } from "../instruments/measured";
import { MEASURES, type Measure, type MeasureCode } from "../instruments/measures";
import type { Draft } from "../part";
import { demoScores } from "./scores";

type Entry = Draft<typeof measurements>;

function quantity(pen: DemoPen, instrument: MeasureCode, daysAgo: number, value: number): Entry {
  const unit = (MEASURES[instrument] as Measure).unit?.text ?? "";
  return {
    ...measured(instrument, pen.daysAgo(daysAgo), pen.colleague("carer").name),
    result: `${numberText(value)} ${unit}`,
    value,
    unit,
  };
}

function bloodPressure(pen: DemoPen, daysAgo: number, usual: number): Entry {
  const systolic = usual + pen.int(-12, 13);
  const diastolic = Math.round(systolic * 0.55) + pen.int(-4, 5);
  const items: MeasuredItem[] = [
    { code: "8480-6", label: "Systolisch", answer: `${systolic} mmHg`, score: null },
    { code: "8462-4", label: "Diastolisch", answer: `${diastolic} mmHg`, score: null },
  ];
  return {
    ...measured("blood-pressure", pen.daysAgo(daysAgo), pen.colleague("nurse").name),
    result: `${systolic}/${diastolic} mmHg`,
    items,
    method: "Automatische bovenarmmeter",
    bodySite: pen.chance(0.8) ? "Linker bovenarm" : "Rechter bovenarm",
    note:
      systolic > 160
        ? "Na tien minuten rust opnieuw gemeten, zelfde uitslag. Doorgegeven aan de arts."
        : null,
  };
}

/** Weight a month from a BMI of 22–31, with a slow trend and some noise; rounded to the scale's 100 g. */
function weights(pen: DemoPen, times: number, height: number): Entry[] {
  const start = (pen.int(22, 32) * height ** 2) / 10_000;
  const trend = pen.int(-5, 3) / 10;
  const entries = Array.from({ length: times }, (_, index) => {
    const kilos = Math.round((start + trend * index + pen.int(-4, 5) / 10) * 10) / 10;
    return quantity(pen, "body-weight", (times - index) * 30 - 9, kilos);
  });
  const last = entries.at(-1);
  if (last?.value != null) {
    const bmi = Math.round((last.value / (height / 100) ** 2) * 10) / 10;
    entries.push({ ...quantity(pen, "bmi", 21, bmi), moment: last.moment });
  }
  return entries;
}

function vitals(pen: DemoPen, daysAgo: number): Entry[] {
  return [
    quantity(pen, "heart-rate", daysAgo, pen.int(58, 96)),
    quantity(pen, "body-temperature", daysAgo, 36 + pen.int(2, 12) / 10),
    quantity(pen, "oxygen-saturation", daysAgo, pen.int(92, 99)),
    quantity(pen, "respiration", daysAgo, pen.int(12, 21)),
  ];
}

function mobility(pen: DemoPen, daysAgo: number): Entry {
  const walking = pen.pick(["Loopt zelfstandig met rollator", "Loopt met hulp van één persoon", "Rolstoel"]);
  return {
    ...measured("mobility", pen.daysAgo(daysAgo), pen.colleague("physiotherapist").name),
    items: [
      { code: "282097004", label: "Lopen", answer: walking, score: null },
      { code: "301587001", label: "Traplopen", answer: "Niet in staat trap te lopen", score: null },
      { code: "364666007", label: "Transfers", answer: "Met hulp", score: null },
    ],
    note: "Rollator is eigen bezit.",
  };
}

/** Weights over time, blood pressure, vital signs, functioning and the scales that fit the care kind. */
export function demoMeasurements(pen: DemoPen): Entry[] {
  const full = pen.fill === "full";
  const height = pen.client.gender === "male" ? pen.int(168, 186) : pen.int(154, 173);
  const usual = pen.int(122, 152);
  const entries = [quantity(pen, "body-height", pen.int(300, 700), height)];
  entries.push(...weights(pen, full ? 14 : pen.int(2, 7), height));
  for (let index = 0; index < (full ? 8 : pen.int(1, 4)); index++) {
    entries.push(bloodPressure(pen, 12 + index * 41, usual));
  }
  if (full || pen.chance(0.3)) entries.push(...vitals(pen, pen.int(2, 40)));
  if (full || (pen.client.careKind !== "ggz" && pen.chance(0.3)))
    entries.push(mobility(pen, pen.int(30, 300)));
  entries.push(...demoScores(pen));
  if (full) {
    const kilos = entries.find(({ instrument }) => instrument === "body-weight")?.value ?? 70;
    const mistaken = quantity(pen, "body-weight", 100, Math.round(kilos * 10));
    entries.push({ ...mistaken, status: "entered-in-error", note: "Komma vergeten; opnieuw ingevoerd." });
  }
  return entries;
}

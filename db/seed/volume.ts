import type { measurements } from "@/db/schema/dossier/measurements";
import type { reports } from "@/db/schema/dossier/reports";
import { writeReport } from "@/server/dossier/demo/reports";
import type { DemoPen } from "@/server/dossier/demo-pen";
import { numberText } from "@/server/dossier/fhir";
import { measured } from "@/server/dossier/instruments/measured";
import { MEASURES, type Measure, type MeasureCode } from "@/server/dossier/instruments/measures";
import type { Draft } from "@/server/dossier/part";

/** How much the client with the long dossier has (CONTRACT.md, 10006). */
export const VOLUME = { reports: 20_000, measurements: 5_000 } as const;

/** Reports spread evenly from admission until now. */
export function manyReports(
  pen: DemoPen,
  days: number,
  amount: number = VOLUME.reports,
): Draft<typeof reports>[] {
  return Array.from({ length: amount }, (_, index) =>
    writeReport(pen, Math.floor((days * (amount - 1 - index)) / amount)),
  ).sort((a, b) => a.moment - b.moment);
}

/** What is measured again and again: the usual value, how far a day may differ, and decimals. */
const COURSES: readonly (readonly [MeasureCode, usual: number, spread: number, step: number])[] = [
  ["heart-rate", 76, 14, 1],
  ["body-temperature", 36.8, 0.7, 0.1],
  ["oxygen-saturation", 95, 3, 1],
  ["respiration", 16, 4, 1],
  ["body-weight", 68, 1.2, 0.1],
];

const rounded = (value: number, step: number) => Math.round(Math.round(value / step) * step * 10) / 10;

function quantity(pen: DemoPen, daysAgo: number, drift: number): Draft<typeof measurements> {
  const [instrument, usual, spread, step] = pen.pick(COURSES);
  const measure: Measure = MEASURES[instrument];
  const trend = instrument === "body-weight" ? drift : 0;
  const value = rounded(usual + trend + (pen.random() - 0.5) * 2 * spread, step);
  const unit = measure.unit?.text ?? "";
  return {
    ...measured(instrument, pen.daysAgo(daysAgo), pen.colleague("carer").name),
    result: `${numberText(value)} ${unit}`,
    value,
    unit,
  };
}

function bloodPressure(pen: DemoPen, daysAgo: number): Draft<typeof measurements> {
  const systolic = pen.int(118, 158);
  const diastolic = pen.int(64, 92);
  return {
    ...measured("blood-pressure", pen.daysAgo(daysAgo), pen.colleague("nurse").name),
    result: `${systolic}/${diastolic} mmHg`,
    items: [
      { code: "8480-6", label: "Systolisch", answer: `${systolic} mmHg`, score: null },
      { code: "8462-4", label: "Diastolisch", answer: `${diastolic} mmHg`, score: null },
    ],
  };
}

/** Measurements spread evenly from admission until now; the weight goes down slowly. */
export function manyMeasurements(
  pen: DemoPen,
  days: number,
  amount: number = VOLUME.measurements,
): Draft<typeof measurements>[] {
  return Array.from({ length: amount }, (_, index) => {
    const past = index / amount;
    const daysAgo = Math.floor(days * (1 - past));
    return pen.chance(0.3) ? bloodPressure(pen, daysAgo) : quantity(pen, daysAgo, -9 * past);
  });
}

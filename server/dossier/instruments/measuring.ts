/** A number that is read off: what it is, in which unit, and between which bounds. */
export interface Reading {
  /** Code of the component in the entry, or `value` for a measure that is one number */
  code: string;
  label: string;
  unit: string;
  decimals: 0 | 1;
  /** Outside these nobody was ever measured alive: refused */
  possible: readonly [lowest: number, highest: number];
  /** Outside these it happens, but a slip of the keys is likelier: asked about */
  likely: readonly [lowest: number, highest: number];
}

/** A measure without items: one number with its unit, or a pair such as blood pressure. */
export interface PlainMeasure {
  /** A key of `MEASURES` */
  code: string;
  label: string;
  readings: readonly Reading[];
  /** The first must be higher than the second */
  falling?: true;
  /** Where on the body it is usually measured */
  sites?: readonly string[];
}

const value = (
  unit: string,
  decimals: Reading["decimals"],
  possible: Reading["possible"],
  likely: Reading["likely"],
): Reading => ({ code: "value", label: "Waarde", unit, decimals, possible, likely });

/**
 * The plain measures the form offers, in its order. Possible: a little beyond what has been survived (heaviest person
 * 635 kg, tallest 272 cm, lowest body temperature 11,8 °C). Likely: what a care worker meets in adults.
 */
export const PLAIN_MEASURES: readonly PlainMeasure[] = [
  { code: "body-weight", label: "Gewicht", readings: [value("kg", 1, [0.3, 650], [35, 180])] },
  {
    code: "blood-pressure",
    label: "Bloeddruk",
    falling: true,
    sites: ["Linker bovenarm", "Rechter bovenarm", "Linker pols", "Rechter pols"],
    readings: [
      { ...value("mmHg", 0, [30, 300], [85, 190]), code: "8480-6", label: "Systolisch (bovendruk)" },
      { ...value("mmHg", 0, [10, 200], [45, 115]), code: "8462-4", label: "Diastolisch (onderdruk)" },
    ],
  },
  { code: "heart-rate", label: "Hartfrequentie", readings: [value("/min", 0, [15, 350], [45, 130])] },
  { code: "pulse-rate", label: "Polsfrequentie", readings: [value("/min", 0, [15, 350], [45, 130])] },
  {
    code: "body-temperature",
    label: "Temperatuur",
    sites: ["Oor", "Oksel", "Mond", "Rectaal", "Voorhoofd"],
    readings: [value("°C", 1, [11, 47], [35, 40])],
  },
  { code: "respiration", label: "Ademfrequentie", readings: [value("/min", 0, [1, 100], [10, 30])] },
  {
    code: "oxygen-saturation",
    label: "Zuurstofsaturatie",
    sites: ["Vinger", "Oor"],
    readings: [value("%", 0, [20, 100], [88, 100])],
  },
  { code: "body-height", label: "Lengte", readings: [value("cm", 1, [20, 280], [130, 210])] },
  { code: "bmi", label: "BMI", readings: [value("kg/m²", 1, [5, 260], [15, 45])] },
  { code: "head-circumference", label: "Hoofdomtrek", readings: [value("cm", 1, [15, 90], [30, 65])] },
];

/** Why a reading is refused. `order`: the lower of a pair is not below the higher. */
export type ReadingProblem = "missing" | "no-number" | "too-precise" | "impossible" | "order" | "unknown";

/** Reading code → the number read off, or what was typed when that is no number. */
export type Readings = Readonly<Record<string, string | number>>;

/** The plain measure with this code, or `undefined`. */
export function plainMeasureOf(code: string): PlainMeasure | undefined {
  return PLAIN_MEASURES.find((measure) => measure.code === code);
}

/** A number as people type it, `36,8` or `36.8`; `undefined` when it is none. */
export function typedNumber(text: string): number | undefined {
  const typed = text.trim();
  return /^-?\d{1,6}(?:[.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(",", ".")) : undefined;
}

const within = (number: number, [low, high]: readonly [number, number]) => number >= low && number <= high;

function problemOf(reading: Reading, given: string | number | undefined): ReadingProblem | undefined {
  if (given === undefined || given === "") return "missing";
  if (typeof given !== "number" || !Number.isFinite(given)) return "no-number";
  if (!within(given, reading.possible)) return "impossible";
  const scaled = given * 10 ** reading.decimals;
  return Math.abs(scaled - Math.round(scaled)) > 1e-6 ? "too-precise" : undefined;
}

/** What is wrong with the readings of a plain measure, one by one in their order; empty when they can be stored. */
export function readingProblems(measure: PlainMeasure, given: Readings): [code: string, ReadingProblem][] {
  const found: [string, ReadingProblem][] = [];
  for (const reading of measure.readings) {
    const problem = problemOf(reading, Object.hasOwn(given, reading.code) ? given[reading.code] : undefined);
    if (problem !== undefined) found.push([reading.code, problem]);
  }
  for (const code of Object.keys(given)) {
    if (!measure.readings.some((reading) => reading.code === code)) found.push([code, "unknown"]);
  }
  const [first, second] = measure.readings;
  if (measure.falling && first && second && found.length === 0) {
    if (Number(given[first.code]) <= Number(given[second.code])) found.push([second.code, "order"]);
  }
  return found;
}

/** The readings that are possible but unlikely, by code: worth a second look before they are stored. */
export function unlikelyReadings(measure: PlainMeasure, given: Readings): string[] {
  return measure.readings
    .filter((reading) => {
      const number = given[reading.code];
      return typeof number === "number" && !within(number, reading.likely);
    })
    .map(({ code }) => code);
}

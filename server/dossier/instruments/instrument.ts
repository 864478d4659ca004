/** A choice of an item, with the points it counts. */
export interface Option {
  code: string;
  label: string;
  score: number;
}

/** A question of an instrument. Without options it takes a whole number from `range`. */
export interface Item {
  /** Code in `system`; for zib items the number of the data element */
  code: string;
  label: string;
  options: readonly Option[];
  /** Lowest and highest free score, for items without options */
  range?: readonly [number, number];
  /** Code system of the options, where they have one */
  system?: string;
  /** From so many points this one answer asks for something now, whatever the total; in one Dutch sentence */
  alert?: { from: number; text: string };
}

/** What a total means: from (inclusive) up to the next band. */
export interface Band {
  from: number;
  interpretation: string;
  /** How it stands out in a list; nothing when it needs no attention */
  attention?: "warning" | "danger";
}

/** A measuring instrument as data. */
export interface Instrument {
  code: string;
  label: string;
  /** Whom or what it is for, one Dutch line */
  purpose: string;
  /** Code system of the items */
  system?: string;
  items: readonly Item[];
  /** Ascending by `from`, the first at the lowest total */
  bands: readonly Band[];
  /** Where items, points and cut-points come from */
  source: string;
}

/** Item code → code of the chosen option, or the number given for an item without options. */
export type Answers = Readonly<Record<string, string | number>>;

export type Scored = { total: number; interpretation: string } | { missing: string[] };

/** The points of an answer, or `undefined` when it is not one of the item's answers. */
export function pointsOf(item: Item, answer: string | number | undefined): number | undefined {
  if (answer === undefined) return undefined;
  if (item.range === undefined) return item.options.find((option) => option.code === answer)?.score;
  const [low, high] = item.range;
  return typeof answer === "number" && Number.isInteger(answer) && answer >= low && answer <= high
    ? answer
    : undefined;
}

/** Why an answer is refused: there is none, it is not one of the item's, or the instrument has no such item. */
export type AnswerProblem = "missing" | "wrong" | "unknown";

/** What is wrong with a set of answers, item by item in their order; empty when a score can be computed. */
export function problemsOf(instrument: Instrument, answers: Answers): [code: string, AnswerProblem][] {
  const known = new Set(instrument.items.map(({ code }) => code));
  const strange = Object.keys(answers).filter((code) => !known.has(code));
  const refused = instrument.items
    .filter((item) => pointsOf(item, answers[item.code]) === undefined)
    .map(({ code }): [string, AnswerProblem] => [code, isAbsent(answers, code) ? "missing" : "wrong"]);
  return [...refused, ...strange.map((code): [string, AnswerProblem] => [code, "unknown"])];
}

function isAbsent(answers: Answers, code: string): boolean {
  return !Object.hasOwn(answers, code) || answers[code] === "";
}

/** The lowest and highest total an instrument can give. */
export function extentOf({ items }: Instrument): readonly [lowest: number, highest: number] {
  const points = items.map(({ options, range }) => range ?? options.map((option) => option.score));
  const sum = (pick: (...of: number[]) => number) => points.reduce((total, each) => total + pick(...each), 0);
  return [sum(Math.min), sum(Math.max)];
}

/** The band a total falls in. */
export function bandOf(instrument: Instrument, total: number): Band | undefined {
  return instrument.bands.findLast((band) => total >= band.from);
}

/**
 * Adds up the answers. When one is absent or not an answer of its item, nothing is added: the codes of those
 * items come back instead, for half a score reads as a good one.
 */
export function score(instrument: Instrument, answers: Answers): Scored {
  const points = instrument.items.map((item) => pointsOf(item, answers[item.code]));
  const missing = instrument.items.filter((_, index) => points[index] === undefined).map(({ code }) => code);
  if (missing.length > 0) return { missing };
  const total = points.reduce<number>((sum, point) => sum + (point ?? 0), 0);
  return { total, interpretation: bandOf(instrument, total)?.interpretation ?? "" };
}

import type { MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import { DomainError } from "../../core/errors";
import type { FieldProblem, FieldProblemCode } from "../../core/field-problems";
import { numberText } from "../fhir";
import type { Row } from "../part";
import { quantityIn } from "../parts/measurement-give";
import { type Filled, filledOf, wordsCode } from "./answers";
import { instrumentOf } from "./catalogue";
import { type AnswerProblem, type Answers, type Instrument, problemsOf, score } from "./instrument";
import { scoredItem } from "./measured";
import {
  type PlainMeasure,
  plainMeasureOf,
  type ReadingProblem,
  type Readings,
  readingProblems,
  unlikelyReadings,
} from "./measuring";

type Entry = Row<typeof measurements>;

/** What answers make of an entry; the rest is who, when and where. */
export type Computed = Partial<
  Pick<Entry, "result" | "value" | "unit" | "items" | "total" | "interpretation">
>;

const WORDS: Readonly<Record<AnswerProblem | ReadingProblem, FieldProblemCode>> = {
  missing: "required",
  wrong: "not-an-answer",
  unknown: "not-an-answer",
  "no-number": "not-a-number",
  "too-precise": "too-precise",
  impossible: "impossible-reading",
  order: "not-falling",
};

function refuse(problems: readonly [code: string, AnswerProblem | ReadingProblem][]): void {
  const fields = problems.map(
    ([code, problem]): FieldProblem => ({ path: `answers.${code}`, problem: WORDS[problem] }),
  );
  if (fields.length > 0) throw new DomainError("answers-refused", { fields });
}

function scored(instrument: Instrument, answers: Answers): Computed {
  refuse(problemsOf(instrument, answers));
  const outcome = score(instrument, answers);
  if ("missing" in outcome) throw new DomainError("answers-refused");
  const lines = instrument.items.map((item) => scoredItem(item, answers[item.code] ?? ""));
  return {
    result: numberText(outcome.total),
    value: null,
    unit: null,
    total: outcome.total,
    interpretation: outcome.interpretation,
    items: instrument.items.length === 1 ? [] : lines,
  };
}

function read(measure: PlainMeasure, readings: Readings, confirmed: boolean): Computed {
  refuse(readingProblems(measure, readings));
  const unlikely = unlikelyReadings(measure, readings);
  if (unlikely.length > 0 && !confirmed) {
    const fields = unlikely.map((code): FieldProblem => ({ path: `answers.${code}`, problem: "unlikely" }));
    throw new DomainError("reading-unlikely", { fields });
  }
  const [first] = measure.readings;
  const number = (code: string) => numberText(Number(readings[code]));
  if (first && measure.readings.length === 1) {
    return {
      result: `${number(first.code)} ${first.unit}`,
      value: Number(readings[first.code]),
      unit: first.unit,
    };
  }
  const items = measure.readings.map(
    ({ code, label, unit }): MeasuredItem => ({
      code,
      label: label.replace(/ \(.*\)$/, ""),
      answer: `${number(code)} ${unit}`,
      score: null,
    }),
  );
  const together = measure.readings.map(({ code }) => number(code)).join("/");
  return { result: `${together} ${first?.unit ?? ""}`, items };
}

/**
 * What the answers of an instrument or the readings of a plain measure make of an entry.
 * @throws DomainError `measure-unknown`; `answers-refused` with what is wrong item by item; `reading-unlikely` when
 * nobody looked twice
 */
export function computeNew(code: string, answers: Answers | Readings, confirmed: boolean): Computed {
  const instrument = instrumentOf(code);
  if (instrument !== undefined) return scored(instrument, answers);
  const measure = plainMeasureOf(code);
  if (measure === undefined) throw new DomainError("measure-unknown");
  return read(measure, answers, confirmed);
}

function inWords(row: Entry, filled: Extract<Filled, { kind: "words" }>, answers: Readings): Computed {
  refuse(
    Object.entries(answers).flatMap(([code, answer]): [string, AnswerProblem][] =>
      Object.hasOwn(filled.answers, code) && typeof answer === "string" ? [] : [[code, "unknown"]],
    ),
  );
  const words = (code: string, before: string | null) =>
    Object.hasOwn(answers, code) ? String(answers[code]).trim() || null : before;
  const result = words("result", row.result);
  const written = quantityIn(result ?? "");
  const number = typeof written?.value === "number" ? written.value : null;
  const unit = typeof written?.unit === "string" ? written.unit : null;
  return {
    result,
    ...(row.value !== null && result !== row.result && { value: number, unit }),
    items: row.items.map((item, index) => ({ ...item, answer: words(wordsCode(index), item.answer) })),
  };
}

/**
 * As `computeNew`, for an entry that is corrected: one of a measure without a form of its own keeps its numbers, and is
 * corrected in its words.
 */
export function computeAgain(row: Entry, answers: Answers | Readings, confirmed: boolean): Computed {
  const filled = filledOf(row);
  return filled.kind === "words"
    ? inWords(row, filled, answers)
    : computeNew(row.instrument, answers, confirmed);
}

import type { measurements } from "@/db/schema/dossier/measurements";
import type { Row } from "../part";
import { quantityIn } from "../parts/measurement-give";
import { instrumentOf } from "./catalogue";
import { type Answers, type Instrument, pointsOf } from "./instrument";
import { type PlainMeasure, plainMeasureOf, type Readings } from "./measuring";

type Measurement = Pick<
  Row<typeof measurements>,
  "instrument" | "items" | "total" | "value" | "unit" | "result"
>;

/**
 * How a measurement is filled in: by the items of an instrument, by readings, or, for what came from elsewhere and has
 * no form of its own, in the words it has (`result`, and `item-0`, `item-1` … for its lines).
 */
export type Filled =
  | { kind: "instrument"; instrument: Instrument; answers: Answers }
  | { kind: "plain"; reading: PlainMeasure; answers: Readings }
  | { kind: "words"; answers: Readings };

/** The answers an entry was made from. An item whose answer is not one of the instrument's is left open. */
function instrumentAnswers(instrument: Instrument, row: Measurement): Answers {
  if (instrument.items.length === 1 && row.items.length === 0) {
    const [item] = instrument.items;
    return item && row.total !== null && pointsOf(item, row.total) !== undefined
      ? { [item.code]: row.total }
      : {};
  }
  const found = instrument.items.flatMap((item): [string, string | number][] => {
    const line = row.items.find(({ code }) => code === item.code);
    if (line === undefined) return [];
    const option = item.options.find(({ label }) => label === line.answer);
    const answer = item.range === undefined ? option?.code : (line.score ?? undefined);
    return answer !== undefined && pointsOf(item, answer) !== undefined ? [[item.code, answer]] : [];
  });
  return Object.fromEntries(found);
}

function readingsOf(measure: PlainMeasure, row: Measurement): Readings {
  const found = measure.readings.flatMap(({ code, unit }): [string, number][] => {
    const line = row.items.find((item) => item.code === code);
    const written = quantityIn(line?.answer ?? "");
    const [number, its] = code === "value" ? [row.value, row.unit] : [written?.value, written?.unit];
    // A number in another unit (pounds, grams) is not the number this form asks for
    return typeof number === "number" && its === unit ? [[code, number]] : [];
  });
  return Object.fromEntries(found);
}

/** Under which code a line of an entry without a form of its own is filled in. */
export const wordsCode = (index: number): string => `item-${index}`;

/** How an entry is filled in again, to correct it. */
export function filledOf(row: Measurement): Filled {
  const instrument = instrumentOf(row.instrument);
  if (instrument !== undefined)
    return { kind: "instrument", instrument, answers: instrumentAnswers(instrument, row) };
  const measure = plainMeasureOf(row.instrument);
  if (measure !== undefined) return { kind: "plain", reading: measure, answers: readingsOf(measure, row) };
  const lines = row.items.map((item, index): [string, string] => [wordsCode(index), item.answer ?? ""]);
  return { kind: "words", answers: { result: row.result ?? "", ...Object.fromEntries(lines) } };
}

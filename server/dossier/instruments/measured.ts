import type { MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import type { Draft } from "../part";
import { type Item, pointsOf } from "./instrument";
import { MEASURES, type Measure, type MeasureCode } from "./measures";

/** An entry of a known measure, with nothing measured yet. */
export function measured(
  instrument: MeasureCode,
  moment: number,
  recordedBy?: string,
): Draft<typeof measurements> {
  const measure: Measure = MEASURES[instrument];
  const [codeSystem, code] = measure.codes[0] ?? [null, null];
  return {
    moment,
    category: measure.category,
    instrument,
    name: measure.label,
    code,
    codeSystem,
    result: null,
    value: null,
    unit: null,
    items: [],
    total: null,
    interpretation: null,
    method: null,
    bodySite: null,
    status: "final",
    note: null,
    ...(recordedBy !== undefined && { recordedBy }),
  };
}

/** An item with its answer as an entry keeps it: the words of the option, and its points. */
export function scoredItem(item: Item, answer: string | number): MeasuredItem {
  const option = item.options.find(({ code }) => code === answer);
  return {
    code: item.code,
    label: item.label,
    answer: option?.label ?? null,
    score: pointsOf(item, answer) ?? null,
  };
}

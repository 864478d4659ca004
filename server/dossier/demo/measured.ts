import type { measurements } from "@/db/schema/dossier/measurements";
import { MEASURES, type Measure, type MeasureCode } from "../instruments/measures";
import type { Draft } from "../part";

/** An entry of a known measure, with nothing measured yet. */
export function measured(
  instrument: MeasureCode,
  moment: number,
  recordedBy: string,
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
    recordedBy,
  };
}

import type { labResults } from "@/db/schema/dossier/lab-results";
import type { DemoPen } from "../demo-pen";
import { numberText } from "../fhir";
import type { Draft } from "../part";

type Entry = Draft<typeof labResults>;

const LOINC = "http://loinc.org";
const LABORATORY = "Klinisch chemisch laboratorium Meander";

/** A test: LOINC code, unit, normal range, and where results of the demo lie (times ten to the `digits`). */
interface Test {
  name: string;
  code: string;
  unit: string;
  low?: number;
  high?: number;
  spread: readonly [number, number];
  digits: number;
}

const test = (
  name: string,
  code: string,
  unit: string,
  range: readonly [number | undefined, number | undefined],
  spread: readonly [number, number],
  digits = 0,
): Test => ({ name, code, unit, low: range[0], high: range[1], spread, digits });

const PANELS: Readonly<Record<string, readonly Test[]>> = {
  Bloedbeeld: [
    test("Hemoglobine", "59260-0", "mmol/l", [7.5, 10], [62, 98], 1),
    test("Hematocriet", "4544-3", "l/l", [0.35, 0.45], [30, 46], 2),
    test("Leukocyten", "26464-8", "×10⁹/l", [4, 10], [38, 136], 1),
    test("Trombocyten", "26515-7", "×10⁹/l", [150, 400], [140, 390]),
    test("CRP", "1988-5", "mg/l", [undefined, 10], [1, 60]),
  ],
  "Nierfunctie en elektrolyten": [
    test("Kreatinine", "14682-9", "µmol/l", [50, 100], [55, 150]),
    test("eGFR (CKD-EPI)", "33914-3", "ml/min/1,73m²", [60, undefined], [38, 90]),
    test("Natrium", "2951-2", "mmol/l", [135, 145], [133, 146]),
    test("Kalium", "2823-3", "mmol/l", [3.5, 5], [32, 53], 1),
  ],
  Diabetescontrole: [
    test("Glucose nuchter", "14771-0", "mmol/l", [4, 6], [52, 118], 1),
    test("HbA1c", "59261-8", "mmol/mol", [undefined, 53], [40, 72]),
  ],
  "Schildklier en vitamines": [
    test("TSH", "3016-3", "mU/l", [0.4, 4], [2, 60], 1),
    test("Vitamine B12", "14685-8", "pmol/l", [145, 570], [110, 480]),
    test("Vitamine D (25-OH)", "14635-7", "nmol/l", [50, undefined], [28, 95]),
  ],
  Lithiumcontrole: [test("Lithium", "14334-7", "mmol/l", [0.6, 1], [4, 12], 1)],
};

const bare = {
  codeSystem: LOINC,
  result: null,
  value: null,
  comparator: null,
  unit: null,
  referenceLow: null,
  referenceHigh: null,
  reference: null,
  flag: null,
  panel: null,
  conclusion: null,
  note: null,
  performer: LABORATORY,
  status: "final",
} as const;

function rangeWords({ low, high }: Test): string {
  if (low === undefined) return `≤ ${numberText(high ?? 0)}`;
  return high === undefined ? `≥ ${numberText(low)}` : `${numberText(low)} – ${numberText(high)}`;
}

function resultOf(pen: DemoPen, asked: Test, shared: Pick<Entry, "moment" | "panel" | "requestedBy">): Entry {
  const measured = pen.int(...asked.spread) / 10 ** asked.digits;
  // The CRP assay reports everything under 5 as one answer
  const isBelow = asked.code === "1988-5" && measured < 5;
  const value = isBelow ? 5 : measured;
  const { low, high } = asked;
  const flag =
    low !== undefined && value < low ? "low" : high !== undefined && value > high ? "high" : "normal";
  return {
    ...bare,
    ...shared,
    kind: "test",
    test: asked.name,
    code: asked.code,
    result: `${isBelow ? "< " : ""}${numberText(value)} ${asked.unit}`,
    value,
    comparator: isBelow ? "<" : null,
    unit: asked.unit,
    referenceLow: low ?? null,
    referenceHigh: high ?? null,
    reference: rangeWords(asked),
    flag,
    specimen: "Bloed",
    recordedBy: LABORATORY,
  };
}

function urineCulture(pen: DemoPen, daysAgo: number): Entry[] {
  const shared = { moment: pen.daysAgo(daysAgo), requestedBy: pen.colleague("physician").name };
  const report = "Urinekweek met resistentiebepaling";
  return [
    {
      ...bare,
      ...shared,
      kind: "test",
      test: "Urinekweek",
      code: "630-4",
      result: "Escherichia coli, meer dan 10^5 kve/ml",
      flag: "abnormal",
      panel: report,
      specimen: "Urine (midstroom)",
      recordedBy: LABORATORY,
    },
    {
      ...bare,
      ...shared,
      kind: "report",
      test: report,
      code: "29576-6",
      conclusion:
        "Groei van Escherichia coli. Gevoelig voor nitrofurantoïne en fosfomycine, resistent voor amoxicilline en trimethoprim.",
      specimen: "Urine (midstroom)",
      recordedBy: LABORATORY,
    },
  ];
}

function panelsFor(pen: DemoPen): string[] {
  const names = Object.keys(PANELS);
  const isMental = pen.client.careKind === "ggz";
  if (pen.fill === "full") return names.filter((name) => isMental || name !== "Lithiumcontrole");
  const usual = isMental ? ["Lithiumcontrole", "Nierfunctie en elektrolyten"] : names.slice(0, 4);
  return pen.shuffle(usual).slice(0, pen.int(0, 3));
}

/** Blood tests in panels, repeated over time for `full`, and now and then a culture with its report. */
export function demoLabResults(pen: DemoPen): Entry[] {
  const full = pen.fill === "full";
  const rounds = full ? 3 : 1;
  const entries = panelsFor(pen).flatMap((panel) =>
    Array.from({ length: rounds }, (_, round) => {
      const shared = {
        moment: pen.daysAgo(pen.int(5, 60) + round * 120),
        panel,
        requestedBy: pen.colleague(pen.client.careKind === "home" ? "general-practitioner" : "physician")
          .name,
      };
      return (PANELS[panel] ?? []).map((asked) => resultOf(pen, asked, shared));
    }).flat(),
  );
  if (full || pen.chance(0.15)) entries.push(...urineCulture(pen, pen.int(20, 200)));
  const first = entries[0];
  if (full && first !== undefined) {
    entries[0] = { ...first, status: "preliminary", note: "Voorlopige uitslag, wordt herhaald." };
  }
  return entries;
}

import { ne } from "drizzle-orm";
import { labResults } from "@/db/schema/dossier/lab-results";
import { demoLabResults } from "../demo/lab-results";
import { definePart } from "../part";
import { takeLabResult } from "./lab-fhir";
import { giveLabResult } from "./lab-give";
import { OBSERVATION_STATUS } from "./observation";

const KIND = { test: "Bepaling", panel: "Groep bepalingen", report: "Rapport" } as const;
const FLAG = {
  normal: "Normaal",
  low: "Verlaagd",
  high: "Verhoogd",
  "critical-low": "Sterk verlaagd",
  "critical-high": "Sterk verhoogd",
  abnormal: "Afwijkend",
} as const;

/** Labresultaten: laboratory Observations and the DiagnosticReports they came in. */
export const labResultsPart = definePart({
  slug: "lab-results",
  label: "Labresultaten",
  singular: "labresultaat",
  table: labResults,
  columns: [
    {
      key: "moment",
      label: "Datum",
      kind: "moment",
      list: true,
      width: 18,
      write: { required: true, past: true, initial: { from: "now" } },
    },
    { key: "test", label: "Bepaling", kind: "text", list: true, width: 32, write: { required: true } },
    { key: "result", label: "Uitslag", kind: "text", list: true, width: 18, write: { required: true } },
    { key: "reference", label: "Referentie", kind: "text", list: true, width: 16, write: {} },
    {
      key: "flag",
      label: "Afwijking",
      kind: "code",
      codes: FLAG,
      list: true,
      filter: true,
      width: 16,
      write: {},
    },
    { key: "panel", label: "Onderdeel van", kind: "text", list: true, width: 28, write: {} },
    {
      key: "kind",
      label: "Soort",
      kind: "code",
      codes: KIND,
      filter: true,
      width: 18,
      write: { required: true, initial: "test" },
    },
    { key: "conclusion", label: "Conclusie", kind: "prose", width: 60, write: {} },
    { key: "value", label: "Waarde", kind: "number", width: 10, write: {} },
    { key: "comparator", label: "Teken", kind: "text", width: 8 },
    { key: "unit", label: "Eenheid", kind: "text", width: 12, write: { max: 40 } },
    { key: "referenceLow", label: "Ondergrens", kind: "number", width: 12, write: {} },
    { key: "referenceHigh", label: "Bovengrens", kind: "number", width: 12, write: {} },
    { key: "specimen", label: "Materiaal", kind: "text", width: 16, write: {} },
    { key: "requestedBy", label: "Aangevraagd door", kind: "text", width: 28, write: {} },
    { key: "performer", label: "Uitgevoerd door", kind: "text", width: 28, write: {} },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: OBSERVATION_STATUS,
      width: 16,
      write: { required: true, initial: "final" },
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
    { key: "code", label: "Code", kind: "text", width: 14 },
    { key: "codeSystem", label: "Codestelsel", kind: "text", width: 28 },
  ],
  dating: "moment",
  ending: "none",
  check: ({ referenceLow, referenceHigh }) =>
    referenceLow !== null && referenceHigh !== null && referenceHigh < referenceLow
      ? [{ path: "referenceHigh", problem: "bounds-crossed" }]
      : [],
  searchIn: ["test", "result", "panel", "conclusion"],
  current: (t) => ne(t.status, "entered-in-error"),
  currentExport: { omit: "Labresultaten horen niet bij het actuele dossier; kies Volledig dossier." },
  summary: (row) => {
    const detail = row.reference === null ? (row.conclusion ?? row.panel) : `Referentie ${row.reference}`;
    return {
      title: row.result === null ? row.test : `${row.test}: ${row.result}`,
      ...(detail !== null && { detail }),
      ...(row.flag !== null &&
        row.flag !== "normal" && {
          badge: {
            text: FLAG[row.flag],
            role: row.flag.startsWith("critical") ? ("danger" as const) : ("warning" as const),
          },
        }),
    };
  },
  fhir: { types: ["Observation", "DiagnosticReport"], take: takeLabResult, give: giveLabResult },
  merge: "dossier",
  demo: demoLabResults,
});

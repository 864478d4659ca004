import { ne } from "drizzle-orm";
import { measurements } from "@/db/schema/dossier/measurements";
import { demoMeasurements } from "../demo/measurements";
import { instrumentOf } from "../instruments/catalogue";
import { scoreProblems } from "../instruments/check";
import { bandOf } from "../instruments/instrument";
import { MEASURE_LABELS } from "../instruments/measures";
import { assertOn } from "../instruments/switches";
import { definePart } from "../part";
import { takeMeasurement } from "./measurement-fhir";
import { giveMeasurement } from "./measurement-give";
import { OBSERVATION_STATUS } from "./observation";

const CATEGORY = {
  vital: "Vitale functie",
  body: "Lichaamsmaat",
  score: "Meetinstrument",
  function: "Functioneren",
  other: "Overig",
} as const;

/** Metingen: vital signs, body measures, scores and functional status (FHIR Observation). */
export const measurementsPart = definePart({
  slug: "measurements",
  label: "Metingen",
  singular: "meting",
  table: measurements,
  columns: [
    {
      key: "moment",
      label: "Gemeten op",
      kind: "moment",
      list: true,
      width: 18,
      write: { required: true, past: true, initial: { from: "now" } },
    },
    { key: "name", label: "Meting", kind: "text", list: true, width: 26, write: { required: true } },
    { key: "result", label: "Uitslag", kind: "text", list: true, width: 22, write: { required: true } },
    { key: "interpretation", label: "Interpretatie", kind: "text", list: true, width: 36, write: {} },
    {
      key: "category",
      label: "Soort",
      kind: "code",
      codes: CATEGORY,
      list: true,
      filter: true,
      width: 18,
      write: { required: true, initial: "other" },
    },
    {
      key: "instrument",
      label: "Instrument",
      kind: "code",
      codes: MEASURE_LABELS,
      filter: true,
      width: 22,
      write: { required: true, initial: "other" },
    },
    { key: "value", label: "Waarde", kind: "number", width: 10, write: {} },
    { key: "unit", label: "Eenheid", kind: "text", width: 10, write: { max: 40 } },
    { key: "total", label: "Totaalscore", kind: "number", width: 12, write: {} },
    {
      key: "items",
      label: "Onderdelen",
      kind: "rows",
      width: 60,
      fields: [
        { key: "code", label: "Code", kind: "text" },
        { key: "label", label: "Onderdeel", kind: "text", write: { required: true } },
        { key: "answer", label: "Antwoord", kind: "text" },
        { key: "score", label: "Score", kind: "number" },
      ],
      singular: "onderdeel",
      write: {},
    },
    { key: "method", label: "Methode", kind: "text", width: 24, write: {} },
    { key: "bodySite", label: "Plaats", kind: "text", width: 18, write: {} },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: OBSERVATION_STATUS,
      width: 16,
      write: { required: true, initial: "final" },
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
    { key: "code", label: "Code", kind: "text", width: 18 },
    { key: "codeSystem", label: "Codestelsel", kind: "text", width: 28 },
  ],
  dating: "moment",
  ending: "none",
  check: scoreProblems,
  admit: assertOn,
  searchIn: ["name", "result", "interpretation", "note"],
  current: (t) => ne(t.status, "entered-in-error"),
  currentExport: "all",
  summary: (row) => {
    const instrument = instrumentOf(row.instrument);
    const attention = instrument && row.total !== null ? bandOf(instrument, row.total)?.attention : undefined;
    const detail = row.interpretation ?? row.note;
    return {
      title: row.result === null ? row.name : `${row.name}: ${row.result}`,
      ...(detail !== null && { detail }),
      ...(row.status === "entered-in-error"
        ? { badge: { text: OBSERVATION_STATUS[row.status], role: "neutral" as const } }
        : attention && { badge: { text: "Let op", role: attention } }),
    };
  },
  fhir: { types: ["Observation"], take: takeMeasurement, give: giveMeasurement },
  merge: "dossier",
  demo: demoMeasurements,
});

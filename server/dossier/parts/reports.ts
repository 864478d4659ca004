import { reports } from "@/db/schema/dossier/reports";
import { DISCIPLINES, EXPERTISES, oneOf } from "../codes";
import { demoReports } from "../demo/reports";
import { definePart } from "../part";
import { REPORT_CATEGORIES } from "./reports-codes";
import { takeReport } from "./reports-fhir";
import { giveReport, plainText } from "./reports-give";

const categoryLabel = (code: string): string => REPORT_CATEGORIES[oneOf(REPORT_CATEGORIES, code) ?? "other"];

/** Rapportages: nl-core-SOAPReport (Composition with its lines), or a clinical note as DocumentReference. */
export const reportsPart = definePart({
  slug: "reports",
  label: "Rapportages",
  singular: "rapportage",
  table: reports,
  columns: [
    {
      key: "moment",
      label: "Datum en tijd",
      kind: "moment",
      list: true,
      width: 18,
      write: { required: true, past: true, initial: { from: "now" } },
    },
    { key: "recordedBy", label: "Auteur", kind: "text", list: true, width: 30 },
    {
      key: "discipline",
      label: "Discipline",
      kind: "code",
      codes: DISCIPLINES,
      list: true,
      filter: true,
      width: 24,
      write: { required: true, initial: { from: "discipline" } },
    },
    {
      key: "category",
      label: "Categorie",
      kind: "code",
      codes: REPORT_CATEGORIES,
      list: true,
      filter: true,
      width: 22,
      write: { required: true, initial: "care" },
    },
    { key: "title", label: "Onderwerp", kind: "text", width: 32, write: {} },
    { key: "text", label: "Rapportage", kind: "prose", list: true, width: 80, write: {} },
    { key: "subjective", label: "Subjectief", kind: "prose", width: 48, write: {} },
    { key: "objective", label: "Objectief", kind: "prose", width: 48, write: {} },
    { key: "assessment", label: "Evaluatie", kind: "prose", width: 48, write: {} },
    { key: "plan", label: "Plan", kind: "prose", width: 48, write: {} },
    {
      key: "hidden",
      label: "Verborgen",
      kind: "flag",
      list: true,
      filter: true,
      width: 11,
      write: { initial: false, hint: "Alleen wie verborgen rapportages mag inzien, ziet deze rapportage." },
    },
    {
      key: "expertises",
      label: "Deskundigheden",
      kind: "codes",
      codes: EXPERTISES,
      width: 28,
      write: {
        hint: "Alleen wie een van deze deskundigheden heeft, ziet dit. Je eigen deskundigheid hoort erbij.",
      },
    },
  ],
  dating: "moment",
  ending: "none",
  check: (row) =>
    [row.text, row.subjective, row.objective, row.assessment, row.plan].some(Boolean)
      ? []
      : [{ path: "text", problem: "nothing-written" }],
  searchIn: ["title", "text", "subjective", "objective", "assessment", "plan", "recordedBy"],
  current: () => undefined,
  currentExport: "all",
  restricted: { hidden: true, expertises: true },
  summary: (row) => ({
    title: row.title ?? categoryLabel(row.category),
    detail: plainText(row),
    ...(row.hidden && { badge: { text: "Verborgen", role: "private" as const } }),
  }),
  fhir: {
    types: ["Composition", "DocumentReference"],
    take: takeReport,
    give: (row, { patient }) => giveReport(row, patient),
  },
  merge: "dossier",
  demo: demoReports,
});

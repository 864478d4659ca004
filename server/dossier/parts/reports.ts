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
    { key: "moment", label: "Datum en tijd", kind: "moment", list: true, width: 18 },
    { key: "recordedBy", label: "Auteur", kind: "text", list: true, width: 30 },
    {
      key: "discipline",
      label: "Discipline",
      kind: "code",
      codes: DISCIPLINES,
      list: true,
      filter: true,
      width: 24,
    },
    {
      key: "category",
      label: "Categorie",
      kind: "code",
      codes: REPORT_CATEGORIES,
      list: true,
      filter: true,
      width: 22,
    },
    { key: "title", label: "Onderwerp", kind: "text", width: 32 },
    { key: "text", label: "Rapportage", kind: "prose", list: true, width: 80 },
    { key: "subjective", label: "Subjectief", kind: "prose", width: 48 },
    { key: "objective", label: "Objectief", kind: "prose", width: 48 },
    { key: "assessment", label: "Evaluatie", kind: "prose", width: 48 },
    { key: "plan", label: "Plan", kind: "prose", width: 48 },
    { key: "hidden", label: "Verborgen", kind: "flag", list: true, filter: true, width: 11 },
    { key: "expertises", label: "Deskundigheden", kind: "codes", codes: EXPERTISES, width: 28 },
  ],
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
  merge: "move",
  demo: demoReports,
});

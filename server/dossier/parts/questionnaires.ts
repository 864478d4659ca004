import { ne } from "drizzle-orm";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { demoQuestionnaires } from "../demo/questionnaires";
import { definePart } from "../part";
import { giveQuestionnaire, takeQuestionnaire } from "./questionnaire-fhir";

const STATUS = {
  open: "Openstaand",
  completed: "Ingevuld",
  amended: "Gewijzigd",
  stopped: "Afgebroken",
  "entered-in-error": "Foutief ingevoerd",
} as const;

/** Vragenlijsten: filled in by the client, someone close or a colleague (FHIR QuestionnaireResponse). */
export const questionnairesPart = definePart({
  slug: "questionnaires",
  label: "Vragenlijsten",
  singular: "vragenlijst",
  table: questionnaires,
  columns: [
    { key: "title", label: "Vragenlijst", kind: "text", list: true, width: 36, write: { required: true } },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      filter: true,
      width: 16,
      write: { required: true, initial: "completed" },
    },
    { key: "filledInBy", label: "Ingevuld door", kind: "text", list: true, width: 30, write: {} },
    {
      key: "askedOn",
      label: "Gevraagd op",
      kind: "date",
      list: true,
      width: 14,
      write: { past: true, partial: true },
    },
    {
      key: "submittedAt",
      label: "Ingevuld op",
      kind: "moment",
      list: true,
      width: 18,
      write: { past: true },
    },
    { key: "edition", label: "Versie", kind: "text", width: 10 },
    {
      key: "questions",
      label: "Vragen en antwoorden",
      kind: "rows",
      width: 80,
      fields: [
        { key: "code", label: "Nummer", kind: "text", write: { required: true } },
        { key: "question", label: "Vraag", kind: "text", write: { required: true, max: 1_000 } },
        { key: "answer", label: "Antwoord", kind: "prose" },
      ],
      singular: "vraag",
      write: { max: 300 },
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
    { key: "canonical", label: "Kenmerk", kind: "text", width: 36 },
  ],
  dating: "submittedAt",
  ending: "none",
  searchIn: ["title", "filledInBy", "note"],
  current: (t) => ne(t.status, "entered-in-error"),
  currentExport: "all",
  summary: (row) => ({
    title: row.title,
    ...(row.filledInBy !== null && { detail: row.filledInBy }),
    ...(row.status === "open" && { badge: { text: STATUS.open, role: "info" as const } }),
  }),
  fhir: { types: ["QuestionnaireResponse"], take: takeQuestionnaire, give: giveQuestionnaire },
  merge: "care-plans",
  demo: demoQuestionnaires,
});

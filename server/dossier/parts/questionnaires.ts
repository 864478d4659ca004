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
    { key: "title", label: "Vragenlijst", kind: "text", list: true, width: 36 },
    { key: "status", label: "Status", kind: "code", codes: STATUS, list: true, filter: true, width: 16 },
    { key: "filledInBy", label: "Ingevuld door", kind: "text", list: true, width: 30 },
    { key: "askedOn", label: "Gevraagd op", kind: "date", list: true, width: 14 },
    { key: "submittedAt", label: "Ingevuld op", kind: "moment", list: true, width: 18 },
    { key: "edition", label: "Versie", kind: "text", width: 10 },
    {
      key: "questions",
      label: "Vragen en antwoorden",
      kind: "rows",
      width: 80,
      fields: [
        { key: "code", label: "Nummer", kind: "text" },
        { key: "question", label: "Vraag", kind: "text" },
        { key: "answer", label: "Antwoord", kind: "prose" },
      ],
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48 },
    { key: "canonical", label: "Kenmerk", kind: "text", width: 36 },
  ],
  searchIn: ["title", "filledInBy", "note"],
  current: (t) => ne(t.status, "entered-in-error"),
  currentExport: "all",
  summary: (row) => ({
    title: row.title,
    ...(row.filledInBy !== null && { detail: row.filledInBy }),
    ...(row.status === "open" && { badge: { text: STATUS.open, role: "info" as const } }),
  }),
  fhir: { types: ["QuestionnaireResponse"], take: takeQuestionnaire, give: giveQuestionnaire },
  merge: "move",
  demo: demoQuestionnaires,
});

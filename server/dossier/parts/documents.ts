import { eq } from "drizzle-orm";
import { documents } from "@/db/schema/dossier/documents";
import { demoDocuments } from "../demo/documents";
import { definePart } from "../part";
import { DOCUMENT_LABELS, giveDocument, takeDocument } from "./document-fhir";

const STATUS = {
  current: "Geldig",
  superseded: "Vervangen",
  "entered-in-error": "Foutief ingevoerd",
} as const;

/** Documenten: files of the dossier with their filing label (FHIR DocumentReference). */
export const documentsPart = definePart({
  slug: "documents",
  label: "Documenten",
  singular: "document",
  table: documents,
  columns: [
    { key: "title", label: "Titel", kind: "text", list: true, width: 40, write: { required: true } },
    {
      key: "label",
      label: "Label",
      kind: "code",
      codes: DOCUMENT_LABELS,
      list: true,
      filter: true,
      width: 24,
      write: { required: true },
    },
    {
      key: "writtenOn",
      label: "Datum",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, past: true, initial: { from: "today" } },
    },
    { key: "author", label: "Auteur", kind: "text", list: true, width: 30, write: {} },
    { key: "fileName", label: "Bestand", kind: "text", width: 36 },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      filter: true,
      width: 16,
      write: { required: true, initial: "current" },
    },
    { key: "mime", label: "Bestandstype", kind: "text", width: 18 },
    { key: "bytes", label: "Grootte (bytes)", kind: "number", width: 14 },
    { key: "sha256", label: "SHA-256", kind: "text", width: 66 },
    {
      key: "location",
      label: "Vindplaats elders",
      kind: "text",
      width: 36,
      write: { max: 500, hint: "Waar het document ligt als het bestand hier niet staat." },
    },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
  ],
  dating: "writtenOn",
  ending: "none",
  searchIn: ["title", "author", "fileName", "note"],
  current: (t) => eq(t.status, "current"),
  currentExport: { omit: "Documenten horen niet bij het actuele dossier; kies Volledig dossier." },
  summary: (row) => ({
    title: row.title,
    ...(row.author !== null && { detail: row.author }),
    ...(row.status !== "current"
      ? { badge: { text: STATUS[row.status], role: "neutral" as const } }
      : row.fileId === null && { badge: { text: "Bestand ontbreekt", role: "warning" as const } }),
  }),
  fhir: { types: ["DocumentReference"], take: takeDocument, give: giveDocument },
  merge: "care-plans",
  demo: demoDocuments,
});

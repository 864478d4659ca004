import { clientNotes } from "@/db/schema/client-records";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

/** Notes of the office. What is about care belongs in a report. */
export const notesKind = defineKind({
  slug: "notes",
  label: "Notities",
  singular: "notitie",
  empty:
    "Wat de administratie wil onthouden, komt hier te staan. Wat over de zorg gaat hoort in een rapportage.",
  page: "profile",
  table: clientNotes,
  fields: [
    { key: "subject", label: "Onderwerp", kind: "text", required: true },
    { key: "text", label: "Notitie", kind: "prose", required: true },
    ...periodFields(),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({ label: "Notitie", title: row.subject, notes: [row.text] }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  signed: true,
  sheet: "Cliënt",
  merge: "choose",
});

import { directives } from "@/db/schema/clients";
import { sentences } from "../sentences";
import { defineKind } from "./kind";

const KINDS = { treatment: "Behandelaanwijzing", advance: "Wilsverklaring" } as const;

/** Treatment limits and advance directives: part of the dossier, though they stand under Algemeen. */
export const directivesKind = defineKind({
  slug: "directives",
  label: "Behandelaanwijzingen en wilsverklaringen",
  singular: "behandelaanwijzing of wilsverklaring",
  empty: "Afspraken over behandelgrenzen en wilsverklaringen komen hier te staan.",
  page: "general",
  table: directives,
  fields: [
    { key: "kind", label: "Soort", kind: "code", codes: KINDS, required: true },
    { key: "subject", label: "Waarover", kind: "text", required: true, hint: "Bijvoorbeeld Reanimeren." },
    {
      key: "decision",
      label: "Besluit",
      kind: "text",
      required: true,
      hint: "Bijvoorbeeld Nee, of Ja, maar …",
    },
    { key: "note", label: "Toelichting", kind: "prose" },
    { key: "decidedOn", label: "Besloten op", kind: "date", partial: true, past: true },
    { key: "endedOn", label: "Geldt niet meer vanaf", kind: "date", partial: true, from: "decidedOn" },
  ],
  from: "decidedOn",
  until: "endedOn",
  line: (row) => ({
    label: KINDS[row.kind],
    title: `${row.subject}: ${row.decision}`,
    notes: [row.note ?? ""],
  }),
  sheetText: (row) => `${row.subject}: ${sentences(row.decision, row.note)}`,
  see: ["dossier.view"],
  write: "dossier.edit",
  tagged: true,
  sheet: "Cliënt",
  merge: "with-dossier",
});

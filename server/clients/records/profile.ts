import { clientProfile } from "@/db/schema/client-records";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

const ASPECTS = {
  communication: "Communicatie",
  preference: "Voorkeuren",
  habit: "Gewoonten",
  background: "Achtergrond",
  religion: "Geloof of levensovertuiging",
  other: "Anders",
} as const;

/** Who someone is: how to talk with them, what they like, where they come from. */
export const profileKind = defineKind({
  slug: "profile",
  label: "Profiel",
  singular: "profielgegeven",
  empty: "Geloof, achtergrond, communicatie en voorkeuren komen hier te staan.",
  page: "profile",
  table: clientProfile,
  fields: [
    { key: "aspect", label: "Onderwerp", kind: "code", codes: ASPECTS, required: true },
    { key: "text", label: "Omschrijving", kind: "prose", required: true },
    ...periodFields(),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({ label: "Profiel", title: ASPECTS[row.aspect], notes: [row.text] }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  sheet: "Cliënt",
  merge: "choose",
});

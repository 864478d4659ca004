import { clientServices } from "@/db/schema/client-records";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

/** Services besides care. */
export const servicesKind = defineKind({
  slug: "services",
  label: "Aanvullende diensten",
  singular: "aanvullende dienst",
  empty: "Was, maaltijden, kapper en andere diensten naast de zorg komen hier te staan.",
  page: "care",
  table: clientServices,
  fields: [
    { key: "service", label: "Dienst", kind: "text", required: true },
    { key: "provider", label: "Wie levert de dienst", kind: "text" },
    { key: "note", label: "Toelichting", kind: "prose" },
    ...periodFields(true),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({
    label: "Aanvullende dienst",
    title: row.service,
    notes: [row.provider ?? "", row.note ?? ""],
  }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  endsWithCare: true,
  sheet: "Cliënt",
  merge: "choose",
});

import { clientAppointments } from "@/db/schema/client-records";
import { CARE_AND_OFFICE, defineKind } from "./kind";

/** What is planned: when, with whom, where. */
export const appointmentsKind = defineKind({
  slug: "appointments",
  label: "Afspraken",
  singular: "afspraak",
  empty: "Wat er voor de cliënt gepland staat, komt hier te staan.",
  page: "planning",
  table: clientAppointments,
  fields: [
    { key: "subject", label: "Wat", kind: "text", required: true },
    { key: "withWhom", label: "Met wie", kind: "text" },
    { key: "startsAt", label: "Begin", kind: "moment", required: true },
    { key: "endsAt", label: "Einde", kind: "moment", from: "startsAt" },
    { key: "place", label: "Waar", kind: "text" },
    { key: "cancelledOn", label: "Afgezegd op", kind: "date", past: true, notAtFirst: true },
    { key: "note", label: "Toelichting", kind: "prose" },
  ],
  from: "startsAt",
  until: "endsAt",
  end: { verb: "Afzeggen", field: "cancelledOn" },
  line: (row) => ({
    label: row.cancelledOn ? "Afgezegde afspraak" : "Afspraak",
    title: row.subject,
    notes: [[row.withWhom, row.place].filter(Boolean).join(" · "), row.note ?? ""],
  }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  sheet: "Cliënt",
  merge: "move",
});

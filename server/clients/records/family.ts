import { familyMembers } from "@/db/schema/involved";
import { CARE_AND_OFFICE, defineKind, periodFields } from "./kind";

/** Family, informative only: no account, nothing is asked of them and nothing shared with them (DOMAIN.md 5). */
export const familyKind = defineKind({
  slug: "family",
  label: "Familie",
  singular: "familielid",
  empty: "Familieleden die het team wil kennen, komen hier te staan.",
  page: "family",
  table: familyMembers,
  fields: [
    { key: "name", label: "Naam", kind: "text", required: true },
    {
      key: "relation",
      label: "Relatie",
      kind: "text",
      required: true,
      hint: "Bijvoorbeeld dochter, broer of kleinzoon.",
    },
    { key: "phone", label: "Telefoon", kind: "phone" },
    { key: "email", label: "E-mail", kind: "email" },
    { key: "address", label: "Adres", kind: "text" },
    { key: "note", label: "Notitie", kind: "prose" },
    ...periodFields(),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({
    label: "Familielid",
    title: row.name,
    notes: [
      row.relation,
      [row.phone, row.email].filter(Boolean).join(" · "),
      row.address ?? "",
      row.note ?? "",
    ],
  }),
  see: CARE_AND_OFFICE,
  write: "client.manage",
  signed: true,
  sheet: "Contacten",
  merge: "move",
});

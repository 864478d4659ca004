import { contacts } from "@/db/schema/clients";
import { decidesAbout, REPRESENTATIONS, type Representation } from "@/server/access/representation";
import { defineKind, periodFields, WHOEVER_SEES_CLIENTS } from "./kind";

const POWERS = Object.fromEntries(
  Object.entries(REPRESENTATIONS).map(([code, { label }]) => [
    code,
    `${label}: ${decidesAbout(code as Representation)}`,
  ]),
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Family, friends and representatives, with their power. */
export const contactsKind = defineKind({
  slug: "contacts",
  label: "Contacten en vertegenwoordigers",
  singular: "contactpersoon",
  empty: "Familie, vertegenwoordigers en andere contacten komen hier te staan.",
  page: "general",
  table: contacts,
  fields: [
    { key: "name", label: "Naam", kind: "text", required: true },
    { key: "relation", label: "Relatie", kind: "text", hint: "Bijvoorbeeld dochter, echtgenoot of buurman." },
    { key: "role", label: "Rol", kind: "text", hint: "Bijvoorbeeld eerste contactpersoon." },
    {
      key: "representation",
      label: "Vertegenwoordigt de cliënt als",
      kind: "code",
      codes: POWERS,
      hint: "Dit bepaalt wie voor de cliënt mag beslissen.",
    },
    { key: "phone", label: "Telefoon", kind: "phone" },
    { key: "email", label: "E-mail", kind: "email" },
    { key: "address", label: "Adres", kind: "text" },
    { key: "note", label: "Toelichting", kind: "prose" },
    ...periodFields(),
  ],
  from: "fromDate",
  until: "untilDate",
  line: (row) => ({
    label: row.representation ? REPRESENTATIONS[row.representation].label : "",
    title: row.name,
    notes: [
      [row.relation, row.role].filter(Boolean).join(" · "),
      row.representation ? capital(decidesAbout(row.representation)) : "",
      [row.phone, row.email].filter(Boolean).join(" · "),
      row.address ?? "",
      row.note ?? "",
    ],
  }),
  rank: (row) => (/eerste/i.test(row.role ?? "") ? 0 : row.representation ? 1 : 2),
  see: WHOEVER_SEES_CLIENTS,
  write: "client.manage",
  tagged: true,
  sheet: "Contacten",
  merge: "choose",
});

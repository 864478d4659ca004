import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { contacts } from "@/db/schema/clients";
import { portalRelations } from "@/db/schema/portal";
import type { Ctx } from "@/server/access/perform";
import { decidesAbout, REPRESENTATIONS, type Representation } from "@/server/access/representation";
import { DomainError } from "@/server/core/errors";
import { type AnyRecord, defineKind, periodFields, WHOEVER_SEES_CLIENTS } from "./kind";
import { mayBeOneName } from "./same-name";

const POWERS = Object.fromEntries(
  Object.entries(REPRESENTATIONS).map(([code, { label }]) => [
    code,
    `${label}: ${decidesAbout(code as Representation)}`,
  ]),
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whether a new name would leave someone's way into the portal to another person: a representative's hangs on their
 * contact while it was not ended, also while no power is recorded, which may come back.
 */
export async function leavesPortalToAnother(
  db: Reader,
  before: { id: string; name: string },
  name: string,
): Promise<boolean> {
  if (mayBeOneName(before.name, name)) return false;
  const hangs = and(eq(portalRelations.contactId, before.id), isNull(portalRelations.endedAt));
  return (await db.$count(portalRelations, hangs)) > 0;
}

/** @throws DomainError `contact-in-portal` */
async function guard(
  ctx: Ctx,
  { before, after }: { before: AnyRecord; after: AnyRecord | undefined },
): Promise<void> {
  if (!after) return;
  const contact = { id: before.id, name: String(before.name) };
  if (await leavesPortalToAnother(ctx.db, contact, String(after.name)))
    throw new DomainError("contact-in-portal");
}

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
  guard,
  see: WHOEVER_SEES_CLIENTS,
  write: "client.manage",
  tagged: true,
  sheet: "Contacten",
  merge: "choose",
});

import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Representation } from "@/server/access/representation";
import type { OutReason } from "@/server/clients/person-fields";
import { locations } from "./access";

/** A person in care (cliënt), with the fields of the Dutch Patient profile. */
export const clients = sqliteTable(
  "clients",
  {
    id: text().primaryKey(),
    /** The client number people and addresses use, e.g. 10001 */
    number: integer().notNull(),
    firstNames: text("first_names"),
    initials: text(),
    /** The name used in daily life (roepnaam) */
    callName: text("call_name"),
    prefix: text(),
    lastName: text("last_name").notNull(),
    partnerPrefix: text("partner_prefix"),
    partnerLastName: text("partner_last_name"),
    /** How the names are put together: own name, partner's, own–partner, partner–own */
    nameUse: text("name_use").$type<"own" | "partner" | "own-partner" | "partner-own">().notNull(),
    /** The name lists are sorted by: the first of the last names in use, without its prefix, in lower case */
    sortName: text("sort_name")
      .notNull()
      .generatedAlwaysAs(
        sql`lower(CASE WHEN name_use IN ('partner', 'partner-own') THEN coalesce(partner_last_name, last_name) ELSE last_name END)`,
        { mode: "virtual" },
      ),
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` when not known more precisely */
    birthDate: text("birth_date"),
    /** `YYYY-MM-DD`, or an empty text when only the fact of death is known */
    deathDate: text("death_date"),
    gender: text().$type<"male" | "female" | "other" | "unknown">().notNull(),
    /** AES-256-GCM, and a keyed hash for equality search: never the number itself */
    bsnSealed: text("bsn_sealed"),
    bsnSearch: text("bsn_search"),
    maritalStatus: text("marital_status"),
    language: text(),
    nationality: text(),
    phone: text(),
    mobile: text(),
    email: text(),
    generalPractitioner: text("general_practitioner"),
    pharmacy: text(),
    insurer: text(),
    insuranceNumber: text("insurance_number"),
    inCareSince: text("in_care_since"),
    outOfCareSince: text("out_of_care_since"),
    outOfCareReason: text("out_of_care_reason").$type<OutReason>(),
    createdAt: integer("created_at").notNull(),
    changedAt: integer("changed_at").notNull(),
    /** The client this one was merged into: it is shown nowhere any more, and its number finds the other (`merges`) */
    mergedIntoId: text("merged_into_id"),
  },
  (t) => [
    uniqueIndex("clients_number").on(t.number),
    index("clients_bsn").on(t.bsnSearch).where(sql`bsn_search IS NOT NULL`),
    index("clients_birth_date").on(t.birthDate, t.number, t.mergedIntoId),
    index("clients_without_bsn")
      .on(t.number, t.outOfCareSince, t.id)
      .where(sql`bsn_search IS NULL AND bsn_sealed IS NULL AND merged_into_id IS NULL`),
    index("clients_sort_name").on(t.sortName, t.number, t.mergedIntoId),
    index("clients_merged").on(t.mergedIntoId, t.id).where(sql`merged_into_id IS NOT NULL`),
  ],
);

const clientId = () =>
  text("client_id")
    .notNull()
    .references(() => clients.id);

/** Where a client lives or is cared for, over time. Reach follows the current rows. */
export const clientLocations = sqliteTable(
  "client_locations",
  {
    id: text().primaryKey(),
    clientId: clientId(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    room: text(),
    fromDate: text("from_date").notNull(),
    untilDate: text("until_date"),
  },
  (t) => [
    // Holds all that reach goes by
    index("client_locations_client").on(t.clientId, t.locationId, t.fromDate, t.untilDate),
    index("client_locations_location").on(t.locationId, t.clientId, t.fromDate, t.untilDate),
  ],
);

export const clientAddresses = sqliteTable(
  "client_addresses",
  {
    id: text().primaryKey(),
    clientId: clientId(),
    kind: text().$type<"home" | "post" | "temporary">().notNull(),
    street: text(),
    houseNumber: text("house_number"),
    postcode: text(),
    city: text(),
    country: text(),
    fromDate: text("from_date"),
    untilDate: text("until_date"),
  },
  (t) => [index("client_addresses_client").on(t.clientId)],
);

/** People around a client: contacts, family, representatives. FHIR RelatedPerson. */
export const contacts = sqliteTable(
  "contacts",
  {
    id: text().primaryKey(),
    clientId: clientId(),
    name: text().notNull(),
    /** Dutch words: dochter, echtgenoot, buurman … */
    relation: text(),
    /** eerste contactpersoon, wettelijk vertegenwoordiger, mentor, curator … */
    role: text(),
    /** In which power they act for the client (server/clients/representation.ts) */
    representation: text().$type<Representation>(),
    phone: text(),
    email: text(),
    address: text(),
    note: text(),
    fromDate: text("from_date"),
    untilDate: text("until_date"),
  },
  (t) => [index("contacts_client").on(t.clientId)],
);

/** Treatment limits and advance directives (behandelaanwijzing, wilsverklaring). FHIR Consent. */
export const directives = sqliteTable(
  "directives",
  {
    id: text().primaryKey(),
    clientId: clientId(),
    kind: text().$type<"treatment" | "advance">().notNull(),
    /** What it is about, e.g. "Reanimeren" */
    subject: text().notNull(),
    /** Wat is besloten: "Nee", "Ja", "Ja, maar …" */
    decision: text().notNull(),
    note: text(),
    decidedOn: text("decided_on"),
    endedOn: text("ended_on"),
  },
  (t) => [index("directives_client").on(t.clientId)],
);

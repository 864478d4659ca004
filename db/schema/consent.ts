import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

/** Who the organisation exchanges data with (partij). A party that has ended stays: decisions were made about it. */
export const parties = sqliteTable("parties", {
  id: text().primaryKey(),
  createdAt: integer("created_at").notNull(),
  /** Epoch ms; from then on nothing goes to it */
  endedAt: integer("ended_at"),
  endReason: text("end_reason"),
  /** The order of the start set on the screen; a new party comes last */
  position: integer().notNull(),
});

/** What a party was, from a moment on. Rows are only added; the newest holds. */
export const partyVersions = sqliteTable(
  "party_versions",
  {
    id: text().primaryKey(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    version: integer().notNull(),
    name: text().notNull(),
    purpose: text().notNull(),
    basis: text().$type<"consent" | "objection" | "statutory">().notNull(),
    /** The law or rule that gives a basis other than consent */
    legalGround: text("legal_ground"),
    /** Codes of what it gets (`DATA_KINDS` in server/consent/data-kinds.ts) */
    gets: text({ mode: "json" }).$type<string[]>().notNull(),
    /** Gets the address list of clients for its questionnaires */
    addressList: integer("address_list", { mode: "boolean" }).notNull(),
    /** The newest version that changed what was consented to: a Ja from before it no longer counts */
    consentFrom: integer("consent_from").notNull(),
    since: integer().notNull(),
    changedBy: text("changed_by").notNull(),
    changedById: text("changed_by_id"),
  },
  (t) => [uniqueIndex("party_versions_party").on(t.partyId, t.version)],
);

/** What was decided about sharing with a party. Rows are only added: the history is the proof (AVG art. 7 lid 1). */
export const consentDecisions = sqliteTable(
  "consent_decisions",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    /** 1, 2, 3 … per client and party: two who decide at once cannot both be next */
    sequence: integer().notNull(),
    /** `withdrawn`: what was decided before no longer holds, and nothing came in its place */
    answer: text().$type<"yes" | "no" | "withdrawn">().notNull(),
    /** The version of the party it was about */
    partyVersion: integer("party_version").notNull(),
    decidedOn: text("decided_on").notNull(),
    fromDate: text("from_date").notNull(),
    /** The last day it counts; null: until something else is decided */
    untilDate: text("until_date"),
    /** Who decided, in words and as they were then: the client, a mentor, both parents */
    deciders: text({ mode: "json" }).$type<ConsentDecider[]>().notNull(),
    note: text(),
    recordedAt: integer("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedById: text("recorded_by_id"),
    requestKey: text("request_key").notNull().unique(),
  },
  (t) => [
    uniqueIndex("consent_decisions_client").on(t.clientId, t.partyId, t.sequence),
    index("consent_decisions_party").on(t.partyId, t.clientId, t.sequence),
    index("consent_decisions_until").on(t.untilDate),
  ],
);

/** The signed statement of a decision: the proof, a document in the dossier. */
export const consentStatements = sqliteTable(
  "consent_statements",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    decisionId: text("decision_id")
      .notNull()
      .references(() => consentDecisions.id),
    /** Id of the entry in `documents` */
    documentId: text("document_id").notNull(),
    addedAt: integer("added_at").notNull(),
    addedBy: text("added_by").notNull(),
    addedById: text("added_by_id"),
  },
  (t) => [
    index("consent_statements_decision").on(t.decisionId),
    index("consent_statements_client").on(t.clientId),
  ],
);

/** Someone who decided, as recorded with the decision. */
export interface ConsentDecider {
  kind: "client" | "representative";
  /** The contact, for a representative */
  contactId: string | null;
  name: string;
  /** In which capacity, in Dutch: "cliënt", "mentor", "ouder met gezag" */
  capacity: string;
}

import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { clients } from "./clients";

const record = () => ({
  id: text().primaryKey(),
  clientId: text("client_id")
    .notNull()
    .references(() => clients.id),
});

/**
 * What was known of a client before each change: of the person, and of every record around them. Rows are only added.
 * A record that was entered in error leaves its own table, so that nobody takes it for true, and stays here whole.
 */
export const clientVersions = sqliteTable(
  "client_versions",
  {
    ...record(),
    /** `person`, or the kind of record */
    kind: text().notNull(),
    /** Id of the record; of a person, that of the client */
    recordId: text("record_id").notNull(),
    /** From 1, of this record */
    version: integer().notNull(),
    action: text()
      .$type<
        "added" | "changed" | "ended" | "withdrawn" | "bsn-removed" | "out-of-care" | "back-in-care" | "moved"
      >()
      .notNull(),
    /** The row as it was before, without the search code of a BSN; null for what was added */
    before: text({ mode: "json" }).$type<Record<string, string | number | boolean | null>>(),
    reason: text(),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").notNull(),
    changedById: text("changed_by_id"),
    /** Made by the page: the same click twice is one change */
    requestKey: text("request_key").unique(),
    /** Of all that was asked; null before it was kept */
    requestDigest: text("request_digest"),
  },
  (t) => [
    index("client_versions_client").on(t.clientId, t.changedAt, t.version),
    uniqueIndex("client_versions_record").on(t.recordId, t.version),
  ],
);

/** Notes (notities) of the office about a client. */
export const clientNotes = sqliteTable(
  "client_notes",
  {
    ...record(),
    subject: text().notNull(),
    text: text().notNull(),
    fromDate: text("from_date"),
    untilDate: text("until_date"),
  },
  (t) => [index("client_notes_client").on(t.clientId)],
);

/** Who someone is besides ill: faith, background, how to talk with them, what they like (profiel). */
export const clientProfile = sqliteTable(
  "client_profile",
  {
    ...record(),
    aspect: text()
      .$type<"religion" | "background" | "communication" | "preference" | "habit" | "other">()
      .notNull(),
    text: text().notNull(),
    fromDate: text("from_date"),
    untilDate: text("until_date"),
  },
  (t) => [index("client_profile_client").on(t.clientId)],
);

/** Services besides care (aanvullende diensten): laundry, meals, hairdresser. */
export const clientServices = sqliteTable(
  "client_services",
  {
    ...record(),
    service: text().notNull(),
    provider: text(),
    note: text(),
    fromDate: text("from_date").notNull(),
    untilDate: text("until_date"),
  },
  (t) => [index("client_services_client").on(t.clientId)],
);

/** Pass links (paskoppelingen). Whether there ever was one decides what may be merged (DOMAIN.md 6). */
export const clientPasses = sqliteTable(
  "client_passes",
  {
    ...record(),
    number: text().notNull(),
    fromDate: text("from_date").notNull(),
    untilDate: text("until_date"),
  },
  (t) => [index("client_passes_client").on(t.clientId), index("client_passes_number").on(t.number)],
);

/** Appointments (planning). */
export const clientAppointments = sqliteTable(
  "client_appointments",
  {
    ...record(),
    subject: text().notNull(),
    withWhom: text("with_whom"),
    place: text(),
    note: text(),
    /** Epoch ms; the end is after the start */
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at"),
    /** The day it was called off */
    cancelledOn: text("cancelled_on"),
  },
  (t) => [index("client_appointments_client").on(t.clientId, t.startsAt)],
);

import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { clients } from "../clients";

const clientId = () =>
  text("client_id")
    .notNull()
    .references(() => clients.id);

/**
 * What an entry said before it was changed: the row as it was, whole. The part's own row is the newest version; these
 * are the ones before it, and they are never changed or removed but by the retention rules.
 */
export const entryVersions = sqliteTable(
  "entry_versions",
  {
    id: text().primaryKey(),
    clientId: clientId(),
    /** Slug of the part the entry is in */
    part: text().notNull(),
    entryId: text("entry_id").notNull(),
    /** The number of the version kept here, from 1 */
    version: integer().notNull(),
    /** The row as it was, by property name; who recorded it and when are in it */
    row: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** What made it an earlier version */
    change: text().$type<"corrected" | "ended" | "archived" | "restored">().notNull(),
    /** Why, in the words of who changed it */
    reason: text(),
    /** When the next version took its place (epoch ms), and who made that */
    replacedAt: integer("replaced_at").notNull(),
    replacedBy: text("replaced_by").notNull(),
    replacedById: text("replaced_by_id"),
  },
  (t) => [
    uniqueIndex("entry_versions_entry").on(t.entryId, t.version),
    index("entry_versions_client").on(t.clientId, t.part, t.entryId, t.version),
  ],
);

/** Which entry a request made: a double click or a repeated request stores once. */
export const entryRequests = sqliteTable(
  "entry_requests",
  {
    /** Id of the employee, or the kind of another actor */
    actor: text().notNull(),
    requestKey: text("request_key").notNull(),
    /** Of all that was asked; null before it was kept */
    requestDigest: text("request_digest"),
    clientId: clientId(),
    part: text().notNull(),
    entryId: text("entry_id").notNull(),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.requestKey] }),
    index("entry_requests_client").on(t.clientId),
    index("entry_requests_at").on(t.at),
  ],
);

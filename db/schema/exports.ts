import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Reason } from "@/server/core/errors";
import { clients } from "./clients";

/** An export someone asked for: a promise with dates in a row. The file may go; the trace stays. */
export const exports = sqliteTable(
  "exports",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    scope: text().$type<"complete" | "current">().notNull(),
    purpose: text().$type<"client-request" | "transfer" | "internal">().notNull(),
    purposeNote: text("purpose_note"),
    /** The day a client asked for a copy; the copy is due within a month */
    clientAskedOn: text("client_asked_on"),
    requestedById: text("requested_by_id").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: integer("requested_at").notNull(),
    /** Made by the page: the same click twice is one export */
    requestKey: text("request_key").notNull().unique(),
    /** Of all that was asked with that key; null from before digests were kept */
    requestDigest: text("request_digest"),
    status: text().$type<"pending" | "ready" | "failed">().notNull(),
    rowsKnown: integer("rows_known"),
    rowsDone: integer("rows_done").notNull().default(0),
    partUnderWay: text("part_under_way"),
    snapshotAt: integer("snapshot_at"),
    completedAt: integer("completed_at"),
    /** 24 hours after it was ready: from then on it is refused, whether the sweep has run or not */
    expiresAt: integer("expires_at"),
    bytes: integer(),
    /** The file's own random key, wrapped; overwritten and emptied when the export goes */
    wrappedKey: text("wrapped_key"),
    downloads: integer().notNull().default(0),
    failure: text().$type<Reason>(),
    failedAt: integer("failed_at"),
    deletedAt: integer("deleted_at"),
  },
  (t) => [
    index("exports_client").on(t.clientId, t.requestedAt),
    index("exports_expiry").on(t.expiresAt),
    uniqueIndex("exports_one_at_a_time").on(t.clientId).where(sql`status = 'pending'`),
  ],
);

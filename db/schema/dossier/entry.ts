import { integer, text } from "drizzle-orm/sqlite-core";
import { clients } from "../clients";

/**
 * The columns every dossier part has. A part's table adds its own, and an index on (client_id, moment, id),
 * by which lists and the export page through it.
 */
export const entryColumns = () => ({
  id: text().primaryKey(),
  clientId: text("client_id")
    .notNull()
    .references(() => clients.id),
  /** What the entry sorts by in time: written at, measured at, started on (epoch ms) */
  moment: integer().notNull(),
  recordedAt: integer("recorded_at").notNull(),
  /** Name and function as they were then: a colleague who left still wrote this */
  recordedBy: text("recorded_by").notNull(),
  recordedById: text("recorded_by_id"),
  /** 1 as first written; an imported entry with version 1 is still as it came */
  version: integer().notNull().default(1),
  /** Who made the newest version and when; null while it is as first written */
  changedAt: integer("changed_at"),
  changedBy: text("changed_by"),
  changedById: text("changed_by_id"),
  /** Archived: kept and readable, never current again. Nothing in a dossier is deleted by hand */
  archivedAt: integer("archived_at"),
  archivedBy: text("archived_by"),
  archiveReason: text("archive_reason"),
});

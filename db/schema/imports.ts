import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Reason } from "@/server/core/errors";
import { locations } from "./access";

/** An import someone asked for: its files while they are needed, then its counts and report. No contents of dossiers. */
export const imports = sqliteTable(
  "imports",
  {
    id: text().primaryKey(),
    requestedById: text("requested_by_id").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: integer("requested_at").notNull(),
    /** Made by the page: the same click twice is one import */
    requestKey: text("request_key").notNull().unique(),
    /** Of all that was asked */
    requestDigest: text("request_digest"),
    /** Where new clients are cared for */
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    /** `receiving`: files are coming in; `pending`: asked for or under way */
    status: text().$type<"receiving" | "pending" | "done" | "failed">().notNull(),
    startedAt: integer("started_at"),
    endedAt: integer("ended_at"),
    failure: text().$type<Reason>(),
    /** What it is at while pending; null before it begins */
    phase: text().$type<"reading" | "writing">(),
    bytesKnown: integer("bytes_known").notNull(),
    bytesDone: integer("bytes_done").notNull().default(0),
    /** Resources read so far; once all are read, how many there are */
    resourcesRead: integer("resources_read").notNull().default(0),
    resourcesDone: integer("resources_done").notNull().default(0),
    clientsKnown: integer("clients_known"),
    clientsDone: integer("clients_done").notNull().default(0),
    totals: text({ mode: "json" }).$type<ImportTotals>(),
    /** The lines the command prints, in Dutch */
    report: text({ mode: "json" }).$type<string[]>(),
  },
  (t) => [
    index("imports_requested").on(t.requestedAt),
    uniqueIndex("imports_one_at_a_time").on(t.status).where(sql`status = 'pending'`),
  ],
);

/** How many resources were read, what became of them, and what changed in dossiers. */
export interface ImportTotals {
  read: number;
  mapped: number;
  kept: number;
  refused: number;
  clients: number;
  created: number;
  added: number;
  changed: number;
  removed: number;
}

/** A file of an import: sealed on disk until the import ends, then shredded. */
export const importFiles = sqliteTable(
  "import_files",
  {
    id: text().primaryKey(),
    importId: text("import_id")
      .notNull()
      .references(() => imports.id),
    position: integer().notNull(),
    name: text().notNull(),
    bytes: integer().notNull(),
    /** The file's own random key, wrapped; null before it came in and after it was shredded */
    wrappedKey: text("wrapped_key"),
    receivedAt: integer("received_at"),
    deletedAt: integer("deleted_at"),
  },
  (t) => [uniqueIndex("import_files_position").on(t.importId, t.position)],
);

import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Measuring instruments an organisation switched off, or on again; without a row an instrument is on. */
export const instrumentSwitches = sqliteTable("instrument_switches", {
  /** Code of the instrument (`server/dossier/instruments/catalogue.ts`) */
  instrument: text().primaryKey(),
  enabled: integer({ mode: "boolean" }).notNull(),
  version: integer().notNull(),
  changedAt: integer("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
  changedById: text("changed_by_id").notNull(),
});

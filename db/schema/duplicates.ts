import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Reason } from "@/server/clients/match";
import type { CommonNames } from "@/server/clients/match/names";

/*
 * What is known of clients who may be one person. Rows are about two clients at once, so they have no `client_id`:
 * they belong to neither's dossier (nor export), and whoever is merged away drops out of them by being compared anew.
 */

/** Two clients who may be one person (the lower id first), as they were compared last. */
export const duplicatePairs = sqliteTable(
  "duplicate_pairs",
  {
    oneId: text("one_id").notNull(),
    otherId: text("other_id").notNull(),
    sameBsn: integer("same_bsn", { mode: "boolean" }).notNull(),
    bits: real().notNull(),
    /** By field how far they agree and what that is worth: never what was compared */
    reasons: text({ mode: "json" }).$type<readonly Reason[]>().notNull(),
    foundAt: integer("found_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index("duplicate_pairs_order").on(t.sameBsn, t.bits),
    index("duplicate_pairs_other").on(t.otherId),
  ],
);

/** Somebody looked: these two are not one person. It counts as long as what was compared of both stays the same. */
export const duplicateDecisions = sqliteTable(
  "duplicate_decisions",
  {
    oneId: text("one_id").notNull(),
    otherId: text("other_id").notNull(),
    decidedAt: integer("decided_at").notNull(),
    decidedById: text("decided_by_id").notNull(),
    decidedBy: text("decided_by").notNull(),
    /** Digest of what was compared of both */
    compared: text().notNull(),
    endedAt: integer("ended_at"),
    /** Their data changed, or somebody wanted to look at them again */
    ended: text().$type<"changed" | "reopened">(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index("duplicate_decisions_standing").on(t.decidedAt).where(sql`ended_at IS NULL`),
    index("duplicate_decisions_other").on(t.otherId),
  ],
);

/** Clients of whom something that is compared changed since they were compared; kept by triggers. */
export const duplicateChanges = sqliteTable("duplicate_changes", {
  /** Never given out twice: the same client again, changed meanwhile, has another */
  seq: integer().primaryKey({ autoIncrement: true }),
  oneId: text("one_id").notNull().unique(),
});

/** One row: how the comparison of all clients goes, and what it learnt. */
export const duplicateScan = sqliteTable("duplicate_scan", {
  id: integer().primaryKey(),
  askedAt: integer("asked_at"),
  startedAt: integer("started_at"),
  finishedAt: integer("finished_at"),
  failedAt: integer("failed_at"),
  /** How far the one under way is, in thousandths */
  progress: integer().notNull().default(0),
  /** Of the last that finished: clients compared, and how often names occur among them */
  people: integer().notNull().default(0),
  names: text({ mode: "json" }).$type<CommonNames>(),
});

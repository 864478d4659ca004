import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { PlainRow } from "@/server/clients/versions";
import type { MergeChoices } from "@/server/merge/input";
import type { Plan } from "@/server/merge/plan";
import { clients } from "./clients";

/** Two clients who were one person: which of them went on, by which choices, and whether that was undone. */
export const merges = sqliteTable(
  "merges",
  {
    id: text().primaryKey(),
    survivorId: text("survivor_id")
      .notNull()
      .references(() => clients.id),
    retiredId: text("retired_id")
      .notNull()
      .references(() => clients.id),
    choices: text({ mode: "json" }).$type<MergeChoices>().notNull(),
    /** What was previewed and carried out */
    plan: text({ mode: "json" }).$type<Plan>().notNull(),
    mergedAt: integer("merged_at").notNull(),
    mergedBy: text("merged_by").notNull(),
    mergedById: text("merged_by_id"),
    /** Made by the page: the same click twice is one merge */
    requestKey: text("request_key").notNull().unique(),
    requestDigest: text("request_digest").notNull(),
    /** The survivor's row of `clients` before the merge, and before it was undone: the history of personalia reads them */
    personBefore: text("person_before", { mode: "json" }).$type<PlainRow>().notNull(),
    personBeforeUndo: text("person_before_undo", { mode: "json" }).$type<PlainRow>(),
    undoneAt: integer("undone_at"),
    undoneBy: text("undone_by"),
    undoneById: text("undone_by_id"),
    /** As `requestKey`, of the undoing */
    undoKey: text("undo_key").unique(),
  },
  (t) => [
    // Nobody is merged away twice, whoever clicks at the same moment.
    uniqueIndex("merges_retired").on(t.retiredId).where(sql`undone_at IS NULL`),
    index("merges_survivor").on(t.survivorId, t.mergedAt),
  ],
);

/**
 * Which rows were whose before a merge, some hundreds at a time: what is in none of these was made since. Read back by
 * an unmerge only.
 */
export const mergeRows = sqliteTable(
  "merge_rows",
  {
    mergeId: text("merge_id")
      .notNull()
      .references(() => merges.id),
    /** SQL name of the table */
    table: text("table_name").notNull(),
    slice: integer().notNull(),
    /** `made`: by the merge itself */
    origin: text().$type<"survivor" | "retired" | "made">().notNull(),
    /** Keys of the rows (`keyOf` in server/merge/claims.ts) */
    keys: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.table, t.slice] })],
);

/** What else a merge changed of a row than whose it is: the columns as they were before and as they became. */
export const mergeChanges = sqliteTable(
  "merge_changes",
  {
    mergeId: text("merge_id")
      .notNull()
      .references(() => merges.id),
    table: text("table_name").notNull(),
    key: text().notNull(),
    /** By SQL column name */
    before: text({ mode: "json" }).$type<Record<string, string | number | null>>().notNull(),
    after: text({ mode: "json" }).$type<Record<string, string | number | null>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.table, t.key] })],
);

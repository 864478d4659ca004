import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * What the authenticator app of someone with an account holds too (RFC 6238). One that counts, and one that was begun
 * and is not confirmed yet, at most.
 */
export const secondFactors = sqliteTable(
  "second_factors",
  {
    id: text().primaryKey(),
    holderKind: text("holder_kind").$type<"employee" | "portal">().notNull(),
    /** An employee's id, or that of a portal account */
    holderId: text("holder_id").notNull(),
    /** The seed, encrypted with a key outside the database */
    seedSealed: text("seed_sealed").notNull(),
    /** Epoch ms; null: begun, and worth nothing yet */
    confirmedAt: integer("confirmed_at"),
    /** The newest stretch of 30 seconds (counted from 1970) whose code was used: it and older ones are used up */
    lastStep: integer("last_step"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("second_factors_one").on(t.holderKind, t.holderId).where(sql`confirmed_at IS NOT NULL`),
    uniqueIndex("second_factors_begun").on(t.holderKind, t.holderId).where(sql`confirmed_at IS NULL`),
  ],
);

/** Codes for who lost the app, each good for once. Only a keyed hash is stored. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    hash: text().primaryKey(),
    holderKind: text("holder_kind").$type<"employee" | "portal">().notNull(),
    holderId: text("holder_id").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [index("recovery_codes_holder").on(t.holderKind, t.holderId)],
);

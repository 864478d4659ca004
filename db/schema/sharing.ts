import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DossierRole } from "@/server/access/dossier-roles";
import { employees } from "./access";
import { clients } from "./clients";

/** Who has which role in a dossier. A change ends one row and adds the next, so that the past stays readable. */
export const dossierRoles = sqliteTable(
  "dossier_roles",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    employeeId: text("employee_id")
      .notNull()
      .references(() => employees.id),
    role: text().$type<DossierRole>().notNull(),
    /** Amsterdam calendar days; the until-day itself no longer counts */
    fromDate: text("from_date").notNull(),
    untilDate: text("until_date"),
    givenAt: integer("given_at").notNull(),
    /** Name and function as they were then */
    givenBy: text("given_by").notNull(),
    givenById: text("given_by_id"),
    endedAt: integer("ended_at"),
    endedBy: text("ended_by"),
    endReason: text("end_reason").$type<DossierRoleEnd>(),
  },
  (t) => [
    index("dossier_roles_employee").on(t.employeeId, t.clientId, t.role, t.fromDate, t.untilDate, t.endedAt),
    index("dossier_roles_client").on(t.clientId),
    uniqueIndex("dossier_roles_one").on(t.clientId, t.employeeId).where(sql`ended_at IS NULL`),
    // What the signal about dossiers without an owner reads, and nothing besides: no row is looked up.
    index("dossier_roles_owners")
      .on(t.clientId, t.employeeId, t.fromDate, t.untilDate)
      .where(sql`role = 'owner' AND ended_at IS NULL`),
    // At most one, whoever writes at the same moment.
    uniqueIndex("dossier_roles_owner").on(t.clientId).where(sql`role = 'owner' AND ended_at IS NULL`),
  ],
);

/** Why a row ended. */
export type DossierRoleEnd = "removed" | "left" | "changed" | "transferred" | "account-disabled" | "merged";

/** A dossier opened by the emergency procedure: one client, one hour, and somebody else's review. */
export const emergencyAccesses = sqliteTable(
  "emergency_accesses",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    employeeId: text("employee_id")
      .notNull()
      .references(() => employees.id),
    employeeName: text("employee_name").notNull(),
    reason: text().notNull(),
    openedAt: integer("opened_at").notNull(),
    /** The newest row of the log (sequence) when it was opened: what comes after it tells how late it has been */
    openedAfter: integer("opened_after").notNull().default(0),
    /** Epoch ms; from then the dossier is closed again */
    until: integer().notNull(),
    reviewedAt: integer("reviewed_at"),
    reviewedBy: text("reviewed_by"),
    reviewedById: text("reviewed_by_id"),
    verdict: text().$type<"justified" | "not-justified">(),
    reviewNote: text("review_note"),
  },
  (t) => [
    index("emergency_accesses_employee").on(t.employeeId, t.until, t.clientId),
    index("emergency_accesses_client").on(t.clientId),
    index("emergency_accesses_open").on(t.openedAt).where(sql`reviewed_at IS NULL`),
  ],
);

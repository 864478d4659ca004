import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { employees } from "./access";
import { portalAccounts } from "./portal";

/** A signed-in browser. The cookie only names the row; the row decides, at every call. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    /** Whose it is: an employee's, or that of someone with a portal account; never both */
    employeeId: text("employee_id").references(() => employees.id),
    portalAccountId: text("portal_account_id").references(() => portalAccounts.id),
    /**
     * `password`: only the first factor was given, nothing but the second may follow; `proved`: both were, and it waits
     * to be exchanged; `full`: signed in
     */
    stage: text().$type<"password" | "proved" | "full">().notNull(),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    /** The last moment this person proved who they are (password, second factor) */
    provedAt: integer("proved_at").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [
    index("sessions_employee").on(t.employeeId),
    index("sessions_portal_account").on(t.portalAccountId),
    check("sessions_one_holder", sql`(employee_id IS NULL) <> (portal_account_id IS NULL)`),
  ],
);

/** Failed sign-ins per account and per address, as keyed hashes; survives a restart. */
export const throttles = sqliteTable("throttles", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  firstAt: integer("first_at").notNull(),
  lockedUntil: integer("locked_until").notNull().default(0),
});

/** Single-use links (set-up of the first administrator, activation, new password). Only the hash of the code is stored. */
export const accountLinks = sqliteTable(
  "account_links",
  {
    codeHash: text("code_hash").primaryKey(),
    purpose: text()
      .$type<"set-up" | "activation" | "new-password" | "portal-activation" | "portal-password">()
      .notNull(),
    /** Whose account it opens; the set-up link makes its own */
    employeeId: text("employee_id"),
    /** Whose account in the portal it opens */
    portalAccountId: text("portal_account_id"),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [
    index("account_links_employee").on(t.employeeId),
    index("account_links_portal_account").on(t.portalAccountId),
  ],
);

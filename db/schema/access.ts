import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { TaskId } from "@/server/access/tasks";

/** The location tree (locatiegram). The code is what people and addresses use. */
export const locations = sqliteTable("locations", {
  id: text().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  parentId: text("parent_id"),
});

export const employees = sqliteTable(
  "employees",
  {
    id: text().primaryKey(),
    /** Lower case; the sign-in name */
    email: text().notNull(),
    name: text().notNull(),
    /** Function title as people know it, e.g. "verzorgende" */
    title: text().notNull(),
    expertises: text({ mode: "json" }).$type<string[]>().notNull(),
    /** argon2id; null until the account is activated */
    passwordHash: text("password_hash"),
    demo: integer({ mode: "boolean" }).notNull().default(false),
    disabledAt: integer("disabled_at"),
    createdAt: integer("created_at").notNull(),
    /** Of the request that made them: the same key with other content is refused; null when nobody asked by a form */
    requestDigest: text("request_digest"),
    /** Counts changes: whoever changes sends along what they saw */
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex("employees_email").on(t.email)],
);

export const roles = sqliteTable("roles", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  version: integer().notNull().default(1),
});

export const roleTasks = sqliteTable(
  "role_tasks",
  {
    roleId: text("role_id")
      .notNull()
      .references(() => roles.id),
    task: text().$type<TaskId>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.task] })],
);

/** A role with its reach: everywhere, a location and everything under it, or nowhere (only what is shared). */
export const grants = sqliteTable(
  "grants",
  {
    id: text().primaryKey(),
    employeeId: text("employee_id")
      .notNull()
      .references(() => employees.id),
    roleId: text("role_id")
      .notNull()
      .references(() => roles.id),
    everywhere: integer({ mode: "boolean" }).notNull().default(false),
    locationId: text("location_id").references(() => locations.id),
  },
  (t) => [index("grants_employee").on(t.employeeId), index("grants_role").on(t.roleId)],
);

import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** DSM classifications, carried by Condition. */
export const dsm = sqliteTable(
  "dsm",
  {
    ...entryColumns(),
    code: text(),
    description: text().notNull(),
    edition: text().notNull(),
    isMain: integer("is_main", { mode: "boolean" }).notNull().default(false),
    /** Severity, course and other specifiers in words */
    specifier: text(),
    status: text().$type<"active" | "remission" | "resolved">().notNull(),
    certainty: text().$type<"confirmed" | "provisional" | "refuted">().notNull(),
    archived: integer({ mode: "boolean" }).notNull().default(false),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    note: text(),
  },
  (t) => [index("dsm_client").on(t.clientId, t.moment, t.id)],
);

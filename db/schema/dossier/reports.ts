import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Reports (rapportages): free text or SOAP, possibly hidden or bound to expertises. */
export const reports = sqliteTable(
  "reports",
  {
    ...entryColumns(),
    category: text().notNull(),
    discipline: text().notNull(),
    title: text(),
    /** Free text; null when the report is written as SOAP */
    text: text(),
    subjective: text(),
    objective: text(),
    assessment: text(),
    plan: text(),
    hidden: integer({ mode: "boolean" }).notNull().default(false),
    /** Codes of the expertises it is bound to; empty: for everyone */
    expertises: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [index("reports_client").on(t.clientId, t.moment, t.id)],
);

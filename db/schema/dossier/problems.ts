import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Problems, complaints and diagnoses, after nl-core-Problem (zib Problem 4.4). */
export const problems = sqliteTable(
  "problems",
  {
    ...entryColumns(),
    name: text().notNull(),
    kind: text().notNull(),
    status: text().$type<"active" | "remission" | "inactive" | "resolved">().notNull(),
    certainty: text().$type<"confirmed" | "provisional" | "refuted">().notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    /** Anatomical location with its side, in words */
    bodySite: text("body_site"),
    codeSystem: text("code_system"),
    code: text(),
    note: text(),
    /** Codes of the expertises it is bound to; empty: for everyone */
    expertises: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [index("problems_client").on(t.clientId, t.moment, t.id)],
);

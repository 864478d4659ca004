import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Allergies and intolerances, after nl-core-AllergyIntolerance. */
export const allergies = sqliteTable(
  "allergies",
  {
    ...entryColumns(),
    substance: text().notNull(),
    substanceCode: text("substance_code"),
    category: text().notNull(),
    status: text().$type<"active" | "inactive" | "resolved" | "refuted">().notNull(),
    criticality: text().$type<"low" | "high" | "unknown">().notNull(),
    severity: text().$type<"mild" | "moderate" | "severe">(),
    reaction: text(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    note: text(),
  },
  (t) => [index("allergies_client").on(t.clientId, t.moment, t.id)],
);

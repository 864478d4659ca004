import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** Episodes of care: one health question followed in time, after nl-core-EpisodeOfCare. */
export const episodes = sqliteTable(
  "episodes",
  {
    ...entryColumns(),
    name: text().notNull(),
    status: text().$type<"planned" | "active" | "paused" | "finished" | "cancelled">().notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    diagnosis: text(),
    icpc: text(),
    responsible: text(),
    note: text(),
    /** Codes of the expertises it is bound to; empty: for everyone */
    expertises: text({ mode: "json" }).$type<string[]>().notNull(),
  },
  (t) => [index("episodes_client").on(t.clientId, t.moment, t.id)],
);

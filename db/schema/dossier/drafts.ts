import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { employees } from "../access";
import { clients } from "../clients";

const mine = () => ({
  employeeId: text("employee_id")
    .notNull()
    .references(() => employees.id),
  clientId: text("client_id")
    .notNull()
    .references(() => clients.id),
  /** Slug of the part */
  part: text().notNull(),
});

/** What someone was writing when the connection, the tab or the session ended; theirs only, and no dossier yet. */
export const drafts = sqliteTable(
  "drafts",
  {
    ...mine(),
    /** The entry being corrected; empty for a new one */
    entryId: text("entry_id").notNull(),
    /** The version it corrects; 0 for a new entry */
    version: integer().notNull(),
    /** What the form held, unchecked, by column key */
    values: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    savedAt: integer("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.clientId, t.part, t.entryId] }),
    index("drafts_client").on(t.clientId),
    index("drafts_saved").on(t.savedAt),
  ],
);

/** Until when someone has seen a part of a client's dossier: what was written since is new to them. */
export const partVisits = sqliteTable(
  "part_visits",
  {
    ...mine(),
    /** Moment of the list they saw (epoch ms) */
    seenAt: integer("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.clientId, t.part] }),
    index("part_visits_client").on(t.clientId),
  ],
);

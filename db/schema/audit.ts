import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The audit log: the NEN 7513 groups of each event, a gapless sequence, and a chain of HMACs.
 * Rows are only added (triggers in `db/extras.ts`); no health data and no search text in any of them.
 */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    sequence: integer().primaryKey(),
    at: integer().notNull(),
    event: text().notNull(),
    /** Create, Read, Update, Delete, Execute */
    action: text().$type<"C" | "R" | "U" | "D" | "E">().notNull(),
    outcome: text().$type<"done" | "refused" | "failed">().notNull(),
    /** `employee:<id>`, `systeem`, `opdrachtregel`, `anoniem` */
    actor: text().notNull(),
    actorName: text("actor_name").notNull(),
    role: text(),
    onBehalfOf: text("on_behalf_of"),
    clientId: text("client_id"),
    /** JSON array of `kind:id` of what was touched */
    objects: text({ mode: "json" }).$type<string[]>().notNull(),
    purpose: text(),
    /** The task that allowed it */
    task: text(),
    emergency: integer({ mode: "boolean" }).notNull(),
    /** Where the act came in: `web`, `engine`, `command` */
    accessPoint: text("access_point").notNull(),
    /** Network address or host of the source */
    source: text(),
    /** A reason from a closed list, or counts; never contents */
    detail: text(),
    keyId: text("key_id").notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index("audit_entries_client").on(t.clientId, t.sequence),
    index("audit_entries_actor").on(t.actor, t.sequence),
    index("audit_entries_event").on(t.event, t.sequence),
    index("audit_entries_at").on(t.at),
  ],
);

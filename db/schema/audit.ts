import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Deviation } from "@/server/audit/chain";

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
  // Each index holds all that the log is filtered by, newest last: a question asked of a million rows reads
  // one stretch of one index, and the rows themselves only for the page that is shown (`server/audit/query.ts`).
  (t) => [
    index("audit_entries_client").on(
      ...[t.clientId, t.sequence, t.at, t.event, t.actor, t.outcome, t.emergency],
    ),
    index("audit_entries_actor").on(
      ...[t.actor, t.sequence, t.at, t.event, t.clientId, t.outcome, t.emergency],
    ),
    index("audit_entries_event").on(
      ...[t.event, t.sequence, t.at, t.actor, t.clientId, t.outcome, t.emergency],
    ),
    index("audit_entries_at").on(t.at, t.sequence),
    index("audit_entries_not_done")
      .on(t.outcome, t.sequence, t.at, t.event, t.actor, t.clientId, t.emergency)
      .where(sql`outcome <> 'done'`),
    index("audit_entries_emergency")
      .on(t.emergency, t.sequence, t.at, t.event, t.actor, t.clientId, t.outcome)
      .where(sql`emergency = 1`),
    // Who signs in is nobody yet: the row names the employee among what it touches.
    index("audit_entries_sign_in")
      .on(t.objects, t.sequence, t.at, t.event, t.actor, t.clientId, t.outcome, t.emergency)
      .where(sql`event = 'sign-in'`),
  ],
);

/** Each recomputation of the whole log by the product itself: how far it came and what it found. */
export const auditChecks = sqliteTable("audit_checks", {
  id: text().primaryKey(),
  /** `employee:<id>`, or `systeem` for the daily one */
  requestedBy: text("requested_by").notNull(),
  startedAt: integer("started_at").notNull(),
  /** Null while it goes on */
  endedAt: integer("ended_at"),
  /** Rows gone through so far, and right */
  rows: integer().notNull().default(0),
  checkpoints: integer(),
  /** Null: nothing wrong, or not known yet; `failed`: the check itself did not come to an end */
  deviation: text().$type<Deviation["what"] | "failed">(),
  deviationSequence: integer("deviation_sequence"),
});

import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { MailState } from "@/server/mail/input";
import type { MailKind } from "@/server/mail/templates";

/**
 * Outgoing mail. Address and body are sealed with the installation's key; the body is wiped once nothing is to be done
 * with it any more. What stays, for 30 days, is that a mail of this kind was sent there, and when.
 */
export const mails = sqliteTable(
  "mails",
  {
    id: text().primaryKey(),
    kind: text().$type<MailKind>().notNull(),
    /** Whom it is about, when that is an employee: their page shows how it went */
    employeeId: text("employee_id"),
    toSealed: text("to_sealed"),
    bodySealed: text("body_sealed"),
    state: text().$type<MailState>().notNull(),
    attempts: integer().notNull().default(0),
    queuedAt: integer("queued_at").notNull(),
    /** When someone had it tried anew: giving up after a day counts from here */
    retriedAt: integer("retried_at"),
    nextAttemptAt: integer("next_attempt_at"),
    /** What it says is of no use after this moment: it is then not sent any more */
    usefulUntil: integer("useful_until"),
    endedAt: integer("ended_at"),
    /** Why the last attempt did not work: a word of a closed list, never a server's own sentence */
    problem: text(),
    /** The same request is one mail, however often it is asked */
    requestKey: text("request_key").notNull(),
    /** One of very many: it goes when nothing else waits */
    bulk: integer({ mode: "boolean" }).notNull().default(false),
  },
  (t) => [
    uniqueIndex("mails_request_key").on(t.requestKey),
    index("mails_due").on(t.bulk, t.state, t.nextAttemptAt),
    index("mails_ended").on(t.endedAt).where(sql`ended_at IS NOT NULL`),
    index("mails_useful").on(t.usefulUntil).where(sql`useful_until IS NOT NULL`),
    index("mails_employee").on(t.employeeId, t.queuedAt),
  ],
);

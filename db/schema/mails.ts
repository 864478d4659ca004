import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { MailKind } from "@/server/mail/templates";

/**
 * Outgoing mail. Address and body are sealed with the installation's key and wiped once nothing is to be done with
 * them any more; what stays is that a mail of this kind was sent, and when.
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
    /**
     * `queued` waits · `sending` is under way · `sent` · `failed` did not go yet and is tried again · `final` will not
     * go any more · `uncertain` may have gone: nobody sends it twice without looking
     */
    state: text().$type<"queued" | "sending" | "sent" | "failed" | "final" | "uncertain">().notNull(),
    attempts: integer().notNull().default(0),
    queuedAt: integer("queued_at").notNull(),
    nextAttemptAt: integer("next_attempt_at"),
    /** What it says is of no use after this moment: it is then not sent any more */
    usefulUntil: integer("useful_until"),
    endedAt: integer("ended_at"),
    /** Why the last attempt did not work: a word of a closed list, never a server's own sentence */
    problem: text(),
    /** The same request is one mail, however often it is asked */
    requestKey: text("request_key").notNull(),
  },
  (t) => [
    uniqueIndex("mails_request_key").on(t.requestKey),
    index("mails_due").on(t.state, t.nextAttemptAt),
    index("mails_employee").on(t.employeeId, t.queuedAt),
  ],
);

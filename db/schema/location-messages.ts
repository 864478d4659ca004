import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { MessageState, NoticeState, RecipientState } from "@/server/caren/kinds";
import { employees, locations } from "./access";
import { clients } from "./clients";
import { portalAccounts } from "./portal";

/** A message to everyone linked to clients of one location and what is under it, or to all within the sender's reach. */
export const locationMessages = sqliteTable(
  "location_messages",
  {
    id: text().primaryKey(),
    senderId: text("sender_id")
      .notNull()
      .references(() => employees.id),
    /** Name and function as they were then */
    sender: text().notNull(),
    /** Plain text */
    body: text().notNull(),
    /** Null: all clients within the sender's reach */
    locationId: text("location_id").references(() => locations.id),
    /** The location's name as it was then; null with the location */
    locationName: text("location_name"),
    state: text().$type<MessageState>().notNull(),
    createdAt: integer("created_at").notNull(),
    /** Epoch ms from which it may go; null: at once */
    scheduledAt: integer("scheduled_at"),
    startedAt: integer("started_at"),
    sentAt: integer("sent_at"),
    withdrawnAt: integer("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
    withdrawReason: text("withdraw_reason"),
    /** Why it stopped halfway: a word of a closed list (right withdrawn, options off) */
    stopped: text(),
    /** What the sender saw and confirmed: clients and accounts at that moment */
    expectedClients: integer("expected_clients").notNull(),
    expectedAccounts: integer("expected_accounts").notNull(),
    /** Ids of the locations it went to when it was written; null: everywhere */
    places: text({ mode: "json" }).$type<readonly string[]>(),
    /** Collecting recipients: all clients up to this id are done; null: not begun, empty again: all are */
    cursor: text(),
    collectedAt: integer("collected_at"),
    /** How many recipients there are, and with how many it is done, one way or the other */
    total: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    /** Made by the page: the same click twice is one message */
    requestKey: text("request_key").notNull().unique(),
    requestDigest: text("request_digest").notNull(),
  },
  (t) => [
    index("location_messages_created").on(t.createdAt),
    index("location_messages_sender").on(t.senderId, t.createdAt),
    index("location_messages_due").on(t.scheduledAt).where(sql`started_at IS NULL AND withdrawn_at IS NULL`),
  ],
);

/** One person about one client in a message: in the portal exactly once, by the primary key. */
export const locationMessageRecipients = sqliteTable(
  "location_message_recipients",
  {
    messageId: text("message_id")
      .notNull()
      .references(() => locationMessages.id),
    accountId: text("account_id")
      .notNull()
      .references(() => portalAccounts.id),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    /** The relation by which it is theirs */
    relationId: text("relation_id"),
    state: text().$type<RecipientState>().notNull(),
    deliveredAt: integer("delivered_at"),
    readAt: integer("read_at"),
    /** Not delivered: a word of a closed list (unlinked, moved away, account off) */
    skipped: text(),
    /** The notice by mail: one a person and message, on the row of the first client. Follows its mail by a trigger */
    notice: text().$type<NoticeState>().notNull(),
    noticeAt: integer("notice_at"),
    mailId: text("mail_id"),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.accountId, t.clientId] }),
    index("location_message_recipients_account").on(t.accountId, t.deliveredAt),
    index("location_message_recipients_client").on(t.clientId, t.messageId),
    index("location_message_recipients_mail").on(t.mailId).where(sql`mail_id IS NOT NULL`),
  ],
);

/** What is being written and is not sent yet, of one sender for one location (empty: for all in reach). */
export const locationMessageDrafts = sqliteTable(
  "location_message_drafts",
  {
    employeeId: text("employee_id")
      .notNull()
      .references(() => employees.id),
    locationId: text("location_id").notNull().default(""),
    body: text().notNull(),
    savedAt: integer("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.locationId] })],
);

import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { CarenCommand, CarenDriver, InvitationEnd } from "@/server/caren/kinds";
import { clients } from "./clients";
import { portalRelations } from "./portal";

/** How Caren is reached and what may be sent there: one row, `caren`. Who holds which link is a relation of the portal. */
export const carenSettings = sqliteTable("caren_settings", {
  id: text().primaryKey(),
  driver: text().$type<CarenDriver>().notNull().default("embedded"),
  /** Communication options: location messages to the network of a client, and to the client and who represents them */
  messagesToNetwork: integer("messages_to_network", { mode: "boolean" }).notNull().default(false),
  messagesToClient: integer("messages_to_client", { mode: "boolean" }).notNull().default(false),
  changedAt: integer("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
  version: integer().notNull().default(1),
});

/** An invitation: a letter with a code. Ended rows stay, without the letter. */
export const carenInvitations = sqliteTable(
  "caren_invitations",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    /** Keyed hash of the code; the code itself is only in the letter */
    codeHash: text("code_hash").notNull().unique(),
    madeAt: integer("made_at").notNull(),
    /** Name and function as they were then */
    madeBy: text("made_by").notNull(),
    madeById: text("made_by_id"),
    /** Epoch ms; from then the code opens nothing, whether or not the end has been noted */
    expiresAt: integer("expires_at").notNull(),
    /** Where the letter went, as it was on it: street, postal code and place */
    address: text().notNull(),
    /** The letter's sealed file, and its own wrapped key; both null once it is destroyed */
    letterFile: text("letter_file").unique(),
    letterKey: text("letter_key"),
    letterBytes: integer("letter_bytes"),
    endedAt: integer("ended_at"),
    ended: text().$type<InvitationEnd>(),
    endedBy: text("ended_by"),
    /** Redeemed: the link that came of it, when the portal is ours */
    relationId: text("relation_id").references(() => portalRelations.id),
    /** Made by the page: the same click twice is one invitation */
    requestKey: text("request_key").unique(),
  },
  (t) => [
    index("caren_invitations_client").on(t.clientId, t.madeAt),
    index("caren_invitations_due").on(t.expiresAt).where(sql`ended_at IS NULL`),
    uniqueIndex("caren_invitations_open").on(t.clientId).where(sql`ended_at IS NULL`),
  ],
);

/** What is still to be told to a Caren elsewhere. Brought away by a job; ended rows say how that went. */
export const carenCommands = sqliteTable(
  "caren_commands",
  {
    id: text().primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    kind: text().$type<CarenCommand>().notNull(),
    /** Id of the invitation or link it is about */
    subjectId: text("subject_id").notNull(),
    reason: text(),
    askedAt: integer("asked_at").notNull(),
    askedBy: text("asked_by").notNull(),
    attempts: integer().notNull().default(0),
    endedAt: integer("ended_at"),
    ended: text().$type<"done" | "failed">(),
  },
  (t) => [
    index("caren_commands_client").on(t.clientId),
    index("caren_commands_open").on(t.askedAt).where(sql`ended_at IS NULL`),
  ],
);

import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { RelationKind } from "@/server/access/relations";
import type { CarenRole } from "@/server/caren/kinds";
import { clients } from "./clients";

/** A person outside the organisation with an account of their own in the portal: one person, perhaps several clients. */
export const portalAccounts = sqliteTable(
  "portal_accounts",
  {
    id: text().primaryKey(),
    /** Lower case; the sign-in name */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id; null until the account is activated */
    passwordHash: text("password_hash"),
    demo: integer({ mode: "boolean" }).notNull().default(false),
    /** Epoch ms of the explicit yes at the first sign-in (DOMAIN.md 5); null: nothing is shown before it */
    agreedAt: integer("agreed_at"),
    disabledAt: integer("disabled_at"),
    /** Whether a mail tells them of a new message */
    messageNotices: integer("message_notices", { mode: "boolean" }).notNull().default(true),
    createdAt: integer("created_at").notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex("portal_accounts_email").on(t.email)],
);

/** What someone with a portal account is to a client, and how long. Ended rows stay: they say who could look when. */
export const portalRelations = sqliteTable(
  "portal_relations",
  {
    id: text().primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => portalAccounts.id),
    clientId: text("client_id")
      .notNull()
      .references(() => clients.id),
    kind: text().$type<RelationKind>().notNull(),
    /** The name whoever invited them typed; null (made before it was kept): that of the account */
    name: text(),
    /** Dutch words: dochter, buurvrouw, casemanager … */
    relation: text(),
    /** The contact whose recorded power makes someone a representative */
    contactId: text("contact_id"),
    /** Of a network member, who holds a Caren link by this row: beheerder or member */
    carenRole: text("caren_role").$type<CarenRole>(),
    madeAt: integer("made_at").notNull(),
    madeBy: text("made_by").notNull(),
    madeById: text("made_by_id"),
    endedAt: integer("ended_at"),
    endedBy: text("ended_by"),
    endReason: text("end_reason"),
  },
  (t) => [
    index("portal_relations_account").on(t.accountId),
    index("portal_relations_client").on(t.clientId),
    uniqueIndex("portal_relations_one").on(t.accountId, t.clientId, t.kind).where(sql`ended_at IS NULL`),
  ],
);

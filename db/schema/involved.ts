import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { GivenAnswers } from "@/server/questionnaires/input";
import { clients } from "./clients";
import { documents } from "./dossier/documents";
import { portalRelations } from "./portal";
import { profileQuestionnaires } from "./questionnaires";

const about = () => ({
  id: text().primaryKey(),
  clientId: text("client_id")
    .notNull()
    .references(() => clients.id),
});

const withPerson = () =>
  text("relation_id")
    .notNull()
    .references(() => portalRelations.id);

/** A questionnaire asked of someone in the portal. What was answered half-way stands here and is no dossier yet. */
export const activities = sqliteTable(
  "activities",
  {
    ...about(),
    relationId: withPerson(),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => profileQuestionnaires.id),
    /** The edition it was asked in: what is being filled in never changes under anyone's hands */
    edition: integer().notNull(),
    title: text().notNull(),
    instruction: text(),
    askedAt: integer("asked_at").notNull(),
    askedBy: text("asked_by").notNull(),
    askedById: text("asked_by_id").notNull(),
    /** Amsterdam calendar day; on the day itself it is in time */
    dueOn: text("due_on").notNull(),
    /** The day from which a reminder goes out, once */
    remindOn: text("remind_on").notNull(),
    remindedAt: integer("reminded_at"),
    /** What is answered so far, unchecked; emptied once it is in the dossier or withdrawn */
    answers: text({ mode: "json" }).$type<GivenAnswers>(),
    startedAt: integer("started_at"),
    savedAt: integer("saved_at"),
    submittedAt: integer("submitted_at"),
    /** Of the answers that were handed in: the same once more is the same */
    submitDigest: text("submit_digest"),
    /** The entry of the part questionnaires it became */
    entryId: text("entry_id"),
    withdrawnAt: integer("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
    requestKey: text("request_key").notNull().unique(),
    requestDigest: text("request_digest").notNull(),
  },
  (t) => [
    index("activities_client").on(t.clientId, t.askedAt),
    index("activities_relation").on(t.relationId),
    index("activities_remind")
      .on(t.remindOn)
      .where(sql`reminded_at IS NULL AND submitted_at IS NULL AND withdrawn_at IS NULL`),
  ],
);

/** A document of the dossier shown to someone in the portal, until that is ended. */
export const documentReleases = sqliteTable(
  "document_releases",
  {
    ...about(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    relationId: withPerson(),
    releasedAt: integer("released_at").notNull(),
    releasedBy: text("released_by").notNull(),
    releasedById: text("released_by_id").notNull(),
    endedAt: integer("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [
    index("document_releases_client").on(t.clientId),
    index("document_releases_relation").on(t.relationId),
    uniqueIndex("document_releases_one").on(t.documentId, t.relationId).where(sql`ended_at IS NULL`),
  ],
);

/** Family, for who cares to know: no account, nothing is shared with them (DOMAIN.md 5). */
export const familyMembers = sqliteTable(
  "family_members",
  {
    ...about(),
    name: text().notNull(),
    relation: text().notNull(),
    phone: text(),
    email: text(),
    address: text(),
    note: text(),
    fromDate: text("from_date"),
    untilDate: text("until_date"),
  },
  (t) => [index("family_members_client").on(t.clientId)],
);

import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Definition } from "@/server/questionnaires/input";

/** Profile questionnaires an organisation makes: the concept that is worked on, and which edition holds now. */
export const profileQuestionnaires = sqliteTable("profile_questionnaires", {
  id: text().primaryKey(),
  /** Title of the newest edition, or of the concept when none was published */
  title: text().notNull(),
  /** The next edition while it is worked on; null when there is none */
  concept: text({ mode: "json" }).$type<Definition>(),
  /** The newest published edition; 0 before the first */
  edition: integer().notNull().default(0),
  /** Epoch ms; from then no new one is filled in */
  endedAt: integer("ended_at"),
  version: integer().notNull().default(1),
  /** Sent twice, a new one is made once */
  requestKey: text("request_key").unique(),
  /** Of all that was asked when it was made */
  requestDigest: text("request_digest"),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
  changedById: text("changed_by_id"),
});

/** Published editions: never changed, so that each answer keeps the questions it was given to. */
export const profileQuestionnaireEditions = sqliteTable(
  "profile_questionnaire_editions",
  {
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => profileQuestionnaires.id),
    edition: integer().notNull(),
    definition: text({ mode: "json" }).$type<Definition>().notNull(),
    publishedAt: integer("published_at").notNull(),
    publishedBy: text("published_by").notNull(),
    publishedById: text("published_by_id"),
  },
  (t) => [primaryKey({ columns: [t.questionnaireId, t.edition] })],
);

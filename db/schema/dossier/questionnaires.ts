import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** A question with the answer given; `code` is the link id within the questionnaire. */
export interface AskedQuestion {
  code: string;
  question: string;
  answer: string | null;
  /** The answer as it was given, for lists of our own: number, yes/no, day, codes of options (`server/questionnaires`) */
  value?: string | number | boolean | string[];
}

/** Questionnaires filled in by the client, a person close to them, or a colleague. */
export const questionnaires = sqliteTable(
  "questionnaires",
  {
    ...entryColumns(),
    title: text().notNull(),
    /** Version of the questionnaire; `version` is that of the entry */
    edition: text(),
    /** Canonical address of the questionnaire, without version */
    canonical: text(),
    status: text().$type<"open" | "completed" | "amended" | "stopped" | "entered-in-error">().notNull(),
    filledInBy: text("filled_in_by"),
    questions: text({ mode: "json" }).$type<AskedQuestion[]>().notNull(),
    askedOn: text("asked_on"),
    /** Epoch ms; null while open */
    submittedAt: integer("submitted_at"),
    note: text(),
  },
  (t) => [index("questionnaires_client").on(t.clientId, t.moment, t.id)],
);

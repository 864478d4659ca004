import type { profileQuestionnaires } from "@/db/schema/questionnaires";

type Row = typeof profileQuestionnaires.$inferSelect;

/** `concept`: never published · `published`: filled in now · `ended`: not any more. */
export type QuestionnaireState = "concept" | "published" | "ended";

/** A questionnaire in the list under Beheer. Times are epoch milliseconds. */
export interface QuestionnaireLine {
  id: string;
  title: string;
  state: QuestionnaireState;
  /** The newest published edition; 0 when there is none */
  edition: number;
  /** Questions in the concept, when one is worked on */
  conceptQuestions: number | null;
  endedAt: number | null;
  version: number;
  changedAt: number;
  changedBy: string;
}

/** A row as the list shows it. */
export function questionnaireLine(row: Row): QuestionnaireLine {
  const state = row.endedAt !== null ? "ended" : row.edition === 0 ? "concept" : "published";
  return {
    id: row.id,
    title: row.title,
    state,
    edition: row.edition,
    conceptQuestions: row.concept?.questions.length ?? null,
    endedAt: row.endedAt,
    version: row.version,
    changedAt: row.changedAt,
    changedBy: row.changedBy,
  };
}

import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

export interface LifeStoryChapter {
  topic: string;
  text: string;
}

/** The client's own story (cliëntverhaal), told in chapters. */
export const lifeStory = sqliteTable(
  "life_story",
  {
    ...entryColumns(),
    title: text().notNull(),
    /** Who the client is in a few sentences */
    introduction: text(),
    chapters: text({ mode: "json" }).$type<LifeStoryChapter[]>().notNull(),
    /** Who told it: the client, a daughter */
    toldBy: text("told_by"),
  },
  (t) => [index("life_story_client").on(t.clientId, t.moment, t.id)],
);

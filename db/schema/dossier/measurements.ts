import { index, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

/** One line of a measurement: an item of a score, or a component such as the systolic pressure. */
export interface MeasuredItem {
  code: string | null;
  label: string;
  answer: string | null;
  score: number | null;
}

/** Measurements: vital signs, body measures, scores and functional status (zib VitalSigns, scales, functions). */
export const measurements = sqliteTable(
  "measurements",
  {
    ...entryColumns(),
    category: text().$type<"vital" | "body" | "score" | "function" | "other">().notNull(),
    /** A key of `MEASURES` (`server/dossier/instruments/measures.ts`), or `other` */
    instrument: text().notNull(),
    /** As the source calls it */
    name: text().notNull(),
    code: text(),
    codeSystem: text("code_system"),
    /** As a person reads it: `72,4 kg`, `138/82 mmHg`, `14 punten` */
    result: text(),
    value: real(),
    unit: text(),
    items: text({ mode: "json" }).$type<MeasuredItem[]>().notNull(),
    /** Sum score of a scale */
    total: real(),
    interpretation: text(),
    method: text(),
    bodySite: text("body_site"),
    status: text()
      .$type<"final" | "preliminary" | "amended" | "cancelled" | "entered-in-error" | "unknown">()
      .notNull(),
    note: text(),
  },
  (t) => [
    index("measurements_client").on(t.clientId, t.moment, t.id),
    index("measurements_instrument").on(t.clientId, t.instrument, t.moment),
  ],
);

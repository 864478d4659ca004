import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

export interface RestraintEvaluation {
  /** `YYYY-MM-DD` */
  date: string | null;
  by: string | null;
  text: string;
}

/** Involuntary care and other restraints, after nl-core-FreedomRestrictingIntervention (zib 1.0). */
export const restraints = sqliteTable(
  "restraints",
  {
    ...entryColumns(),
    intervention: text().notNull(),
    interventionCode: text("intervention_code"),
    kind: text().notNull(),
    legalBasis: text("legal_basis").notNull(),
    /** The decision behind it: a care authorisation, a mentor's mandate */
    legalGround: text("legal_ground"),
    status: text().$type<"planned" | "active" | "paused" | "ended" | "not-applied">().notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    schedule: text(),
    /** The serious harm (ernstig nadeel) it prevents */
    reason: text(),
    alternatives: text(),
    /** Able to decide on this matter (ter zake wilsbekwaam); null: not recorded */
    capable: integer({ mode: "boolean" }),
    capableNote: text("capable_note"),
    assents: text({ mode: "json" }).$type<string[]>().notNull(),
    /** Whether the client resists (verzet); null: not recorded */
    resistance: integer({ mode: "boolean" }),
    responsible: text(),
    evaluateOn: text("evaluate_on"),
    evaluations: text({ mode: "json" }).$type<RestraintEvaluation[]>().notNull(),
    note: text(),
  },
  (t) => [
    index("restraints_client").on(t.clientId, t.moment, t.id),
    index("restraints_evaluate").on(t.status, t.evaluateOn, t.id, t.archivedAt, t.clientId),
  ],
);

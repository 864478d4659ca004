import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryColumns } from "./entry";

export interface CareAction {
  action: string;
  /** Who does it: a discipline, a person, the client */
  who: string | null;
  /** In words: `dagelijks`, `2 keer per week` */
  frequency: string | null;
  status: string;
}

export interface CareEvaluation {
  /** `YYYY-MM-DD` or less precise */
  date: string | null;
  by: string | null;
  text: string;
}

export interface CareGoal {
  goal: string;
  domain: string;
  status: string;
  targetDate: string | null;
  actions: CareAction[];
  evaluations: CareEvaluation[];
}

/** Care and treatment plans, after CarePlan with nl-core-TreatmentObjective (Goal). */
export const carePlans = sqliteTable(
  "care_plans",
  {
    ...entryColumns(),
    title: text().notNull(),
    status: text().$type<"draft" | "active" | "paused" | "completed" | "stopped">().notNull(),
    domain: text().notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    evaluateOn: text("evaluate_on"),
    reason: text(),
    /** With whom the plan was made and agreed: client, daughter, mentor */
    agreedWith: text("agreed_with"),
    goals: text({ mode: "json" }).$type<CareGoal[]>().notNull(),
    /** Actions that serve the plan as a whole */
    actions: text({ mode: "json" }).$type<CareAction[]>().notNull(),
    note: text(),
  },
  (t) => [
    index("care_plans_client").on(t.clientId, t.moment, t.id),
    // Each holds all that a signal goes by, so that only the plans shown are read themselves.
    index("care_plans_evaluate").on(t.status, t.evaluateOn, t.id, t.archivedAt, t.clientId),
    index("care_plans_ended").on(t.status, t.endedOn, t.id, t.archivedAt, t.clientId),
  ],
);

import type { CareAction, carePlans } from "@/db/schema/dossier/care-plans";
import { oneOf } from "../codes";
import type { FhirElement, FhirResource } from "../fhir";
import { ownConcept, ownExtensions } from "../fhir-own";
import type { Row } from "../part";
import { ACTION_STATUS, CARE_DOMAINS, GOAL_STATUS, type GoalStatus } from "./care-plans-codes";

const ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";

const PLAN_STATUS: Readonly<Record<Row<typeof carePlans>["status"], string>> = {
  draft: "draft",
  active: "active",
  paused: "on-hold",
  completed: "completed",
  stopped: "revoked",
};
const ACTION: Readonly<Record<keyof typeof ACTION_STATUS, string>> = {
  planned: "not-started",
  running: "in-progress",
  done: "completed",
  stopped: "stopped",
};
/** Life cycle and achievement of each goal status. */
const GOAL: Readonly<Record<GoalStatus, { cycle: string; achievement?: string }>> = {
  planned: { cycle: "planned" },
  running: { cycle: "active", achievement: "in-progress" },
  "at-risk": { cycle: "active", achievement: "worsening" },
  achieved: { cycle: "completed", achievement: "achieved" },
  "not-achieved": { cycle: "completed", achievement: "not-achieved" },
  stopped: { cycle: "cancelled" },
};

function activity(action: CareAction, goal?: FhirElement): FhirElement {
  return {
    detail: {
      status: ACTION[oneOf(ACTION_STATUS, action.status) ?? "running"],
      description: action.action,
      goal: goal && [goal],
      scheduledString: action.frequency ?? undefined,
      performer: action.who === null ? undefined : [{ display: action.who }],
    },
  };
}

/** A plan as CarePlan, followed by a Goal for each goal; evaluations are the goal's notes. */
export function givePlan(row: Row<typeof carePlans>, patient: { reference: string }): FhirResource[] {
  const goals = row.goals.map((goal, index) => ({ ...goal, id: `${row.id}-goal-${index + 1}` }));
  const references = goals.map(({ id }) => ({ reference: `Goal/${id}`, type: "Goal" }));
  const plan: FhirResource = {
    resourceType: "CarePlan",
    id: row.id,
    extension: ownExtensions({ "evaluate-on": row.evaluateOn, "agreed-with": row.agreedWith }),
    status: PLAN_STATUS[row.status],
    intent: "plan",
    category: [ownConcept("care-domain", CARE_DOMAINS, row.domain)],
    title: row.title,
    subject: patient,
    period: { start: row.startedOn ?? undefined, end: row.endedOn ?? undefined },
    created: new Date(row.recordedAt).toISOString(),
    author: { display: row.recordedBy },
    addresses: row.reason === null ? undefined : [{ display: row.reason }],
    goal: references.length === 0 ? undefined : references,
    activity: [
      ...row.actions.map((action) => activity(action)),
      ...goals.flatMap(({ actions }, index) => actions.map((action) => activity(action, references[index]))),
    ],
    note: row.note === null ? undefined : [{ text: row.note }],
  };
  return [
    plan,
    ...goals.map((goal): FhirResource => {
      const { cycle, achievement } = GOAL[oneOf(GOAL_STATUS, goal.status) ?? "running"];
      return {
        resourceType: "Goal",
        id: goal.id,
        lifecycleStatus: cycle,
        achievementStatus: achievement && { coding: [{ system: ACHIEVEMENT, code: achievement }] },
        category: [ownConcept("care-domain", CARE_DOMAINS, goal.domain)],
        description: { text: goal.goal },
        subject: patient,
        target: goal.targetDate === null ? undefined : [{ dueDate: goal.targetDate }],
        note: goal.evaluations.map(({ date, by, text }) => ({
          time: date ?? undefined,
          authorString: by ?? undefined,
          text,
        })),
      };
    }),
  ];
}

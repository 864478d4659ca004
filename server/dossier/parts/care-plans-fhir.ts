import type { CareAction, CareEvaluation, CareGoal, carePlans } from "@/db/schema/dossier/care-plans";
import {
  choiceOf,
  codingOf,
  elementsOf,
  type FhirElement,
  type FhirResource,
  noteOf,
  quantityText,
  rangeText,
  referenceOf,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { ownCode, ownValue } from "../fhir-own";
import { dateOf, instantOf, periodOf } from "../fhir-time";
import type { Draft, TakeContext } from "../part";
import { type ACTION_STATUS, CARE_DOMAINS, type GoalStatus } from "./care-plans-codes";

type Plan = Draft<typeof carePlans>;

const ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";

const PLAN_OF: Readonly<Record<string, Plan["status"]>> = {
  draft: "draft",
  active: "active",
  "on-hold": "paused",
  completed: "completed",
  revoked: "stopped",
  "entered-in-error": "stopped",
};
const ACTION_OF: Readonly<Record<string, keyof typeof ACTION_STATUS>> = {
  "not-started": "planned",
  scheduled: "planned",
  "in-progress": "running",
  "on-hold": "planned",
  completed: "done",
  cancelled: "stopped",
  stopped: "stopped",
  "entered-in-error": "stopped",
};

/** The status of a goal: its achievement where that decides, else its place in the life cycle. */
function goalStatusOf(goal: FhirResource): GoalStatus {
  const achievement = codingOf(goal.achievementStatus, ACHIEVEMENT)?.code;
  const cycle = stringOf(goal.lifecycleStatus);
  if (cycle === "cancelled" || cycle === "rejected" || cycle === "entered-in-error") return "stopped";
  if (achievement === "achieved" || achievement === "sustaining") return "achieved";
  if (achievement === "not-achieved" || achievement === "not-attainable") return "not-achieved";
  if (cycle === "completed") return "achieved";
  if (achievement === "worsening" || achievement === "no-progress") return "at-risk";
  return cycle === "proposed" || cycle === "planned" || cycle === "on-hold" ? "planned" : "running";
}

const evaluationsOf = (notes: unknown, context: TakeContext): CareEvaluation[] =>
  elementsOf(notes).flatMap((note) => {
    const text = stringOf(note.text);
    const by = stringOf(note.authorString) ?? authorOf(note.authorReference, context) ?? null;
    return text === undefined ? [] : [{ date: dateOf(note.time) ?? null, by, text }];
  });

/** What is measured and the value aimed at, where the description does not say it already. */
function targetText(goal: FhirResource, description: string): string {
  const lines = elementsOf(goal.target).flatMap((target) => {
    const detail = choiceOf(target, "detail");
    const value = quantityText(detail?.value) ?? rangeText(detail?.value) ?? textOf(detail?.value);
    const words = [textOf(target.measure), value].filter((word) => word !== undefined);
    return words.every((word) => description.includes(word)) ? [] : [words.join(": ")];
  });
  return [description, ...lines].join("\n");
}

function goalOf(goal: FhirResource, actions: CareAction[], context: TakeContext): CareGoal {
  const due = elementsOf(goal.target).map((target) => dateOf(target.dueDate));
  return {
    goal: targetText(goal, textOf(goal.description) ?? "Doel zonder omschrijving"),
    domain: ownCode(goal.category, "care-domain", CARE_DOMAINS) ?? "other",
    status: goalStatusOf(goal),
    targetDate: due.find((date) => date !== undefined) ?? null,
    actions,
    evaluations: evaluationsOf(goal.note, context),
  };
}

function frequencyOf(detail: FhirElement): string | null {
  const period = periodOf(detail.scheduledPeriod);
  const dates = [period.start?.date, period.end?.date].filter((date) => date !== undefined).join(" – ");
  return stringOf(detail.scheduledString) ?? (dates || null);
}

function actionOf(activity: FhirElement, context: TakeContext): CareAction | undefined {
  const detail = elementsOf(activity.detail)[0] ?? {};
  const behind = context.resolve(activity.reference);
  const action =
    [stringOf(detail.description), textOf(detail.code)].filter((text) => text !== undefined).join(" – ") ||
    (textOf(behind?.code) ?? referenceOf(activity.reference)?.display);
  if (!action) return undefined;
  const who = elementsOf(detail.performer).map((performer) => authorOf(performer, context));
  return {
    action,
    who: who.filter((name) => name !== undefined).join("; ") || null,
    frequency: frequencyOf(detail),
    status: ACTION_OF[stringOf(detail.status) ?? ""] ?? "running",
  };
}

/** Whether two are the same resource: an import may read one anew each time it is asked for. */
function isSame(one: FhirResource | undefined, other: FhirResource): boolean {
  return (
    one === other || (one?.id !== undefined && one.id === other.id && one.resourceType === other.resourceType)
  );
}

/** Whether a plan names this goal, by the resource its reference resolves to. */
function isReferenced(goal: FhirResource, context: TakeContext): boolean {
  return context
    .all("CarePlan")
    .some((plan) => elementsOf(plan.goal).some((reference) => isSame(context.resolve(reference), goal)));
}

function fromPlan(plan: FhirResource, context: TakeContext): Plan {
  const goals = elementsOf(plan.goal).flatMap((reference) => {
    const goal = context.resolve(reference);
    return goal?.resourceType === "Goal" ? [{ goal, actions: [] as CareAction[] }] : [];
  });
  const dangling = elementsOf(plan.goal)
    .filter((reference) => context.resolve(reference)?.resourceType !== "Goal")
    .map((reference) => referenceOf(reference)?.display);
  const actions: CareAction[] = [];
  for (const activity of elementsOf(plan.activity)) {
    const action = actionOf(activity, context);
    const served = elementsOf(elementsOf(activity.detail)[0]?.goal).map((goal) => context.resolve(goal));
    const owner = goals.find(({ goal }) => served.some((other) => isSame(other, goal)));
    if (action !== undefined) (owner?.actions ?? actions).push(action);
  }
  for (const { goal } of goals) context.absorb(goal);
  const { start, end } = periodOf(plan.period);
  const created = instantOf(plan.created);
  const reasons = elementsOf(plan.addresses).map(
    (reference) => textOf(context.resolve(reference)?.code) ?? referenceOf(reference)?.display,
  );
  const notes = [
    stringOf(plan.description),
    noteOf(plan.note),
    ...dangling.map((name) => name && `Doel: ${name}`),
  ];
  return {
    moment: start?.at ?? created?.at ?? context.now,
    title: stringOf(plan.title) ?? textOf(plan.category) ?? "Zorgplan",
    status: PLAN_OF[stringOf(plan.status) ?? ""] ?? (end === undefined ? "active" : "completed"),
    domain: ownCode(plan.category, "care-domain", CARE_DOMAINS) ?? "other",
    startedOn: start?.date ?? null,
    endedOn: end?.date ?? null,
    evaluateOn: dateOf(ownValue(plan, "evaluate-on")) ?? null,
    reason: textOf(reasons) ?? null,
    agreedWith: stringOf(ownValue(plan, "agreed-with")) ?? null,
    goals: goals.map(({ goal, actions: own }) => goalOf(goal, own, context)),
    actions,
    note: notes.filter(Boolean).join("\n\n") || null,
    recordedBy: authorOf(plan.author, context),
    recordedAt: created?.at,
  };
}

/** A goal no plan names becomes a plan of its own with that one goal: on the page, where it would else be unseen. */
function fromGoal(goal: FhirResource, context: TakeContext): Plan {
  const start = instantOf(goal.startDate);
  const stated = instantOf(goal.statusDate);
  const status = goalStatusOf(goal);
  const reasons = elementsOf(goal.addresses).map(
    (reference) => textOf(context.resolve(reference)?.code) ?? referenceOf(reference)?.display,
  );
  const ended = status === "achieved" || status === "not-achieved" || status === "stopped";
  return {
    moment: start?.at ?? stated?.at ?? context.now,
    title: "Behandeldoel",
    status:
      status === "stopped" ? "stopped" : ended ? "completed" : status === "planned" ? "draft" : "active",
    domain: ownCode(goal.category, "care-domain", CARE_DOMAINS) ?? "other",
    startedOn: start?.date ?? null,
    endedOn: ended ? (stated?.date ?? null) : null,
    evaluateOn: null,
    reason: textOf(reasons) ?? null,
    agreedWith: null,
    goals: [goalOf(goal, [], context)],
    actions: [],
    note: null,
    recordedBy: authorOf(goal.expressedBy, context),
    recordedAt: stated?.at,
  };
}

/** A plan from a CarePlan with the goals it names (absorbed), or from a Goal that no plan names. */
export function takePlan(resource: FhirResource, context: TakeContext): Plan | null {
  if (resource.resourceType === "CarePlan") return fromPlan(resource, context);
  return isReferenced(resource, context) ? null : fromGoal(resource, context);
}

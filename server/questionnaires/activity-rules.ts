import type { activities } from "@/db/schema/involved";
import type { FieldProblem } from "../core/field-problems";

type Row = typeof activities.$inferSelect;

const DAY = 86_400_000;

/** Days before the due date on which the one reminder goes out. */
const AHEAD = 3;
const FURTHEST = 366;

/** `stopped`: the person lost access before it was handed in. */
export type ActivityState = "asked" | "begun" | "handed-in" | "withdrawn" | "stopped";

/** How far a questionnaire is that was asked of someone. */
export function stateOf(
  row: Pick<Row, "submittedAt" | "withdrawnAt" | "startedAt">,
  relationEndedAt: number | null,
): ActivityState {
  if (row.submittedAt !== null) return "handed-in";
  if (row.withdrawnAt !== null) return "withdrawn";
  if (relationEndedAt !== null) return "stopped";
  return row.startedAt === null ? "asked" : "begun";
}

/** Whether it is still waited for after its day. @param day Amsterdam calendar day */
export function isLate(state: ActivityState, dueOn: string, day: string): boolean {
  return (state === "asked" || state === "begun") && dueOn < day;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** What is wrong with a due date, if anything: it is a day of the calendar from today on, within a year. */
export function dueProblem(dueOn: string, today: string): FieldProblem["problem"] | undefined {
  const moment = new Date(`${dueOn}T00:00:00Z`);
  if (dueOn === "") return "required";
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(dueOn)) return "not-a-date";
  if (dueOn < today) return "in-past";
  return dueOn > daysAfter(today, FURTHEST) ? "too-far" : undefined;
}

/** The day of the reminder: three days ahead; where that is not after today, the due date itself, or the day after. */
export function remindDay(dueOn: string, today: string): string {
  const ahead = daysAfter(dueOn, -AHEAD);
  if (ahead > today) return ahead;
  return dueOn > today ? dueOn : daysAfter(dueOn, 1);
}

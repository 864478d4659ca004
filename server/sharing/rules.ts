import { type DossierRole, ROLE_GIVES, ROLE_NEEDS } from "../access/dossier-roles";
import type { TaskId } from "../access/tasks";
import type { FieldProblem, FieldProblemCode } from "../core/field-problems";

/** Whoever changes who works in a dossier: their own role in it, and what they may do there. */
export interface Hand {
  role: DossierRole | undefined;
  allows: (task: TaskId) => boolean;
}

/**
 * The roles someone may give in a dossier (DOMAIN.md 5): nobody gives more than they have. An owner is appointed only
 * where there is none, by who manages rights there without a role of their own; otherwise ownership is handed over.
 */
export function rolesToGive({ role, allows }: Hand, hasOwner: boolean): DossierRole[] {
  if (!allows("dossier.share")) return [];
  const given = (["collaborator", "viewer"] as const).filter((each) => ROLE_GIVES[each].every(allows));
  return hasOwner || role !== undefined ? given : ["owner", ...given];
}

/** Whether someone may appoint themselves where there is no owner: only when they gain no task by it. */
export function mayAppointSelf({ allows }: Hand): boolean {
  return ROLE_GIVES.owner.every(allows);
}

/** Whether a role in a dossier would give someone all it says. @param held tasks they hold anywhere */
export function canBe(role: DossierRole, held: ReadonlySet<TaskId>): boolean {
  return ROLE_NEEDS[role].every((task) => held.has(task));
}

/** Where a role stands on a day: it holds, is to come, or is over. The until-day itself no longer counts. */
export function stateOn(
  row: { fromDate: string; untilDate: string | null; endedAt: number | null },
  day: string,
): "now" | "later" | "over" {
  if (row.endedAt !== null || (row.untilDate !== null && row.untilDate <= day)) return "over";
  return row.fromDate <= day ? "now" : "later";
}

/** The days of a role as asked: calendar days, `null` where nothing was filled in. */
export interface Days {
  fromDate: string | null;
  untilDate: string | null;
}

/**
 * What is wrong with the days of a role: nothing begins or ends in the past, and an owner begins today and stays until
 * they are succeeded.
 * @param begun the first day of a role that holds already: that one may stay
 */
export function dayProblems(
  role: DossierRole,
  { fromDate, untilDate }: Days,
  today: string,
  begun?: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, problem: FieldProblemCode) => problems.push({ path, problem });
  if (role === "owner") {
    if (fromDate !== null && fromDate !== today && fromDate !== begun) wrong("fromDate", "owner-no-days");
    if (untilDate !== null) wrong("untilDate", "owner-no-days");
    return problems;
  }
  if (fromDate !== null && fromDate < today && fromDate !== begun) wrong("fromDate", "in-past");
  if (untilDate === null) return problems;
  if (untilDate <= (fromDate ?? today)) wrong("untilDate", "before-start");
  else if (untilDate <= today) wrong("untilDate", "in-past");
  return problems;
}

import type { FieldProblem, FieldProblemCode } from "../core/field-problems";

/** The days of a decision as typed; `null` where nothing readable was. */
export interface Days {
  decidedOn: string | null;
  fromDate: string | null;
  untilDate: string | null;
}

interface Typed {
  answer: "yes" | "no" | "withdrawn";
  decidedOn: string;
  fromDate: string;
  untilDate: string;
}

/** A calendar day `YYYY-MM-DD` that exists. */
function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/**
 * The days a decision counts. It counts from the day it was made unless a later one is given; a withdrawal counts at
 * once and has no end.
 * @param today Amsterdam calendar day
 */
export function readDays(typed: Typed, today: string): Days {
  const decidedOn = dayIn(typed.decidedOn.trim());
  if (typed.answer === "withdrawn") return { decidedOn, fromDate: today, untilDate: null };
  const from = typed.fromDate.trim();
  const until = typed.untilDate.trim();
  return {
    decidedOn,
    fromDate: from === "" ? decidedOn : dayIn(from),
    untilDate: until === "" ? null : dayIn(until),
  };
}

/** Between which days a decision can have been made; `null` where nothing is known. */
interface Bounds {
  day: string;
  birthDate: string | null;
  deathDate: string | null;
  /** The day of the newest decision there is: an older one found later is no answer to it */
  newestOn: string | null;
}

/** What is wrong with the days of a decision, field by field. */
export function dayProblems(
  { decidedOn, fromDate, untilDate }: Days,
  typed: Typed,
  { day, birthDate, deathDate, newestOn }: Bounds,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, problem: FieldProblemCode) => problems.push({ path, problem });
  if (typed.decidedOn.trim() === "") wrong("decidedOn", "required");
  else if (decidedOn === null) wrong("decidedOn", "not-a-date");
  else if (decidedOn > day) wrong("decidedOn", "in-future");
  // A birth date known to the month or year only: what both say is compared.
  else if (birthDate && decidedOn.slice(0, birthDate.length) < birthDate) wrong("decidedOn", "before-birth");
  else if (deathDate && decidedOn.slice(0, deathDate.length) > deathDate) wrong("decidedOn", "after-death");
  else if (newestOn !== null && decidedOn < newestOn) wrong("decidedOn", "before-newest");
  if (typed.answer === "withdrawn") return problems;
  if (typed.fromDate.trim() !== "" && fromDate === null) wrong("fromDate", "not-a-date");
  else if (fromDate !== null && decidedOn !== null && fromDate < decidedOn)
    wrong("fromDate", "before-decision");
  if (typed.untilDate.trim() !== "" && untilDate === null) wrong("untilDate", "not-a-date");
  else if (untilDate !== null && fromDate !== null && untilDate < fromDate)
    wrong("untilDate", "before-start");
  return problems;
}

import type { FieldProblem } from "../core/field-problems";

/** True when one date lies before another, as far as both are known: in the same month or year it does not. */
export function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

/** The end of a period may not lie before its start. */
export function periodProblems(row: { startedOn: string | null; endedOn: string | null }): FieldProblem[] {
  const { startedOn, endedOn } = row;
  return startedOn && endedOn && isBefore(endedOn, startedOn)
    ? [{ path: "endedOn", problem: "before-start" }]
    : [];
}

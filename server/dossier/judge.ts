import { isDeepStrictEqual } from "node:util";
import { dayOf } from "../core/clock";
import type { FieldProblem } from "../core/field-problems";
import type { Column } from "./part";
import { recordLimit } from "./read-form";
import type { AnyPart, AnyRow } from "./registry";

const TEXT = 200;
const PROSE = 64_000;
const OLDEST_YEARS = 150;

/** Most characters a column takes; `null` for kinds without. */
export function textLimit({ kind, write }: Column): number | null {
  if (kind === "text") return write?.max ?? TEXT;
  return kind === "prose" ? (write?.max ?? PROSE) : null;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function dateProblem(column: Column, value: unknown, now: number): FieldProblem["problem"] | undefined {
  const isMoment = typeof value === "number";
  const date = isMoment ? dayOf(value) : String(value);
  const today = dayOf(now);
  if (Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - OLDEST_YEARS) return "too-early";
  if (!column.write?.past) return undefined;
  // A year or month counts from its first day: this year is not the future.
  const later = isMoment ? value > now : date > today.slice(0, date.length);
  return later ? "in-future" : undefined;
}

function ofColumn(column: Column, value: unknown, path: string, now: number): FieldProblem[] {
  const { kind, write } = column;
  if (isNothing(value)) return write?.required ? [{ path, problem: "required" }] : [];
  const limit = textLimit(column);
  if (limit !== null && String(value).length > limit) return [{ path, problem: "too-long", limit }];
  if (kind === "date" || kind === "moment") {
    const problem = dateProblem(column, value, now);
    return problem ? [{ path, problem }] : [];
  }
  if (kind !== "rows" || !Array.isArray(value)) return [];
  const most = recordLimit(column);
  if (value.length > most) return [{ path, problem: "too-many", limit: most }];
  return value.flatMap((record: Record<string, unknown>, at) =>
    (column.fields ?? []).flatMap((field) =>
      ofColumn(field, record[field.key], `${path}.${at}.${field.key}`, now),
    ),
  );
}

/** All that cannot be true of an entry: by each column's declaration, and by the part's own check. Pure. */
export function judge(part: AnyPart, row: AnyRow, now: number): FieldProblem[] {
  const ofColumns = part.columns.flatMap((column) => ofColumn(column, row[column.key], column.key, now));
  const told = new Set(ofColumns.map(({ path }) => path));
  return [...ofColumns, ...(part.check?.(row) ?? []).filter(({ path }) => !told.has(path))];
}

/**
 * What a change makes wrong. What was already so before (an import may bring anything) and is not touched stays as it
 * is: someone who corrects a note is not made to mend the rest first.
 */
export function judgeChange(part: AnyPart, before: AnyRow, after: AnyRow, now: number): FieldProblem[] {
  const known = judge(part, before, now);
  return judge(part, after, now).filter((problem) => {
    const key = problem.path.split(".")[0] ?? "";
    const touched = !isDeepStrictEqual(before[key], after[key]);
    return touched || !known.some((each) => isDeepStrictEqual(each, problem));
  });
}

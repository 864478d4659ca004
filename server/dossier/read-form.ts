import { isDeepStrictEqual } from "node:util";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { DomainError } from "../core/errors";
import type { FieldProblem, FieldProblemCode } from "../core/field-problems";
import { instantOf } from "./fhir-time";
import type { FormRecord } from "./form-view";
import type { Column } from "./part";
import type { AnyPart } from "./registry";

type Read = { value: unknown } | { problem: FieldProblemCode };

/** U+0000 ends a text in the database: what stands behind it would be lost. */
const clean = (text: string): string => text.replaceAll("\0", "").replaceAll("\r\n", "\n").trim();

function readText(raw: unknown, oneLine: boolean): Read {
  if (typeof raw !== "string") return { problem: "not-text" };
  const text = oneLine ? clean(raw).replace(/\s*\n\s*/g, " ") : clean(raw);
  return { value: text === "" ? null : text };
}

function readCode(column: Column, raw: unknown): Read {
  const known = typeof raw === "string" && Object.hasOwn(column.codes ?? {}, raw);
  return known ? { value: raw } : { problem: "not-a-choice" };
}

function readCodes(column: Column, raw: unknown): Read {
  if (!Array.isArray(raw)) return { problem: "not-a-choice" };
  const chosen = [...new Set<unknown>(raw)];
  const known = chosen.every((code) => typeof code === "string" && Object.hasOwn(column.codes ?? {}, code));
  return known ? { value: chosen } : { problem: "not-a-choice" };
}

function readDate(column: Column, raw: unknown): Read {
  const date = instantOf(raw);
  if (date === undefined || date.precision === "time") return { problem: "not-a-date" };
  return date.precision === "day" || column.write?.partial ? { value: date.text } : { problem: "not-a-day" };
}

/** `YYYY-MM-DDTHH:MM` on the Amsterdam clock; an hour skipped in spring moves on. */
function readMoment(raw: unknown): Read {
  const moment = typeof raw === "string" && /T\d{2}:\d{2}$/.test(raw) ? instantOf(raw) : undefined;
  return moment?.precision === "time" ? { value: moment.at } : { problem: "not-a-moment" };
}

function readNumber(raw: unknown): Read {
  const text = typeof raw === "string" ? raw.trim() : typeof raw === "number" ? String(raw) : "";
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text)
    ? { value: Number(text.replace(",", ".")) }
    : { problem: "not-a-number" };
}

function readOne(column: Column, raw: unknown): Read {
  switch (column.kind) {
    case "text":
      return readText(raw, true);
    case "prose":
      return readText(raw, false);
    case "code":
      return readCode(column, raw);
    case "codes":
      return readCodes(column, raw);
    case "flag":
      return typeof raw === "boolean" ? { value: raw } : { problem: "not-a-choice" };
    case "date":
      return readDate(column, raw);
    case "moment":
      return readMoment(raw);
    default:
      return readNumber(raw);
  }
}

function readRecords(column: Column, raw: unknown, path: string, problems: FieldProblem[]): unknown[] {
  if (!Array.isArray(raw)) {
    problems.push({ path, problem: "not-text" });
    return [];
  }
  const limit = recordLimit(column);
  if (raw.length > limit) {
    problems.push({ path, problem: "too-many", limit });
    return [];
  }
  return raw.map((record: unknown, at) => {
    if (typeof record !== "object" || record === null) throw new DomainError("input-invalid");
    const given = record as Record<string, unknown>;
    const fields = column.fields ?? [];
    const pairs = fields.map((field) => [
      field.key,
      readValue(field, given[field.key] ?? null, `${path}.${at}.${field.key}`, problems),
    ]);
    return Object.fromEntries(pairs) as Record<string, unknown>;
  });
}

/** Most records of a `rows` column. */
export function recordLimit(column: Column): number {
  return column.write?.max ?? 100;
}

function readValue(column: Column, raw: unknown, path: string, problems: FieldProblem[]): unknown {
  const nothing = raw === null || raw === undefined || raw === "";
  if (column.kind === "rows") return nothing ? [] : readRecords(column, raw, path, problems);
  if (nothing) return column.kind === "codes" ? [] : null;
  const read = readOne(column, raw);
  if ("value" in read) return read.value;
  problems.push({ path, problem: read.problem });
  return null;
}

/**
 * What a form sent, as a part's row holds it: texts trimmed, Dutch numbers and Amsterdam moments read. Only fields
 * that are named come back, and of those only what differs from `shown`: what an import brought and nobody touched is
 * not held against who corrects something else.
 * @param shown the values the form was filled with; `{}` for a new entry
 * @throws DomainError `input-invalid` for a field the part has not; `problems` hold what is wrong with those it has
 */
export function readForm(
  part: Pick<AnyPart, "columns" | "table">,
  sent: Readonly<Record<string, unknown>>,
  shown: FormRecord,
): { values: Record<string, unknown>; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, raw] of Object.entries(sent)) {
    const column = part.columns.find((each) => each.key === key && each.write);
    if (!column) throw new DomainError("input-invalid");
    if (key in shown && isDeepStrictEqual(raw ?? null, shown[key])) continue;
    const value = readValue(column, raw, key, problems);
    const stored = (part.table as unknown as Record<string, SQLiteColumn | undefined>)[key];
    // A flag that knows only yes and no is no when nothing was chosen.
    values[key] = column.kind === "flag" && stored?.notNull ? (value ?? false) : value;
  }
  return { values, problems };
}

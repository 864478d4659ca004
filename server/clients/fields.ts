import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { parseBsn } from "./bsn";

/**
 * `text` one line · `prose` many · `code` one of a list · `date` `YYYY-MM-DD` · `moment` Amsterdam wall clock
 * `YYYY-MM-DDTHH:MM`, read as epoch ms · `place` the id of a location · the others a text that must look like one
 */
export type FieldKind =
  | "text"
  | "prose"
  | "code"
  | "date"
  | "moment"
  | "place"
  | "bsn"
  | "email"
  | "phone"
  | "postcode";

/** One field of a form, declared once: how it is shown, read, kept in history and written to a sheet. */
export interface Field<Key extends string = string> {
  key: Key;
  /** Dutch */
  label: string;
  kind: FieldKind;
  /** Dutch words by code, for kind `code` */
  codes?: Readonly<Record<string, string>>;
  required?: true;
  hint?: string;
  /** A day that may be known to the month or year only */
  partial?: true;
  /** A day that cannot be to come */
  past?: true;
  /** The field this one may not be before */
  from?: string;
  /** Needed when another field has one of these codes */
  neededBy?: { key: string; codes: readonly string[] };
  /** Asked only once there is something to change */
  notAtFirst?: true;
  /** Heading in a long form; a field without one belongs to the heading above it */
  heading?: string;
}

export type Value = string | number | null;

/** What was read from a form: values by field, `null` where nothing was filled in, and what is wrong where. */
export interface Read {
  values: Record<string, Value>;
  problems: FieldProblem[];
}

/** Longest texts, in characters. */
export const LONGEST = { line: 200, prose: 10_000 } as const;

const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "short",
});

/** The Amsterdam wall clock at a moment (epoch ms), as `YYYY-MM-DDTHH:MM`. */
export function wallClockAt(moment: number): string {
  return wall.format(moment).replace(" ", "T");
}

/**
 * The moment (epoch ms) of an Amsterdam wall clock `YYYY-MM-DDTHH:MM`. `undefined` for a time that the clock skips
 * in spring; of the hour that comes twice in autumn, the first.
 */
export function momentOfWallClock(text: string): number | undefined {
  const asUtc = Date.parse(`${text}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  return [2, 1].map((hours) => asUtc - hours * 3_600_000).find((at) => wallClockAt(at) === text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

type Outcome = { value: Value } | Omit<FieldProblem, "path">;

function readDate(field: Field, text: string, today: string): Outcome {
  const partial = /^\d{4}$/.test(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`));
  if (partial && !field.partial) return { problem: "not-a-day" };
  if (!partial && !isDay(text)) return { problem: "not-a-date" };
  if (Number(text.slice(0, 4)) < Number(today.slice(0, 4)) - 150) return { problem: "too-early" };
  if (field.past && text > today) return { problem: "in-future" };
  return Number(text.slice(0, 4)) > 2200 ? { problem: "not-a-date" } : { value: text };
}

function readMoment(text: string): Outcome {
  const [day = "", time = ""] = text.split("T");
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { problem: "not-a-moment" };
  const value = momentOfWallClock(text);
  return value === undefined ? { problem: "clock-skips" } : { value };
}

function readText(field: Field, text: string): Outcome {
  const limit = LONGEST[field.kind === "prose" ? "prose" : "line"];
  if (text.length > limit) return { problem: "too-long", limit };
  if (field.kind === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { problem: "not-an-email" };
  if (field.kind === "phone" && !/^\+?[\d\s().-]{6,20}$/.test(text)) return { problem: "not-a-phone" };
  const dutch = field.kind === "postcode" ? /^(\d{4})\s*([a-z]{2})$/i.exec(text) : null;
  return { value: dutch ? `${dutch[1]} ${dutch[2]?.toUpperCase()}` : text };
}

function readOne(field: Field, text: string, today: string): Outcome {
  switch (field.kind) {
    case "code":
      return field.codes && Object.hasOwn(field.codes, text) ? { value: text } : { problem: "not-a-choice" };
    case "date":
      return readDate(field, text, today);
    case "moment":
      return readMoment(text);
    case "bsn": {
      const bsn = parseBsn(text);
      return bsn ? { value: bsn } : { problem: "not-a-bsn" };
    }
    default:
      return readText(field, text);
  }
}

/** A less precise date may lie anywhere in its month or year, so only what both say is compared. */
function isBefore(value: string | number, other: string | number): boolean {
  if (typeof value === "number" || typeof other === "number") return value <= other;
  const length = Math.min(value.length, other.length);
  return value.slice(0, length) < other.slice(0, length);
}

/** A row as a form holds it: texts by field. */
export function filledOf(
  fields: readonly Field[],
  row: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ key, kind }) => {
      const value = row[key];
      if (kind === "moment") return [key, typeof value === "number" ? wallClockAt(value) : ""];
      return [key, value === null || value === undefined ? "" : String(value)];
    }),
  );
}

function isNeeded(field: Field, values: Read["values"]): boolean {
  if (field.required) return true;
  return field.neededBy?.codes.includes(String(values[field.neededBy.key])) ?? false;
}

type Stored = Readonly<Record<string, unknown>>;

/** Fields that say what is stored already. An import may have stored what no form would; it is not this one's fault. */
function untouched(
  fields: readonly Field[],
  filled: Filled,
  stored: Stored | undefined,
): ReadonlySet<string> {
  if (!stored) return new Set();
  const was = filledOf(fields, stored);
  return new Set(fields.filter(({ key }) => (filled[key] ?? "") === was[key]).map(({ key }) => key));
}

type Filled = Readonly<Record<string, string>>;

/**
 * Reads a form by its fields: trimmed values, and what is wrong field by field. Fields that were not sent count as
 * empty; what no field asks for is left out.
 * @param today Amsterdam calendar day `YYYY-MM-DD`
 * @param stored the row that is changed: what is left as it was is not judged again
 */
export function readFields(fields: readonly Field[], filled: Filled, today: string, stored?: Stored): Read {
  const read: Read = { values: {}, problems: [] };
  const left = untouched(fields, filled, stored);
  for (const field of fields) {
    const text = (filled[field.key] ?? "").normalize("NFC").trim();
    const outcome: Outcome = left.has(field.key)
      ? { value: (stored?.[field.key] ?? null) as Value }
      : text === ""
        ? { value: null }
        : readOne(field, text, today);
    read.values[field.key] = "value" in outcome ? outcome.value : null;
    if ("problem" in outcome) read.problems.push({ path: field.key, ...outcome });
  }
  for (const field of fields) {
    if (read.problems.some(({ path }) => path === field.key)) continue;
    const others = [field.from, field.neededBy?.key];
    if (left.has(field.key) && others.every((key) => key === undefined || left.has(key))) continue;
    read.problems.push(...problemsBetween(field, read.values));
  }
  return read;
}

/** What is wrong with a field given the others: needed and empty, or before what it may not be before. */
function problemsBetween(field: Field, values: Read["values"]): FieldProblem[] {
  const value = values[field.key] ?? null;
  const start = field.from === undefined ? null : (values[field.from] ?? null);
  if (value === null) return isNeeded(field, values) ? [{ path: field.key, problem: "required" }] : [];
  if (start === null || !isBefore(value, start)) return [];
  return [{ path: field.key, problem: field.from === "birthDate" ? "before-birth" : "before-start" }];
}

/** `readFields` for who cannot go on with a form that is wrong. @throws DomainError `form-invalid` with the fields */
export function readOrRefuse(
  fields: readonly Field[],
  filled: Filled,
  today: string,
  stored?: Stored,
): Read["values"] {
  const { values, problems } = readFields(fields, filled, today, stored);
  if (problems.length > 0) throw new DomainError("form-invalid", { fields: problems });
  return values;
}

/** A reason that must be given. @throws DomainError `form-invalid` */
export function readReason(text: string): string {
  const field: Field = { key: "reason", label: "Reden", kind: "prose", required: true };
  return String(readOrRefuse([field], { reason: text }, "9999-12-31").reason);
}

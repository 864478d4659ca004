import { formatDay } from "@/app/_ui/dates";
import type { TypedMoment } from "@/app/_ui/moment-field";
import { parseDay } from "@/app/_ui/parse-day";
import { parseTime } from "@/app/_ui/parse-time";
import type { FormField } from "./form-field";

/** What stands in a field as it was typed, readable or not: a draft keeps this, so that nothing typed is lost. */
export type Typed = string | string[] | TypedMoment | TypedRecord[];
export type TypedRecord = { [key: string]: Typed };

type Fields = readonly FormField[];

/** Nothing, for a field of this kind. */
export function emptyOf({ kind }: Pick<FormField, "kind">): Typed {
  if (kind === "codes" || kind === "rows") return [];
  return kind === "moment" ? { day: "", time: "" } : "";
}

/** A record nobody filled in yet: with what its fields start with. */
export function emptyRecord(fields: Fields): TypedRecord {
  return Object.fromEntries(fields.map((field) => [field.key, typedOf(field, field.initial)]));
}

/** The values of a form as someone would have typed them. */
export function typedRecord(fields: Fields, values: Readonly<Record<string, unknown>>): TypedRecord {
  return Object.fromEntries(fields.map((field) => [field.key, typedOf(field, values[field.key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typedOf(field: FormField, value: unknown): Typed {
  if (value === null || value === undefined) return emptyOf(field);
  switch (field.kind) {
    case "codes":
      return Array.isArray(value) ? value.map(String) : [];
    case "rows":
      return Array.isArray(value)
        ? value.filter(isRecord).map((record) => typedRecord(field.fields, record))
        : [];
    case "moment": {
      const [day = "", time = ""] = String(value).split("T");
      return { day: formatDay(day), time: time.replace(":", ".") };
    }
    case "flag":
      return value === true ? "yes" : "no";
    case "date":
      return formatDay(String(value));
    case "number":
      return String(value).replace(".", ",");
    default:
      return String(value);
  }
}

/**
 * What a draft holds, back in the form: only what fits its field today, so that an old draft cannot break a form that
 * has changed since.
 */
export function typedFromDraft(fields: Fields, draft: unknown): TypedRecord {
  const kept = isRecord(draft) ? draft : {};
  return Object.fromEntries(fields.map((field) => [field.key, draftedOf(field, kept[field.key])]));
}

function draftedOf(field: FormField, kept: unknown): Typed {
  const empty = emptyOf(field);
  if (field.kind === "codes") {
    return Array.isArray(kept) ? kept.filter((code) => typeof code === "string") : empty;
  }
  if (field.kind === "rows") {
    return Array.isArray(kept) ? kept.map((record) => typedFromDraft(field.fields, record)) : empty;
  }
  if (field.kind === "moment") {
    return isRecord(kept) ? { day: String(kept.day ?? ""), time: String(kept.time ?? "") } : empty;
  }
  return typeof kept === "string" ? kept : empty;
}

/** A typed day as it is stored, as precise as it was typed: 21-11-2026, 11-2026 or 2026. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  if (/^\d{4}$/.test(text)) return text;
  const [, month, year] = /^(\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  return month && year ? `${year}-${month.padStart(2, "0")}` : parseDay(text);
}

/** A typed number: 58,9 or 58.9 or 1.250,5 or -3. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/\s/g, "");
  const plain = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Whether nothing stands in the field. */
export function isBlank(typed: Typed): boolean {
  if (typeof typed === "string") return typed.trim() === "";
  if (Array.isArray(typed)) return typed.length === 0;
  return typed.day.trim() === "" && typed.time.trim() === "";
}

/** What is sent: null for what is empty; what cannot be read goes as it was typed, and the server says what is wrong. */
export function sentValues(fields: Fields, record: TypedRecord): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.key, sentValue(field, record[field.key])]));
}

function sentValue(field: FormField, typed: Typed = emptyOf(field)): unknown {
  if (Array.isArray(typed)) {
    return typed.map((row) => (typeof row === "string" ? row : sentValues(field.fields, row)));
  }
  if (isBlank(typed)) return null;
  if (typeof typed !== "string") {
    const [day, time] = [parseDay(typed.day), parseTime(typed.time)];
    return `${day ?? typed.day}T${time ?? typed.time}`;
  }
  if (field.kind === "flag") return typed === "yes";
  if (field.kind === "date") return readDay(typed) ?? typed;
  if (field.kind === "number") return readNumber(typed) ?? typed;
  return typed;
}

/** A field as a person reads it, for comparing two versions: words for codes, records under each other. */
export function textOf(field: FormField, typed: Typed = emptyOf(field)): string {
  if (Array.isArray(typed)) {
    const labels = typed.flatMap((code) => (typeof code === "string" ? labelOf(field, code) : []));
    if (field.kind !== "rows") return labels.join(", ");
    return typed.map((row) => (typeof row === "string" ? row : recordText(field.fields, row))).join("\n\n");
  }
  if (typeof typed !== "string") return `${typed.day} ${typed.time}`.trim();
  if (field.kind === "flag") return { yes: "ja", no: "nee" }[typed] ?? "";
  return field.kind === "code" ? labelOf(field, typed) : typed;
}

function labelOf({ options }: FormField, code: string): string {
  return options.find((option) => option.code === code)?.label ?? code;
}

function recordText(fields: Fields, record: TypedRecord): string {
  return fields
    .map((field) => ({ label: field.label, text: textOf(field, record[field.key]) }))
    .filter(({ text }) => text !== "")
    .map(({ label, text }) => `${label}: ${text}`)
    .join("\n");
}

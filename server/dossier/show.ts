import type { Column } from "./part";

const moment = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const partsOf = (at: number): Record<string, string> =>
  Object.fromEntries(moment.formatToParts(at).map(({ type, value }) => [type, value]));

/** `21-11-2026 10.00` in Amsterdam. */
export function shownMoment(at: number): string {
  const part = partsOf(at);
  return `${part.day}-${part.month}-${part.year} ${part.hour}.${part.minute}`;
}

/** `2026-11-21T10:00` on the Amsterdam clock, as a form holds a moment. */
export function wallClockText(at: number): string {
  const part = partsOf(at);
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** `2026-11-21` → `21-11-2026`, `2026-11` → `11-2026`, `2026` stays. */
export function shownDate(date: string): string {
  return date.split("-").reverse().join("-");
}

function shownNumber(value: number): string {
  return String(value).replace(".", ",");
}

function codeText(column: Pick<Column, "codes">, code: unknown): string {
  const text = String(code);
  return column.codes?.[text] ?? text;
}

/** One nested record on one line: "Doel: veilig lopen; Status: Loopt". */
function recordText(fields: readonly Column[], record: unknown): string {
  if (typeof record !== "object" || record === null) return String(record);
  const values = record as Record<string, unknown>;
  return fields
    .map((field) => ({ field, text: shownText(field, values[field.key]) }))
    .filter(({ text }) => text !== "")
    .map(({ field, text }) => `${field.label}: ${text}`)
    .join("; ");
}

/**
 * A value as people read it, in lists, on paper and in sheets: Dutch words for codes, Dutch dates, nested
 * records one a line. Empty text when there is nothing.
 */
export function shownText(column: Column, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  switch (column.kind) {
    case "code":
      return codeText(column, value);
    case "codes":
      return Array.isArray(value) ? value.map((code) => codeText(column, code)).join(", ") : "";
    case "flag":
      return value ? "ja" : "nee";
    case "date":
      return shownDate(String(value));
    case "moment":
      return typeof value === "number" ? shownMoment(value) : String(value);
    case "number":
      return typeof value === "number" ? shownNumber(value) : String(value);
    case "rows":
      return Array.isArray(value)
        ? value.map((record) => recordText(column.fields ?? [], record)).join("\n")
        : "";
    default:
      return String(value);
  }
}

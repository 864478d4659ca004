import type { Outputs } from "@/app/_trpc/outputs";
import { formatDay } from "@/app/_ui/dates";
import { parseTime } from "@/app/_ui/parse-time";
import { readDay } from "@/app/(staff)/clients/[clientId]/dossier/_writing/typed";

/** A field of a form about a client, as the server declares it. */
export type FormField = Outputs["clients"]["intakeForm"]["fields"][number];

/** Texts by field: as the server holds them, or as they stand typed in the form. */
export type Filled = Record<string, string>;

/** Day and time of a moment as they were typed, in one text. */
export function typedMoment(text: string): { day: string; time: string } {
  const [day = "", time = ""] = text.split("|");
  return { day, time };
}

function typedValue({ kind }: FormField, value: string): string {
  if (value === "") return "";
  if (kind === "date") return formatDay(value);
  if (kind !== "moment") return value;
  const [day = "", time = ""] = value.split("T");
  return `${formatDay(day)}|${time.replace(":", ".")}`;
}

/** What the server holds, as someone would have typed it. */
export function typedOf(fields: readonly FormField[], filled: Filled): Filled {
  return Object.fromEntries(fields.map((field) => [field.key, typedValue(field, filled[field.key] ?? "")]));
}

function sentValue({ kind }: FormField, typed: string): string {
  if (kind === "date") return typed.trim() === "" ? "" : (readDay(typed) ?? typed);
  if (kind !== "moment") return typed;
  const { day, time } = typedMoment(typed);
  if (day.trim() === "" && time.trim() === "") return "";
  return `${readDay(day) ?? day}T${parseTime(time) ?? time}`;
}

/** What is sent: days and times as they are stored; what cannot be read goes as typed, and the server says what is wrong. */
export function sentOf(fields: readonly FormField[], typed: Filled): Filled {
  return Object.fromEntries(fields.map((field) => [field.key, sentValue(field, typed[field.key] ?? "")]));
}

/** A value of a field in words. */
export function wordsOf(field: FormField, typed: string): string {
  if (field.kind === "moment") {
    const { day, time } = typedMoment(typed);
    return `${day} ${time}`.trim();
  }
  return field.options.find(({ value }) => value === typed)?.label ?? typed;
}

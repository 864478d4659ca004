import { isElement } from "@/server/dossier/fhir";

/** How much of a moment was written down. */
export type Precision = "year" | "month" | "day" | "time";

/**
 * A FHIR date, dateTime or instant. `at` is the first millisecond of the stated span (epoch ms; Amsterdam where no
 * zone is stated), `date` the Amsterdam calendar date as far as it is known (`2013`, `2013-02`, `2013-02-08`).
 */
export type FhirMoment = { text: string; precision: Precision; date: string; at: number };

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const WALL_CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The Amsterdam wall clock at `at`, written as if it were UTC (epoch ms, whole seconds). */
function wallClock(at: number): number {
  const part = Object.fromEntries(
    WALL_CLOCK.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  return utc(part.year ?? 0, part.month ?? 1, part.day ?? 1, part.hour, part.minute, part.second);
}

/** `Date.UTC`, but years below 100 stay what they are. */
function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

const DAY = 86_400_000;

/** Epoch ms of an Amsterdam wall clock time; a time skipped in spring moves on, a doubled one is the first. */
function fromAmsterdam(wall: number): number {
  const [before, after] = [wall - DAY, wall + DAY].map((near) => wall - (wallClock(near) - near));
  const found = [before, after].find((at) => at !== undefined && wallClock(at) === wall);
  return found ?? before ?? wall;
}

/**
 * Reads a FHIR date, dateTime or instant and keeps its precision (http://hl7.org/fhir/R4/datatypes.html#dateTime).
 * A time without zone, which FHIR forbids but files contain, is Amsterdam time. `undefined` when it is no moment.
 */
export function instantOf(value: unknown): FhirMoment | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = "00", fraction = "", zone] = match;
  const monthNumber = Number(month ?? 1);
  const start = utc(Number(year), monthNumber, Number(day ?? 1));
  const isRealDate = new Date(start).getUTCMonth() + 1 === monthNumber && Number(day ?? 1) >= 1;
  if (!isRealDate || Number(year) === 0) return undefined;
  if (hour === undefined) {
    const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
    return { text, precision, date: text, at: fromAmsterdam(start) };
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const inDay = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  const wall = start + inDay;
  const whole = zone === undefined ? fromAmsterdam(wall) : wall - offsetMs(zone);
  const at = whole + Math.trunc(Number(`0${fraction}`) * 1000);
  return { text, precision: "time", date: new Date(wallClock(at)).toISOString().slice(0, 10), at };
}

function offsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** The Amsterdam calendar date as far as it is written: `2013`, `2013-02` or `2013-02-08`. */
export function dateOf(value: unknown): string | undefined {
  return instantOf(value)?.date;
}

/** Start and end of a Period. */
export function periodOf(value: unknown): { start?: FhirMoment; end?: FhirMoment } {
  if (!isElement(value)) return {};
  return { start: instantOf(value.start), end: instantOf(value.end) };
}

/**
 * The moment of a choice element such as `effective[x]`, `onset[x]`, `performed[x]`: a dateTime or instant itself,
 * or the start of a Period (with its end).
 */
export function momentOf(element: unknown, name: string): { start?: FhirMoment; end?: FhirMoment } {
  if (!isElement(element)) return {};
  const single = instantOf(element[`${name}DateTime`] ?? element[`${name}Instant`] ?? element[`${name}Date`]);
  return single === undefined ? periodOf(element[`${name}Period`]) : { start: single };
}

const zone = "Europe/Amsterdam";
const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const clock = new Intl.DateTimeFormat("nl-NL", {
  timeZone: zone,
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});
const written = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const weekday = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
});

/** `short` = 23-11-2026 (tables), `long` = 23 november 2026 (sentences), `weekday` = maandag 23 november (headings). */
export type DayFormat = "short" | "long" | "weekday";

/** A calendar day `YYYY-MM-DD` in Dutch. Partial dates (`YYYY`, `YYYY-MM`) keep their precision: `1962`, `03-1962`. */
export function formatDay(day: string, format: DayFormat = "short"): string {
  const [year, month, date] = day.split("-");
  if (!date) return month ? `${month}-${year}` : day;
  if (format === "short") return `${date}-${month}-${year}`;
  return (format === "long" ? written : weekday).format(Date.parse(`${day}T00:00:00Z`));
}

/** The calendar day in Amsterdam at a moment (epoch ms), as `YYYY-MM-DD`. */
export function dayAt(moment: number): string {
  return parts.format(moment);
}

/** The wall-clock time in Amsterdam at a moment (epoch ms), as `06.40`. */
export function timeAt(moment: number): string {
  return clock.format(moment).replace(":", ".");
}

/** How a day relates to the day on which `now` (epoch ms) falls in Amsterdam; undefined when more than a day away. */
export function nearDay(day: string, now: number): "today" | "yesterday" | "tomorrow" | undefined {
  const today = dayAt(now);
  if (day === today) return "today";
  if (day === shiftDay(today, -1)) return "yesterday";
  return day === shiftDay(today, 1) ? "tomorrow" : undefined;
}

function shiftDay(day: string, days: number): string {
  const shifted = new Date(`${day}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10);
}

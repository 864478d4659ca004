import { dayOf, startOfDay } from "@/server/core/clock";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Days counted back from a moment, as the demo writes them: calendar days in Amsterdam. */
export interface Calendar {
  now: number;
  /** `YYYY-MM-DD` that many days before now (negative: ahead) */
  day(daysAgo: number): string;
  /** Epoch ms that many days before now, at that many minutes after midnight; never after now */
  at(daysAgo: number, minutes: number): number;
}

const midnights = new Map<string, number>();

/** The first moment of a day; remembered, for the demo asks for the same few thousand days again and again. */
function midnight(day: string): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const found = startOfDay(day);
  midnights.set(day, found);
  return found;
}

/** A calendar that counts from this moment (epoch ms). */
export function makeCalendar(now: number): Calendar {
  const today = Date.parse(`${dayOf(now)}T00:00:00Z`);
  const day = (daysAgo: number) => new Date(today - Math.round(daysAgo) * DAY).toISOString().slice(0, 10);
  return {
    now,
    day,
    at: (daysAgo, minutes) => {
      const at = midnight(day(daysAgo)) + minutes * MINUTE;
      return at > now ? Math.min(now, at - DAY) : at;
    },
  };
}

export interface Duration {
  unit: "milliseconds" | "seconds" | "minutes" | "hours" | "days";
  /** In that unit, as people say it: 4,2 s but 12 s */
  value: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time (ms) in the unit people would use. */
export function durationOf(ms: number): Duration {
  if (ms < 1_000) return { unit: "milliseconds", value: Math.max(0, Math.round(ms)) };
  if (ms < MINUTE)
    return { unit: "seconds", value: ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1_000) };
  if (ms < HOUR) return { unit: "minutes", value: Math.round(ms / MINUTE) };
  if (ms < 2 * DAY) return { unit: "hours", value: Math.round(ms / HOUR) };
  return { unit: "days", value: Math.round(ms / DAY) };
}

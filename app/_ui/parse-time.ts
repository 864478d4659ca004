/**
 * A typed time of day as `HH:MM`: 14.30, 14:30, 14 30, 1430, 9.05, 9 or "14.30 uur".
 * `undefined` when it is none of these, or a time that does not exist.
 */
export function parseTime(text: string): string | undefined {
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[.: ]?(\d{2}))?(?: ?u(?:ur)?)?$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

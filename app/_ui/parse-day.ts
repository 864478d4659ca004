/**
 * A typed date as `YYYY-MM-DD`: 21-11-2026, 21/11/2026, 21.11.2026, 21 11 2026, 21112026 or 2026-11-21.
 * `undefined` when it is none of these, or a day that does not exist.
 */
export function parseDay(text: string): string | undefined {
  const typed = text.trim();
  const dutch =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const day = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, "0")}-${dutch[1]?.padStart(2, "0")}` : typed;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined;
}

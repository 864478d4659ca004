/** Days `YYYY-MM-DD`; the until-day itself is outside. `null`: always was, or still is. */
export interface Period {
  from: string | null;
  until: string | null;
}

/** The period of a row or a form. */
export function periodOf(row: Readonly<Record<string, unknown>>): Period {
  const day = (value: unknown) => (typeof value === "string" ? value : null);
  return { from: day(row.fromDate), until: day(row.untilDate) };
}

/** Whether a day falls in a period. */
export function covers({ from, until }: Period, day: string): boolean {
  return (from ?? "") <= day && (until === null || day < until);
}

/** Whether two periods share a day. One that ends on the day it begins has none. */
export function overlap(a: Period, b: Period): boolean {
  const start = (a.from ?? "") > (b.from ?? "") ? a.from : b.from;
  const end = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
  return end === null || (start ?? "") < end;
}

/**
 * Whether a change of someone's stays leaves them without a place while they are in care: today, or from some day on
 * where before there was no end in sight.
 * @param outOfCareSince the day care ends; `null`: no end is known
 */
export function leavesWithoutPlace(
  before: readonly Period[],
  after: readonly Period[],
  day: string,
  outOfCareSince: string | null,
): boolean {
  if (outOfCareSince !== null && outOfCareSince <= day) return false;
  const today = (stays: readonly Period[]) => stays.some((stay) => covers(stay, day));
  const lasts = (stays: readonly Period[]) =>
    stays.some(({ until }) => until === null || (outOfCareSince !== null && until >= outOfCareSince));
  return (today(before) && !today(after)) || (lasts(before) && !lasts(after));
}

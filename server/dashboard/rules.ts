/** How many days ahead an evaluation is announced: a working week and the weekend around it. */
export const AHEAD_DAYS = 7;

/** @param day `YYYY-MM-DD` @returns the day that many days later */
export function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Where time comes from: epoch milliseconds. Domain code never asks the machine itself. */
export interface Clock {
  now(): number;
}

/** The machine's clock, shifted by a fixed number of milliseconds (a demo-marked database only). */
export function systemClock(offsetMs = 0): Clock {
  return { now: () => Date.now() + offsetMs };
}

const amsterdamDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Amsterdam at a moment, as `YYYY-MM-DD`. */
export function dayOf(moment: number): string {
  return amsterdamDay.format(moment);
}

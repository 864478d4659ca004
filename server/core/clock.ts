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

const amsterdamWall = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The first moment of a calendar day in Amsterdam (epoch ms), also on the days the clock changes. */
export function startOfDay(day: string): number {
  const noonUtc = Date.parse(`${day}T12:00:00Z`);
  const guess = Date.parse(`${day}T00:00:00Z`) - 2 * 3_600_000;
  // Midnight is one or two hours before UTC's; look which of the two reads 00:00 on this very day.
  const [first, second] = [guess, guess + 3_600_000];
  const midnight = [first, second].find((at) => amsterdamWall.format(at) === "00:00" && dayOf(at) === day);
  return midnight ?? noonUtc - 12 * 3_600_000;
}

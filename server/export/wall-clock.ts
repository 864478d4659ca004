const DAY_MS = 86_400_000;

/** Days between 1899-12-30, where spreadsheet serial numbers start, and 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/**
 * 1 March 1900. Spreadsheets disagree about the days before it (Excel keeps Lotus' 29 February 1900,
 * LibreOffice does not), so an earlier date has no serial number that every reader shows alike.
 */
const FIRST_SERIAL = 61;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/** Epoch milliseconds → the wall clock in Amsterdam, as the epoch milliseconds of that same clock in UTC. */
export type WallClock = (epochMs: number) => number;

/**
 * Makes a clock reader for Europe/Amsterdam. It remembers the offset of each day it has seen (two
 * transitions never fall in one day), because asking Intl for every cell would cost more than the
 * whole sheet. Its own memory, no module state: one a workbook.
 */
export function amsterdamWallClock(): WallClock {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsetAt = (moment: number): number => {
    // Outside these years nothing changes any more, and Intl's years have eras or five digits.
    const epochMs = Math.min(Math.max(moment, Date.UTC(1800, 0)), Date.UTC(9999, 0));
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(epochMs / 1000) * 1000;
  };
  const offsetOfDay = new Map<number, number | null>();
  const offsetAtStart = new Map<number, number>(); // a day's end is the next one's start: each is asked once
  const startOf = (day: number): number => {
    const known = offsetAtStart.get(day) ?? offsetAt(day * DAY_MS);
    offsetAtStart.set(day, known);
    return known;
  };
  return (epochMs) => {
    const day = Math.floor(epochMs / DAY_MS) | 0; // an integer key: Map is slow with doubles
    let offset = offsetOfDay.get(day);
    if (offset === undefined) {
      offset = startOf(day) === startOf(day + 1) ? startOf(day) : null;
      offsetOfDay.set(day, offset);
    }
    return epochMs + (offset ?? offsetAt(epochMs));
  };
}

/**
 * Wall-clock milliseconds → spreadsheet serial (days since 1899-12-30), or undefined outside 1900-03-01 …
 * 9999-12-31: such a moment has to be written as text. Nine decimals, rounded up: at most 0.1 ms late, so that a
 * reader that rounds and one that cuts (LibreOffice shows 01:59:59 for 2 o'clock less a hair) see the same second.
 */
export function serialOfWall(wallMs: number): number | undefined {
  const day = Math.floor(wallMs / DAY_MS);
  const serial = day + SERIAL_OF_1970;
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return undefined;
  const ofDay = (wallMs - day * DAY_MS) / DAY_MS;
  return serial + Math.ceil(ofDay * 1e9) / 1e9;
}

/** "YYYY-MM-DD" → whole-day serial; undefined when it is no such text, no existing day, or out of range. */
export function serialOfDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month] ?? 0);
  // Not a digit makes NaN, and NaN fails each comparison.
  if (!(year >= 1900 && day >= 1 && day <= days)) return undefined;
  return serialOfWall(Date.UTC(year, month - 1, day));
}

const DASH = 0x2d;
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number a text has from `from` up to `to`, or NaN. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Wall-clock milliseconds → "YYYY-MM-DD HH:MM", for moments a spreadsheet has no serial for. */
export function textOfWall(wallMs: number): string {
  return new Date(wallMs).toISOString().replace("T", " ").slice(0, -8);
}

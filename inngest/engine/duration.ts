const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * The moment a wait of the SDK ends: it writes either a date (`2026-11-21T20:12:06.713Z`) or a duration (`1d2h30s`).
 * @param now epoch milliseconds
 * @returns epoch milliseconds
 * @throws Error when the text is neither
 */
export function momentOf(text: string, now: number): number {
  if (/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) {
    const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g);
    return Math.ceil(
      [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0), now),
    );
  }
  const date = Date.parse(text);
  if (Number.isNaN(date)) throw new Error(`"${text}" is neither a date nor a duration.`);
  return date;
}

const RETRY_AFTER_MS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200].map((seconds) => seconds * 1_000);
const JITTER_MS = 30_000;

/**
 * How long to wait before trying again: the table of the real server, plus up to 30 seconds so that what failed
 * together does not return together.
 * @param attempt the attempt that failed, counted from 0
 */
export function retryDelay(attempt: number): number {
  const step = RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)] ?? 0;
  return step + Math.floor(Math.random() * JITTER_MS);
}

/** The moment a `Retry-After` header names: seconds from now, or a date. An unreadable one gives `undefined`. */
export function retryMoment(header: string, now: number): number | undefined {
  if (/^\d+$/.test(header)) return now + Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date;
}

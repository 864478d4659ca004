import { Cron } from "croner";

/** `TZ=Europe/Amsterdam 0 3 * * *`: five fields, with an optional time zone before them (UTC without). */
function scheduleOf(expression: string): Cron {
  const [, zone, pattern] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.+)$/.exec(expression.trim()) ?? [];
  return new Cron(pattern ?? "", { timezone: zone ?? "UTC", paused: true, mode: "5-part" });
}

/**
 * The first tick after a moment, in epoch milliseconds.
 * @throws Error when the expression or its time zone is wrong, or it never ticks again
 */
export function tickAfter(expression: string, moment: number): number {
  const next = scheduleOf(expression).nextRun(new Date(moment));
  if (!next) throw new Error(`The schedule "${expression}" has no next time.`);
  return next.getTime();
}

/** The last tick at or before a moment, in epoch milliseconds. */
export function tickUntil(expression: string, moment: number): number | undefined {
  return scheduleOf(expression)
    .previousRuns(1, new Date(moment + 1))[0]
    ?.getTime();
}

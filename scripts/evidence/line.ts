/** One line of figures, printed as `key=value key=value`. */
export type Line = Record<string, string | number>;

/** Figures that must be nothing: each counts something that went wrong. */
const ZERO = new Set([
  "mismatches",
  "leaks",
  "writes",
  "csrf_executed",
  "csp_violations",
  "xss_executed",
  "bypass_leaks",
  "hits",
  "difference",
  "formulas",
  "hyperlinks",
  "expired_on_disk",
  "key_bytes_found",
  "missing",
  "wrong",
  "orphans",
  "lost",
  "duplicates",
  "acknowledged_lost",
  "violations",
]);

/** Figures that may be anything: they inform. */
const FREE = new Set(["uncertain"]);

/** Pairs that must be equal. */
const EQUAL: readonly (readonly [string, string])[] = [
  ["tampers", "detected"],
  ["events", "expected"],
  ["busy", "recovered"],
  ["rows_db", "rows_export"],
  ["pairs", "identical_after_unmerge"],
  ["journeys", "keyboard_only"],
];

/**
 * Whether a line proves what it is about: what counts faults is 0, pairs are equal, and every other count is above 0,
 * for a proof that tried nothing proves nothing.
 */
export function holds(line: Line): boolean {
  const counts = Object.entries(line).filter(([key]) => !FREE.has(key));
  const right = counts.every(([key, value]) => {
    if (key === "outcome") return value !== "wrong";
    return typeof value === "string" || (ZERO.has(key) ? value === 0 : value > 0);
  });
  return right && EQUAL.every(([one, other]) => line[one] === line[other] || !(one in line && other in line));
}

export function textOf(line: Line): string {
  return Object.entries(line)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
}

/** Says what went wrong, for whoever must mend it; the figures themselves go to standard output. */
export function complain(...groups: readonly (readonly string[])[]): void {
  for (const wrong of groups.flat()) process.stderr.write(`${wrong}\n`);
}

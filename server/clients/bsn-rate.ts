const WINDOW_MS = 60_000;
const MOST = 30;

const HOME = Symbol.for("kroniek/bsn-searches");

/** Next bundles a module more than once; the count is one a process. Per person the moments of their searches. */
function searches(): Map<string, number[]> {
  const store = globalThis as typeof globalThis & { [HOME]?: Map<string, number[]> };
  store[HOME] ??= new Map();
  return store[HOME];
}

/**
 * Whether someone may search by BSN once more: thirty a minute is more than anyone types, and far too few to try
 * numbers until one is found (SECURITY.md F2).
 * @param now epoch ms
 */
export function maySearchBsn(employeeId: string, now: number): boolean {
  const recent = (searches().get(employeeId) ?? []).filter((at) => at > now - WINDOW_MS && at <= now);
  const may = recent.length < MOST;
  if (may) recent.push(now);
  searches().set(employeeId, recent);
  return may;
}

import { looksLikeClientNumber } from "../access/reach";
import { parseBsn } from "../clients/bsn";

/** How long a dossier is open by the emergency procedure (DOMAIN.md 5). */
export const OPEN_MS = 60 * 60_000;

/** Reviews on one page. */
export const PAGE_SIZE = 25;

/** What someone looks for, when it is a whole number of a client or a BSN; `undefined` for anything else. */
export function soughtAs(text: string): { number: string } | { bsn: string } | undefined {
  if (looksLikeClientNumber(text)) return { number: text };
  const bsn = parseBsn(text);
  return bsn === undefined ? undefined : { bsn };
}

/** Where a use of the procedure stands: still open, waiting for somebody's review, or reviewed. */
export function stateOf(
  { until, reviewedAt }: { until: number; reviewedAt: number | null },
  now: number,
): "running" | "waiting" | "reviewed" {
  if (reviewedAt !== null) return "reviewed";
  return until > now ? "running" : "waiting";
}

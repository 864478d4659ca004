/** An export is kept for 24 hours after it was ready (Ons page), counted from that moment. */
export const KEPT_MS = 24 * 3_600_000;

/** A build takes minutes; after so long In afwachting, whatever should make the export has lost it. */
export const STALLED_MS = 24 * 3_600_000;

/** What may be asked of an export row to know whether it still exists for people. */
export interface Kept {
  status: "pending" | "ready" | "failed";
  expiresAt: number | null;
  deletedAt: number | null;
}

/** True while the file may be downloaded: ready, and before its stored moment of expiry, swept or not. */
export function isDownloadable(row: Kept, now: number): boolean {
  return row.status === "ready" && row.deletedAt === null && row.expiresAt !== null && now < row.expiresAt;
}

/** Under which heading an export stands: it is generated until its day is over, then only its trace is left. */
export function headingOf(row: Kept & { failedAt: number | null }, now: number): "generated" | "deleted" {
  if (row.status === "pending" || isDownloadable(row, now)) return "generated";
  return row.status === "failed" && row.failedAt !== null && now < row.failedAt + KEPT_MS
    ? "generated"
    : "deleted";
}

/**
 * `dossier-10001-20261121-1000.zip`: number and moment, no name.
 * @param wall Amsterdam wall clock as `shownMoment` gives it: `21-11-2026 10.00`
 */
export function exportFileName(clientNumber: number, wall: string): string {
  const [date = "", time = ""] = wall.split(" ");
  return `dossier-${clientNumber}-${date.split("-").reverse().join("")}-${time.replace(".", "")}.zip`;
}

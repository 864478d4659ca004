import { z } from "zod";

export const SCOPES = ["complete", "current"] as const;
export const PURPOSES = ["client-request", "transfer", "internal"] as const;

/** How many of a client's exports the page lists, newest first. */
export const LISTED_AT_MOST = 200;

/** What someone chooses before Start nieuwe export; the defaults make the click alone enough. */
export const RequestExport = z.object({
  scope: z.enum(SCOPES).default("complete"),
  purpose: z.enum(PURPOSES).default("client-request"),
  note: z.string().trim().max(1000).default(""),
  /** The day the client asked for a copy (`YYYY-MM-DD`); the term of one month counts from it */
  clientAskedOn: z.iso.date().optional(),
  /** Made once by the page for this click: the same key again is the same export */
  requestKey: z.string().min(8).max(64),
});

/** Which export a row or file is about. */
export const OneExport = z.object({ exportId: z.string().max(60) });

/**
 * The last day of the term for a client's request: one month after it (art. 12 lid 3 AVG).
 * @param askedOn `YYYY-MM-DD`; the 31st of a month without one becomes its last day
 */
export function dueOn(askedOn: string): string {
  const [year = 0, month = 0, day = 0] = askedOn.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

import { z } from "zod";

export const SCOPES = ["complete", "current"] as const;
export const PURPOSES = ["client-request", "transfer", "internal"] as const;

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

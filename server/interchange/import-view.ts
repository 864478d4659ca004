import type { imports } from "@/db/schema/imports";
import { type Reason, sentenceOf } from "../core/errors";

export type ImportRow = typeof imports.$inferSelect;

/** An import as the page lists it: counts, never contents. */
export interface ImportView {
  id: string;
  status: ImportRow["status"];
  phase: ImportRow["phase"];
  requestedAt: number;
  requestedBy: string;
  location: string;
  files: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Why it failed, for people */
  failure: string | null;
  progress: {
    bytesKnown: number;
    bytesDone: number;
    resourcesRead: number;
    resourcesDone: number;
    clientsKnown: number | null;
    clientsDone: number;
  };
  totals: ImportRow["totals"];
}

/** @param files how many it has */
export function importView(
  row: ImportRow,
  { location, files }: { location: string; files: number },
): ImportView {
  const { id, status, phase, requestedAt, startedAt, endedAt, totals } = row;
  const { bytesKnown, bytesDone, resourcesRead, resourcesDone, clientsKnown, clientsDone } = row;
  return {
    ...{ id, status, phase, requestedAt, startedAt, endedAt, totals, location, files },
    requestedBy: row.requestedByName,
    failure: row.failure === null ? null : sentenceOf(row.failure satisfies Reason),
    progress: { bytesKnown, bytesDone, resourcesRead, resourcesDone, clientsKnown, clientsDone },
  };
}

import type { InferSelectModel } from "drizzle-orm";
import type { exports } from "@/db/schema/exports";
import { sentenceOf } from "../core/errors";
import { partOf } from "../dossier/registry";
import { dueOn } from "./input";
import { headingOf, isDownloadable } from "./rules";

export type ExportRow = InferSelectModel<typeof exports>;

/**
 * One export as the page shows it. Never its key.
 * @param before numbers of clients who went up in this one after it was made: what was theirs may not be in it
 */
export function exportView(row: ExportRow, now: number, before: readonly number[] = []) {
  return {
    before: [...before],
    id: row.id,
    heading: headingOf(row, now),
    scope: row.scope,
    purpose: row.purpose,
    purposeNote: row.purposeNote,
    clientAskedOn: row.clientAskedOn,
    dueOn: row.clientAskedOn === null ? null : dueOn(row.clientAskedOn),
    requestedBy: row.requestedByName,
    requestedAt: row.requestedAt,
    status: row.status,
    completedAt: row.completedAt,
    expiresAt: row.expiresAt,
    bytes: row.bytes,
    downloads: row.downloads,
    downloadable: isDownloadable(row, now),
    failure: row.failure === null ? null : sentenceOf(row.failure),
    failedAt: row.failedAt,
    deletedAt: row.deletedAt,
  };
}
export type ExportView = ReturnType<typeof exportView>;

/** What a poll gets: state and counts only. A waiting page asks for the list again when these differ from it. */
export function progressView(row: ExportRow, now: number) {
  return {
    id: row.id,
    status: row.status,
    heading: headingOf(row, now),
    deletedAt: row.deletedAt,
    rowsKnown: row.rowsKnown,
    rowsDone: row.rowsDone,
    /** Dutch name of the dossier part under way */
    part: row.partUnderWay === null ? null : (partOf(row.partUnderWay)?.label ?? null),
  };
}
export type ProgressView = ReturnType<typeof progressView>;

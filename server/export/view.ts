import type { InferSelectModel } from "drizzle-orm";
import type { exports } from "@/db/schema/exports";
import { sentenceOf } from "../core/errors";
import { dueOn, headingOf, isDownloadable } from "./rules";

export type ExportRow = InferSelectModel<typeof exports>;

/** One export as the page shows it. Never its key. */
export function exportView(row: ExportRow, now: number) {
  return {
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

/** What a poll gets: state and counts only. */
export function progressView(row: ExportRow) {
  return {
    id: row.id,
    status: row.status,
    rowsKnown: row.rowsKnown,
    rowsDone: row.rowsDone,
    part: row.partUnderWay,
  };
}
export type ProgressView = ReturnType<typeof progressView>;

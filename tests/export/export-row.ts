import type { ExportRow } from "@/server/export/view";

/** An export someone just asked for; what a test is about is given. */
export function exportRow(
  about: Pick<ExportRow, "id" | "clientId" | "scope" | "requestedAt"> & Partial<ExportRow>,
): ExportRow {
  return {
    purpose: "internal",
    purposeNote: null,
    clientAskedOn: null,
    requestedById: "employee",
    requestedByName: "Sanne Kuipers",
    requestKey: `key-${about.id}`,
    requestDigest: null,
    status: "pending",
    rowsKnown: null,
    rowsDone: 0,
    partUnderWay: null,
    snapshotAt: null,
    completedAt: null,
    expiresAt: null,
    bytes: null,
    wrappedKey: null,
    downloads: 0,
    failure: null,
    failedAt: null,
    deletedAt: null,
    ...about,
  };
}

/** Where the rows of a part are: a workbook with the sheet, or a file without one. */
export interface PlaceOfPart {
  path: string;
  sheet?: string;
}

/** `manifest.json`: what the export holds, and what it does not and why (CONTRACT.md). */
export interface Manifest {
  clientNumber: string;
  scope: "complete" | "current";
  requestedBy: string;
  /** ISO 8601, UTC */
  requestedAt: string;
  completedAt: string;
  snapshotAt: string;
  parts: { part: string; label: string; rows: number; files: PlaceOfPart[] }[];
  files: { path: string; bytes: number; sha256: string }[];
  omitted: { part: string; reason: string }[];
  characters: { split: number; removed: number };
}

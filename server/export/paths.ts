import { join } from "node:path";

/** Where exports live until their day is over; the names say nothing of whom they are about. */
export function exportFolder(dataDir: string): string {
  return join(dataDir, "exports");
}

/** The finished, encrypted file of an export. */
export function exportPath(dataDir: string, exportId: string): string {
  return join(exportFolder(dataDir), `${exportId}.sealed`);
}

/** The file while it is being written; only renaming makes it an export. */
export function partialPath(dataDir: string, exportId: string): string {
  return join(exportFolder(dataDir), `${exportId}.part`);
}

/** Where a build keeps what has to wait for its turn in the file. */
export function spoolPath(dataDir: string, exportId: string): string {
  return join(exportFolder(dataDir), `${exportId}.spool`);
}

import { type Saved, saveFile } from "@/app/_ui/save-file";

/** Downloads an export. */
export function saveExport(exportId: string): Promise<Saved> {
  return saveFile(`/api/exports/${encodeURIComponent(exportId)}`, "dossier.zip");
}

import { z } from "zod";

/** A page of what was imported for a client and fits no part; `type` narrows it to one FHIR resource type. */
export const ListOther = z.object({
  type: z.string().max(64).optional(),
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(100).default(25),
});

/** The most bytes of one file, and the most files, of an import through the page. */
export const IMPORT_FILE_CAP = 200 * 1024 * 1024;
export const IMPORT_FILES = 50;
/** Imports the page lists, newest first. */
export const IMPORTS_LISTED = 50;

const id = z.string().min(1).max(60);

/** The files someone chose, by name and size; they are sent one by one afterwards. */
export const BeginImport = z.object({
  requestKey: z.string().min(8).max(64),
  files: z
    .array(z.object({ name: z.string().min(1).max(1_000), bytes: z.number().int().min(0) }))
    .min(1)
    .max(IMPORT_FILES),
});

export const OneImport = z.object({ importId: id });

/** What comes before the bytes of one file of an import. */
export const UploadImportFile = z.object({ importId: id, fileId: id });

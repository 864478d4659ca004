import { z } from "zod";
import { FIELD_SUBJECT_IDS, ROW_SUBJECT_IDS } from "./subjects";

const Side = z.enum(["left", "right"]);
const RowChoice = z.enum(["left", "right", "both"]);

/** What was chosen so far, by subject; what is not there is not chosen, or as the preview proposes. */
export const MergeChoices = z.object({
  fields: z.partialRecord(z.enum(FIELD_SUBJECT_IDS), Side),
  rows: z.partialRecord(z.enum(ROW_SUBJECT_IDS), RowChoice),
});
export type MergeChoices = z.output<typeof MergeChoices>;

/** A look at what would happen; it changes nothing. */
export const PreviewMerge = z.object({ choices: MergeChoices });

/** Merges as previewed: `planDigest` is that of the preview, so that what was seen is what is done. */
export const CarryOutMerge = z.object({
  choices: MergeChoices,
  planDigest: z.string().length(64),
  requestKey: z.uuid(),
});

/** The merge to look at or undo: always the newest that still stands. */
export const PreviewUndo = z.object({ mergeId: z.string().max(64) });

/** To whom what was made since belongs, by the keys of the preview, and fields that changed since. */
export const CarryOutUndo = z.object({
  mergeId: z.string().max(64),
  items: z.record(z.string().max(200), Side),
  fields: z.partialRecord(z.enum(FIELD_SUBJECT_IDS), z.enum(["left", "right", "both"])),
  requestKey: z.uuid(),
});

import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A page of one part's list: what to show, in which order, which page. */
export const ListEntries = z.object({
  part: z.string().max(40),
  search: z.string().max(200).default(""),
  /** Column key → chosen code; unknown keys and codes are left aside */
  filters: z.record(z.string().max(40), z.string().max(80)).default({}),
  from: day.optional(),
  until: day.optional(),
  /** `current`: only what is actueel */
  only: z.enum(["current", "all"]).default("all"),
  sort: z.string().max(40).default("moment"),
  descending: z.boolean().default(true),
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(200).default(25),
});

const slug = z.string().max(40);
const id = z.string().min(1).max(80);
/** By column key what the form holds: checked by the part's declaration (`read-form.ts`), field by field */
const values = z.record(z.string().max(40), z.unknown());
const version = z.number().int().min(1).max(1_000_000);
const reason = z.string().trim().max(500);

/** The form of a part: empty, or filled with an entry to correct. */
export const OpenForm = z.object({ part: slug, entryId: id.optional() });

/** A new entry. `requestKey` is made by the form when it opens: sent twice, the entry is stored once. */
export const AddEntry = z.object({ part: slug, values, requestKey: z.string().min(8).max(80) });

/** Which entry, and which version of it was on the screen. */
const OneVersion = z.object({ part: slug, entryId: id, version });

/** Other values for the fields that are named; what is not named stays. */
export const CorrectEntry = OneVersion.extend({ values, reason: reason.default("") });

/** The last day, `YYYY-MM-DD`; a status of the part's own where it has more than one. */
export const EndEntry = OneVersion.extend({
  on: z.string().max(20),
  status: z.string().max(40).optional(),
  reason: reason.default(""),
});

/** Without a reason it is refused at that field. */
export const ArchiveEntry = OneVersion.extend({ reason: reason.default("") });
export const RestoreEntry = OneVersion.extend({ reason: reason.default("") });

export const OneEntry = z.object({ part: slug, entryId: id });

/** Under this name a draft keeps why an entry is corrected; no column has it. */
export const DRAFT_REASON = "correction-reason";

/** Levels of a draft's values: a form has fields, lists of rows, and their fields. */
const DRAFT_LEVELS = 8;

/** What JSON can hold, and `undefined` for a field that is not there. */
function isJsonValue(value: unknown, levels = DRAFT_LEVELS): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && levels > 0 && Object.values(value).every((each) => isJsonValue(each, levels - 1));
}

/** What a form holds now; `entryId` and `version` when it corrects an entry. */
export const SaveDraft = z.object({
  part: slug,
  entryId: id.optional(),
  version: version.optional(),
  /** Stored as JSON, so it must be that; otherwise unchecked: a draft may be wrong */
  values: z.record(
    z.string().max(40),
    z.unknown().refine((value) => isJsonValue(value)),
  ),
});

/** `asOf` of the list that was on the screen. */
export const SeenPart = z.object({ part: slug, asOf: z.number().int().min(0) });

import type { FhirResource } from "@/server/dossier/fhir";

/** Where in a file: the entry (from 0; `4.2` is entry 2 of a Bundle in entry 4), the line (from 1), or neither. */
export type At = { entry?: string; line?: number };

/** Why something could not be read. The Dutch sentence for each belongs to the page and the report. */
export type RefusalReason =
  | "unreadable"
  | "empty"
  | "unknown-format"
  | "archive"
  | "out-of-reach"
  | "shared-already"
  | "file-too-large"
  | "bad-encoding"
  | "broken-json"
  | "broken-xml"
  | "document-type"
  | "too-deep"
  | "too-large"
  | "not-fhir"
  | "no-resource-type"
  | "unknown-resource-type";

/**
 * `resource` is a resource as JSON; `json` the same as text with every number digit for digit (`1.00` stays `1.00`),
 * to be kept verbatim. `skipped` is a Bundle entry that holds no resource (a deletion, a search outcome without body).
 */
export type ReadItem =
  | { kind: "resource"; resource: FhirResource; json: string; fullUrl?: string; file: string; at: At }
  | { kind: "refused"; reason: RefusalReason; detail?: string; file: string; at: At }
  | { kind: "skipped"; file: string; at: At };

/** What a format reader yields; the file's name is added by the source. */
export type Piece =
  | { kind: "resource"; resource: FhirResource; json: string; fullUrl?: string; at: At }
  | { kind: "refused"; reason: RefusalReason; detail?: string; at: At }
  | { kind: "skipped"; at: At };

/** The caps of reading; tests set them lower. Bytes, and levels of nesting counted from a resource's root. */
export type ReadLimits = { depth: number; resourceBytes: number; fileBytes: number };

export const READ_LIMITS: ReadLimits = {
  depth: 64,
  resourceBytes: 20 * 1024 * 1024,
  fileBytes: 2 * 1024 * 1024 * 1024,
};

/** A refusal; `detail` names elements, counts or positions and never repeats content of the file. */
export function refused(reason: RefusalReason, at: At, detail?: string): Piece {
  return { kind: "refused", reason, at, ...(detail === undefined ? {} : { detail }) };
}

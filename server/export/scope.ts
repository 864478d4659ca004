import type { SQL } from "drizzle-orm";
import { codingsOf, type FhirResource } from "../dossier/fhir";
import { type AnyPart, parts } from "../dossier/registry";

export type Scope = "complete" | "current";

/** The parts of an export with the rows they are limited to, and those left out with the reason. */
export interface Selection {
  included: { part: AnyPart; condition: SQL | undefined }[];
  omitted: { part: AnyPart; reason: string }[];
}

/** Which parts and rows a scope holds: the rules of the Ons page, as each part declares its own (CONTRACT.md). */
export function select(scope: Scope, at: { day: string; now: number }): Selection {
  const selection: Selection = { included: [], omitted: [] };
  for (const part of parts) {
    const rule = scope === "complete" ? "all" : part.currentExport;
    if (typeof rule === "object") selection.omitted.push({ part, reason: rule.omit });
    else
      selection.included.push({
        part,
        condition: rule === "current" ? part.current(part.table, at) : undefined,
      });
  }
  return selection;
}

/** Resource types that belong to parts an Actueel dossier leaves out, whoever sent them. */
const LEFT_OUT_TYPES = new Set([
  "DiagnosticReport",
  "Specimen",
  "ImagingStudy",
  "Media",
  "DocumentReference",
  "DocumentManifest",
  "Binary",
]);

/** True when a resource kept word for word falls under what an Actueel dossier leaves out. */
export function isLeftOut(resource: FhirResource): boolean {
  if (LEFT_OUT_TYPES.has(resource.resourceType)) return true;
  return (
    resource.resourceType === "Observation" &&
    codingsOf(resource.category).some(({ code }) => code === "laboratory")
  );
}

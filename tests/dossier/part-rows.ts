import { getTableColumns } from "drizzle-orm";
import type { FhirResource } from "@/server/dossier/fhir";
import { type AnyPart, type AnyRow, parts } from "@/server/dossier/registry";
import { makePen, PEN_NOW } from "./pen";
import { takeRun } from "./take-run";

/** The client of every given resource. */
export const PATIENT = { reference: "urn:uuid:4f1f2c9e-0000-7000-8000-000000000001" };

/** Forty clients, of every care kind and gender, eight of them with a full dossier. */
export const pens = () =>
  Array.from({ length: 40 }, (_, index) => makePen(10_001 + index, index % 5 === 0 ? "full" : "normal"));

/** A row as the database would give a draft back. */
function rowOf(part: AnyPart, draft: object, index: number): AnyRow {
  const empty = Object.fromEntries(Object.keys(getTableColumns(part.table)).map((key) => [key, null]));
  return {
    ...empty,
    id: `0198c0de-0000-7000-8000-${String(index).padStart(12, "0")}`,
    clientId: "client",
    recordedAt: PEN_NOW,
    recordedBy: "Iemand",
    version: 1,
    ...draft,
  } as AnyRow;
}

/** All demo rows of a part over all pens. */
export const rowsOf = (part: AnyPart): AnyRow[] =>
  pens()
    .flatMap((pen) => part.demo(pen))
    .map((draft, index) => rowOf(part, draft, index));

/** Takes given resources back in the order of the registry: what came out, and how many were left over. */
export function takeAll(read: readonly { resource: FhirResource; fullUrl?: string }[]) {
  const run = takeRun(read);
  const taken = read.flatMap(({ resource }) => {
    if (run.absorbed.has(resource)) return [];
    const offered = parts.filter(({ fhir }) => fhir.types.includes(resource.resourceType));
    for (const part of offered) {
      const draft = part.fhir.take(resource, run.context);
      if (draft !== null)
        return [{ slug: part.slug as string, resource, draft: draft as Record<string, unknown> }];
    }
    return [];
  });
  return { taken, absorbed: run.absorbed };
}

/** The part with this address; a test that asks for another is wrong. */
export const partNamed = (slug: string): AnyPart => {
  const found = parts.find((part) => part.slug === slug);
  if (found === undefined) throw new Error(`no part ${slug}`);
  return found;
};

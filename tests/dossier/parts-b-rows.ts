import type { DemoPen } from "@/server/dossier/demo-pen";
import type { FhirResource } from "@/server/dossier/fhir";
import { type AnyRow, parts } from "@/server/dossier/registry";
import { makePen, PEN_NOW } from "./pen";
import { takeRun } from "./take-run";

const SLUGS = ["medication", "measurements", "lab-results", "documents", "questionnaires"] as const;
/** The five parts these tests are about. */
export const ours = SLUGS.map((slug) => {
  const part = parts.find((each) => each.slug === slug);
  if (part === undefined) throw new Error(`no part ${slug}`);
  return part;
});

/** Pens of forty clients, the first of them full; files are named by their hash as the run names them. */
export function pens(): { pen: DemoPen; files: Map<string, Buffer> }[] {
  return Array.from({ length: 40 }, (_, index) => {
    const files = new Map<string, Buffer>();
    const pen = makePen(20_000 + index, index < 4 ? "full" : "normal");
    return {
      files,
      pen: {
        ...pen,
        file: (file) => {
          const { sha256, bytes } = pen.file(file);
          const fileId = `file-${sha256.slice(0, 24)}`;
          files.set(fileId, file.bytes);
          return { fileId, bytes, sha256 };
        },
      },
    };
  });
}

/** When every row of these tests was recorded. */
export const RECORDED_AT = PEN_NOW - 3_600_000;

/** A draft as it stands in the database. */
export function stored(draft: object, id: string): AnyRow {
  const said = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  const row = { recordedAt: RECORDED_AT, recordedBy: "Onbekend", ...said };
  return { ...row, id, clientId: "client", recordedById: null, version: 1 } as unknown as AnyRow;
}

/** Resources as they arrive: through JSON, so that what is undefined is absent. */
export const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as FhirResource[];

/** What the five parts make of these resources, in order, and what came of the run. */
export function take(...resources: FhirResource[]) {
  const run = takeRun(resources.map((resource) => ({ resource })));
  const rows = resources.map((resource) => {
    const found = ours.flatMap((part) => {
      const draft = part.fhir.types.includes(resource.resourceType)
        ? part.fhir.take(resource, run.context)
        : null;
      return draft === null ? [] : [{ part: part.slug, ...draft } as Record<string, unknown>];
    });
    return found[0] ?? null;
  });
  return { ...run, rows, row: rows[0], absorbedIds: [...run.absorbed].map(({ id }) => id) };
}

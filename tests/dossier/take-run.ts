import { createHash } from "node:crypto";
import { type FhirResource, isElement, isResource, stringOf, targetOf } from "@/server/dossier/fhir";
import type { TakeContext } from "@/server/dossier/part";
import { PEN_NOW } from "./pen";

export interface TakeRun {
  context: TakeContext;
  absorbed: Set<FhirResource>;
  kept: { fileId: string; name: string; mime: string; bytes: Buffer }[];
}

/** An import in memory: references resolve among these resources, by `Type/id`, full url or canonical. */
export function takeRun(resources: readonly { resource: FhirResource; fullUrl?: string }[]): TakeRun {
  const byName = new Map<string, FhirResource>();
  const byType = new Map<string, FhirResource[]>();
  for (const { resource, fullUrl } of resources) {
    const id = stringOf(resource.id);
    if (id !== undefined) byName.set(`${resource.resourceType}/${id}`, resource);
    if (fullUrl !== undefined) byName.set(fullUrl, resource);
    byType.set(resource.resourceType, [...(byType.get(resource.resourceType) ?? []), resource]);
  }
  const absorbed = new Set<FhirResource>();
  const kept: TakeRun["kept"] = [];
  const none: FhirResource[] = [];
  return {
    absorbed,
    kept,
    context: {
      now: PEN_NOW,
      resolve: (reference) => {
        if (isResource(reference)) return reference;
        const literal = isElement(reference) ? stringOf(reference.reference) : undefined;
        if (literal === undefined) return undefined;
        const target = targetOf(literal);
        return byName.get(literal) ?? (target && byName.get(`${target.type}/${target.id}`));
      },
      absorb: (resource) => absorbed.add(resource),
      all: (type) => byType.get(type) ?? none,
      keepFile: ({ name, mime, bytes }) => {
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const fileId = `file-${sha256.slice(0, 24)}`;
        kept.push({ fileId, name, mime, bytes });
        return { fileId, bytes: bytes.length, sha256 };
      },
    },
  };
}

import { createHash } from "node:crypto";
import {
  elementsOf,
  type FhirElement,
  type FhirResource,
  isElement,
  stringOf,
  targetOf,
} from "@/server/dossier/fhir";

/** One reference found in a resource: where (`section.entry.reference`) and what it says. */
export type Link = { path: string; reference: string };

/**
 * What the reference space keeps of a resource: not its content, so that an import of any size fits. `names` are all
 * the ways in which others may call it; `subjects` the references that say whose it is; `links` all references.
 */
export type Referable = {
  /** Its one name in this run: `file` and `names[0]` together, unique. */
  key: string;
  type: string;
  file: string;
  /** Fingerprint of the content: the same resource in two files is no ambiguity. */
  digest: string;
  names: string[];
  subjects: Link[];
  links: Link[];
  /** References to contained resources that are not there. */
  brokenContained: Link[];
};

/** Members that name the client in R4, in order of weight (patient compartment, http://hl7.org/fhir/R4/compartmentdefinition-patient.html). */
const SUBJECT_MEMBERS = ["subject", "patient", "beneficiary", "individual", "for", "candidate"];

/** Describes a resource for the reference space. `position` tells apart resources without id in one file. */
export function referable(
  resource: FhirResource,
  origin: { file: string; fullUrl?: string; position: string; json: string },
): Referable {
  const own = resource.id === undefined ? undefined : `${resource.resourceType}/${resource.id}`;
  const urn = origin.fullUrl?.replace(/\/_history\/[^/]+$/, "");
  const names = [own, urn].filter((name) => name !== undefined);
  const identifiers = elementsOf(resource.identifier).flatMap((identifier) => {
    const value = stringOf(identifier.value);
    return value === undefined
      ? []
      : [identifierName(resource.resourceType, stringOf(identifier.system), value)];
  });
  if (resource.resourceType === "Questionnaire") {
    const url = stringOf(resource.url);
    if (url !== undefined) names.push(url);
  }
  const contained = new Set(elementsOf(resource.contained).map((inner) => inner.id));
  const all = linksOf(resource);
  const isLocal = (link: Link) => link.reference.startsWith("#");
  return {
    key: `${origin.file}|${own ?? urn ?? `${resource.resourceType}@${origin.position}`}`,
    type: resource.resourceType,
    file: origin.file,
    digest: createHash("sha256").update(origin.json).digest("base64"),
    names: [...names, ...identifiers],
    subjects: subjectLinks(resource).filter((link) => !isLocal(link)),
    links: all.filter((link) => !isLocal(link)),
    brokenContained: all.filter(
      (link) => isLocal(link) && link.reference !== "#" && !contained.has(link.reference.slice(1)),
    ),
  };
}

/** The name under which a resource with this identifier is found, for references that only say an identifier. */
export function identifierName(type: string | undefined, system: string | undefined, value: string): string {
  return `${type ?? ""}?identifier=${system ?? ""}|${value}`;
}

function subjectLinks(resource: FhirResource): Link[] {
  for (const name of SUBJECT_MEMBERS) {
    const links = linksOf(resource[name], name, 1);
    if (links.length > 0) return links;
  }
  if (resource.resourceType !== "Appointment") return [];
  return elementsOf(resource.participant)
    .flatMap((participant) => linksOf(participant.actor, "participant.actor", 1))
    .filter((link) => targetOf(link.reference)?.type === "Patient");
}

/**
 * Every reference in a resource, contained ones included: literal (`reference`), by identifier alone, the
 * Questionnaire of a QuestionnaireResponse, and the address of an attachment. `depth` limits how far down it looks.
 */
export function linksOf(value: unknown, path = "", depth = 128): Link[] {
  const found: Link[] = [];
  collect(value, path, depth, found);
  return found;
}

function collect(value: unknown, path: string, depth: number, found: Link[]): void {
  if (depth < 0) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, depth, found);
    return;
  }
  if (!isElement(value)) return;
  const reference = literalOf(value) ?? logicalOf(value) ?? attachmentOf(value);
  if (reference !== undefined) found.push({ path, reference });
  if (value.resourceType === "QuestionnaireResponse") {
    const questionnaire = stringOf(value.questionnaire)?.replace(/\|.*$/, "");
    if (questionnaire !== undefined) found.push({ path: "questionnaire", reference: questionnaire });
  }
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === "object") collect(member, path === "" ? name : `${path}.${name}`, depth - 1, found);
  }
}

const literalOf = (value: FhirElement) => stringOf(value.reference);

function logicalOf(value: FhirElement): string | undefined {
  if (!isElement(value.identifier) || "resourceType" in value || !isLogical(value)) return undefined;
  const id = stringOf(value.identifier.value);
  if (id === undefined) return undefined;
  return identifierName(stringOf(value.type), stringOf(value.identifier.system), id);
}

function attachmentOf(value: FhirElement): string | undefined {
  if (!("contentType" in value || "size" in value)) return undefined;
  const url = stringOf(value.url);
  return url !== undefined && targetOf(url)?.type === "Binary" ? url : undefined;
}

/** Whether an object with an identifier is a Reference and not, say, a contact: it has nothing else. */
function isLogical(value: object): boolean {
  return Object.keys(value).every((key) =>
    ["identifier", "type", "display", "id", "extension"].includes(key),
  );
}

export type Resolution = { key: string } | { missing: true } | { ambiguous: true };

/**
 * All resources of one import run, by every name they go by. A reference is looked for in its own file first, then
 * in the whole run: the parts of one set may come as separate files, and two files may use one id for two things.
 */
export class ReferenceSpace {
  readonly #byName = new Map<string, Referable[]>();
  readonly #byKey = new Map<string, Referable>();

  /** Adds a resource; the same key again (the same id twice in a file) replaces what was there. */
  add(item: Referable): void {
    const before = this.#byKey.get(item.key);
    this.#byKey.set(item.key, item);
    for (const name of before?.names ?? []) {
      this.#byName.set(
        name,
        (this.#byName.get(name) ?? []).filter((other) => other !== before),
      );
    }
    for (const name of new Set(item.names)) {
      const named = this.#byName.get(name);
      if (named === undefined) this.#byName.set(name, [item]);
      else named.push(item);
    }
  }

  get(key: string): Referable | undefined {
    return this.#byKey.get(key);
  }

  all(): IterableIterator<Referable> {
    return this.#byKey.values();
  }

  /**
   * Finds what a reference in `file` means: as written (`urn:uuid:…`, absolute URL, `Type/id`, `Type?identifier=…`),
   * then by the type and id an absolute URL ends in. Several candidates outside the file: ambiguous, never a guess.
   */
  resolve(reference: string, file: string): Resolution {
    const plain = reference.replace(/\/_history\/[^/]+$/, "");
    const target = targetOf(plain);
    const short = target === undefined ? plain : `${target.type}/${target.id}`;
    for (const name of new Set([plain, short])) {
      const candidates = this.#byName.get(name) ?? [];
      const near = candidates.filter((candidate) => candidate.file === file);
      const chosen = near.length > 0 ? near : candidates;
      if (new Set(chosen.map((candidate) => candidate.digest)).size > 1) return { ambiguous: true };
      if (chosen[0] !== undefined) return { key: chosen[0].key };
    }
    return { missing: true };
  }
}

import type { Turn } from "@/server/core/turns";
import type { FhirResource } from "@/server/dossier/fhir";
import type { Draft, EntryTable, TakeContext } from "@/server/dossier/part";
import { type AnyPart, parts } from "@/server/dossier/registry";
import type { PreparedFile } from "@/server/files/store";
import { type ContactFields, type DirectiveFields, takeContact, takeDirective } from "../people";
import type { Gathered, Member } from "./members";

export type AnyDraft = Draft<EntryTable> & Record<string, unknown>;

/** What one resource of a client is to become. */
export type Outcome =
  | { role: "client" | "kept" }
  | { role: "carrier"; part: AnyPart; draft: AnyDraft; files: PreparedFile[] }
  | { role: "carrier"; part: "contacts"; fields: ContactFields }
  | { role: "carrier"; part: "directives"; fields: DirectiveFields }
  /** Part of the entry that another resource carries */
  | { role: "absorbed"; by: string };

/** What the parts need of the world around them. */
export interface Mapping {
  now: number;
  /** Makes bytes into a file of this entry; `stored`: the entry has this very file already */
  keepFile(
    member: Member,
    file: { mime: string; bytes: Buffer },
  ):
    | { file: Pick<PreparedFile, "fileId" | "bytes" | "sha256">; stored: true }
    | { file: PreparedFile; stored: false };
  /** Lets others go first */
  turn: Turn;
  /** Told when a part could not read a resource, which is then kept as it is */
  unmapped(member: Member, part: string): void;
}

type Attempt = { context: TakeContext; absorbed: Set<string>; files: PreparedFile[] };

/** The date for what states none: when it first came, so that a second import says the same. */
export const momentOfMember = (member: Member, now: number) => member.row?.importedAt ?? now;

/**
 * Offers every resource of a client to the parts, in the order of the registry: the first that takes it has it. What
 * none takes is absorbed by an entry that carries it, or kept word for word.
 */
export async function mapClient(gathered: Gathered, mapping: Mapping): Promise<Map<string, Outcome>> {
  const { members, lookup } = gathered;
  const outcomes = new Map<string, Outcome>();
  const absorbed = new Map<string, string>();
  const byType = typeLists(gathered);
  // A part may ask for all of a type at once: by then each has been read.
  for (const { key } of members) {
    await mapping.turn();
    lookup.load(key);
  }
  for (const member of members) {
    await mapping.turn();
    const resource = lookup.load(member.key);
    if (member.left) {
      outcomes.set(member.key, { role: member.type === "Patient" ? "client" : "kept" });
      continue;
    }
    const attempt = () => attemptOf(member, gathered, byType, mapping);
    const outcome = personal(member, resource, mapping.now) ?? fromParts(member, resource, attempt, mapping);
    if (outcome === undefined) continue;
    outcomes.set(member.key, outcome.outcome);
    for (const key of outcome.absorbed) if (!absorbed.has(key)) absorbed.set(key, member.key);
  }
  for (const { key } of members) {
    if (outcomes.has(key)) continue;
    const by = absorbed.get(key);
    outcomes.set(key, by === undefined ? { role: "kept" } : { role: "absorbed", by });
  }
  return outcomes;
}

type Taken = { outcome: Outcome; absorbed: Iterable<string> };

/** People and their wishes: not entries of the dossier, but what surrounds it. */
function personal(member: Member, resource: FhirResource, now: number): Taken | undefined {
  if (resource.resourceType === "Patient") return { outcome: { role: "client" }, absorbed: [] };
  if (resource.resourceType === "RelatedPerson") {
    const outcome = { role: "carrier", part: "contacts", fields: takeContact(resource) } as const;
    return { outcome, absorbed: [] };
  }
  if (resource.resourceType !== "Consent") return undefined;
  const fields = takeDirective(resource, momentOfMember(member, now));
  return fields === null
    ? undefined
    : { outcome: { role: "carrier", part: "directives", fields }, absorbed: [] };
}

function fromParts(
  member: Member,
  resource: FhirResource,
  makeAttempt: () => Attempt,
  mapping: Mapping,
): Taken | undefined {
  for (const part of parts) {
    if (!part.fhir.types.includes(resource.resourceType)) continue;
    const { context, absorbed, files } = makeAttempt();
    let draft: AnyDraft | null;
    try {
      draft = part.fhir.take(resource, context) as AnyDraft | null;
    } catch (error) {
      // Odd data must not stop an import: it is kept word for word and told in the report.
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      mapping.unmapped(member, part.slug);
      return undefined;
    }
    if (draft === null) continue;
    absorbed.delete(member.key);
    return { outcome: { role: "carrier", part, draft, files }, absorbed };
  }
  return undefined;
}

function attemptOf(
  member: Member,
  { lookup }: Gathered,
  all: (type: string) => readonly FhirResource[],
  mapping: Mapping,
): Attempt {
  const absorbed = new Set<string>();
  const files: PreparedFile[] = [];
  const context: TakeContext = {
    now: momentOfMember(member, mapping.now),
    resolve: (reference) => lookup.resolve(reference, member.key),
    absorb: (resource) => {
      const key = lookup.keyOf(resource);
      if (key !== undefined) absorbed.add(key);
    },
    all,
    keepFile: ({ mime, bytes }) => {
      const kept = mapping.keepFile(member, { mime, bytes });
      if (!kept.stored) files.push(kept.file);
      return { fileId: kept.file.fileId, bytes: kept.file.bytes, sha256: kept.file.sha256 };
    },
  };
  return { context, absorbed, files };
}

/** All resources of the client by type: one list a type, the same each time it is asked for. */
function typeLists({ members, lookup }: Gathered): (type: string) => readonly FhirResource[] {
  const keys = new Map<string, string[]>();
  for (const { type, key } of members) {
    const list = keys.get(type);
    if (list) list.push(key);
    else keys.set(type, [key]);
  }
  const lists = new Map<string, readonly FhirResource[]>();
  return (type) => {
    const known = lists.get(type);
    if (known !== undefined) return known;
    const list = (keys.get(type) ?? []).map((key) => lookup.load(key));
    lists.set(type, list);
    return list;
  };
}

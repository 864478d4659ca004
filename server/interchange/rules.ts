import { isDeepStrictEqual } from "node:util";
import { elementsOf, type FhirResource, stringOf } from "@/server/dossier/fhir";
import { bsnOf, humanName } from "@/server/dossier/fhir-person";
import { dateOf } from "@/server/dossier/fhir-time";

/** What makes an imported resource the same one as before, within one client. */
export interface Identity {
  source: string;
  type: string;
  id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The identity of a resource: the server in its fullUrl (empty when it names none), its type and its id. Without an
 * id the UUID of its fullUrl stands for it, and else its content: such a resource cannot be updated, only repeated.
 * @param digest fingerprint of the content, base64
 */
export function identityOf(resource: FhirResource, fullUrl: string | undefined, digest: string): Identity {
  const type = resource.resourceType;
  const url = fullUrl?.replace(/\/_history\/[^/]+$/, "") ?? "";
  const base = /^(https?:\/\/.+)\/([A-Z][A-Za-z]+)\/[^/]+$/.exec(url);
  const urn = /^urn:(?:uuid|oid):(.+)$/.exec(url)?.[1];
  return {
    source: base?.[2] === type ? (base[1] ?? "") : "",
    type,
    id: resource.id ?? urn ?? `content-${digest.replace(/[^A-Za-z0-9]/g, "").slice(0, 40)}`,
  };
}

/** Whether an identity cannot by accident be that of something else: its server is known, or its id is a UUID. */
export function isUnmistakable({ source, id }: Identity): boolean {
  return source !== "" || UUID.test(id);
}

const lower = (text: string | undefined) => text?.toLocaleLowerCase("nl");

/**
 * Whether two Patients that share type and id are clearly two people: each has a BSN and they differ, or birth date
 * and last name both differ. Files of two systems may both number their patients from 1.
 */
export function areTwoPeople(one: FhirResource, other: FhirResource): boolean {
  const [bsnOne, bsnOther] = [bsnOf(one.identifier), bsnOf(other.identifier)];
  if (bsnOne !== undefined && bsnOther !== undefined) return bsnOne !== bsnOther;
  const born = [dateOf(one.birthDate), dateOf(other.birthDate)];
  const named = [one, other].map(({ name }) => {
    const person = humanName(name);
    return lower(person?.ownName ?? person?.partnerName);
  });
  const differ = ([a, b]: (string | undefined)[]) => a !== undefined && b !== undefined && a !== b;
  return differ(born) && differ(named);
}

/** When the source last changed a resource (epoch ms), for two versions of one in a run; unknown is oldest. */
export function lastUpdated(resource: FhirResource): number {
  const [meta] = elementsOf(resource.meta);
  const at = Date.parse(stringOf(meta?.lastUpdated) ?? "");
  return Number.isNaN(at) ? 0 : at;
}

/**
 * What an import changes in a row that people may have changed too: only what the source changed, and of that only
 * what still reads as the source last gave it.
 * @returns the columns to write, and whether anything the source changed was left as people wrote it
 */
export function changesOf<T extends Record<string, unknown>>(
  row: Readonly<Record<string, unknown>>,
  before: Partial<T>,
  after: T,
): { changes: Partial<T>; edited: boolean } {
  const changes: Partial<T> = {};
  let edited = false;
  for (const [key, value] of Object.entries(after) as [keyof T & string, T[keyof T & string]][]) {
    if (isDeepStrictEqual(before[key] ?? null, value) || isDeepStrictEqual(row[key] ?? null, value)) continue;
    if (isDeepStrictEqual(row[key] ?? null, before[key] ?? null)) changes[key] = value;
    else edited = true;
  }
  return { changes, edited };
}

/** File names told apart, for a report that names each: "a.json", "a (2).json". A path is only its last part. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const plain =
      name
        .split(/[\\/]/)
        .at(-1)
        ?.replace(/[\p{Cc}\p{Cf}]/gu, "_")
        .slice(0, 120) || "bestand";
    for (;;) {
      const times = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, times);
      const made = times === 1 ? plain : plain.replace(/(\.[^.]*)?$/, ` (${times})$1`);
      if (times === 1 || !seen.has(made)) {
        seen.set(made, seen.get(made) ?? 1);
        return made;
      }
    }
  });
}

import {
  elementsOf,
  extensionsOf,
  extensionValue,
  type FhirElement,
  type FhirResource,
  stringOf,
} from "./fhir";
import { ownAddress } from "./fhir-own";
import { instantOf } from "./fhir-time";
import type { TakeContext } from "./part";

/**
 * An archived entry in FHIR: R4 has one word for what stands in a record and must not be acted on, `entered-in-error`,
 * and every resource a dossier part gives has a place for it. Whoever reads the bundle with no knowledge of ours thus
 * treats it right. Our own extension says what the status was, who archived it, when and why, so that it comes back as
 * it went.
 */
const ARCHIVED = ownAddress("archived-entry");

const IN_ERROR = "entered-in-error";

/** Resources whose standing is verified: in error they may have no clinical status (con-5, ait-2). */
const VERIFIED: Readonly<Record<string, string>> = {
  Condition: "http://terminology.hl7.org/CodeSystem/condition-ver-status",
  AllergyIntolerance: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
};

const STATUS: Readonly<Record<string, string>> = { Goal: "lifecycleStatus" };

/** What is known of an entry's archiving. */
export interface Archived {
  archivedAt: number;
  archivedBy: string | null;
  archiveReason: string | null;
}

const present = (list: (FhirElement | undefined)[]) => list.filter((each) => each !== undefined);
const text = (url: string, value: unknown) =>
  typeof value === "string" && value !== "" ? { url, valueString: value } : undefined;
const concept = (url: string, value: unknown) =>
  value === undefined ? undefined : { url, valueCodeableConcept: value };

/** The resource of an archived entry: in error, with what it was beside it. One without a status stays as it is. */
export function asArchived(
  resource: FhirResource,
  { archivedAt, archivedBy, archiveReason }: Archived,
): FhirResource {
  const system = VERIFIED[resource.resourceType];
  const key = STATUS[resource.resourceType] ?? "status";
  if (system === undefined && typeof resource[key] !== "string") return resource;
  const why = [
    { url: "at", valueInstant: new Date(archivedAt).toISOString() },
    text("by", archivedBy),
    text("reason", archiveReason),
  ];
  const was =
    system === undefined
      ? [{ url: "status", valueCode: resource[key] }]
      : [concept("clinical", resource.clinicalStatus), concept("verification", resource.verificationStatus)];
  const extension = [
    ...elementsOf(resource.extension),
    { url: ARCHIVED, extension: present([...why, ...was]) },
  ];
  return system === undefined
    ? { ...resource, extension, [key]: IN_ERROR }
    : {
        ...resource,
        extension,
        clinicalStatus: undefined,
        verificationStatus: { coding: [{ system, code: IN_ERROR }] },
      };
}

const originals = new WeakMap<FhirResource, FhirResource>();
const restored = new WeakMap<FhirResource, FhirResource>();

/** The resource as it was before archiving; the same object each time. One that was not archived by us is itself. */
function asItWas(resource: FhirResource): FhirResource {
  const known = restored.get(resource);
  if (known) return known;
  const [mark] = extensionsOf(resource, ARCHIVED);
  if (!mark) return resource;
  const extension = elementsOf(resource.extension).filter(({ url }) => url !== ARCHIVED);
  const before: FhirResource = {
    ...resource,
    ...(VERIFIED[resource.resourceType] === undefined
      ? { [STATUS[resource.resourceType] ?? "status"]: extensionValue(mark, "status") }
      : {
          clinicalStatus: extensionValue(mark, "clinical"),
          verificationStatus: extensionValue(mark, "verification"),
        }),
    extension: extension.length > 0 ? extension : undefined,
  };
  restored.set(resource, before);
  originals.set(before, resource);
  return before;
}

/**
 * A resource that we archived, as a part can take it, and what was known of its archiving; `undefined` for any other.
 * What hangs on it (goals, lines of a report) was archived with it and is restored on the way.
 */
export function fromArchive(
  resource: FhirResource,
  context: TakeContext,
): { resource: FhirResource; context: TakeContext; archived: Archived } | undefined {
  const [mark] = extensionsOf(resource, ARCHIVED);
  const at = instantOf(extensionValue(mark, "at"))?.at;
  if (!mark || at === undefined) return undefined;
  const archived = {
    archivedAt: at,
    archivedBy: stringOf(extensionValue(mark, "by")) ?? null,
    archiveReason: stringOf(extensionValue(mark, "reason")) ?? null,
  };
  const within: TakeContext = {
    ...context,
    resolve: (reference) => {
      const found = context.resolve(reference);
      return found && asItWas(found);
    },
    absorb: (other) => context.absorb(originals.get(other) ?? other),
    all: (type) => context.all(type).map(asItWas),
  };
  return { resource: asItWas(resource), context: within, archived };
}

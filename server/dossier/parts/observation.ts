import {
  codingsOf,
  elementsOf,
  type FhirElement,
  type FhirResource,
  isElement,
  stringOf,
  stringsOf,
} from "../fhir";
import { findMeasure, type MeasureCode } from "../instruments/measures";
import type { TakeContext } from "../part";
import { numberIn } from "./observation-value";

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const LAB_PROFILE = /nl-core-LaboratoryTestResult(\||$)/;
const FUNCTION_PROFILE =
  /nl-core-(Mobility|AbilityTo|FunctionalOrMentalStatus|BladderFunction|BowelFunction)/;
const FUNCTIONING = "118228005";
/** Panels that only hold vital signs together; their members stay measurements of their own. */
const LOOSE_PANELS = ["85353-1", "34565-2", "8716-3"];

export const OBSERVATION_STATUS = {
  final: "Definitief",
  preliminary: "Voorlopig",
  amended: "Gecorrigeerd",
  cancelled: "Geannuleerd",
  "entered-in-error": "Foutief ingevoerd",
  unknown: "Onbekend",
} as const;
export type ObservationStatus = keyof typeof OBSERVATION_STATUS;

const STATUS_OF: Readonly<Record<string, ObservationStatus>> = {
  final: "final",
  registered: "preliminary",
  partial: "preliminary",
  preliminary: "preliminary",
  amended: "amended",
  corrected: "amended",
  appended: "amended",
  cancelled: "cancelled",
  "entered-in-error": "entered-in-error",
};

/** Status of an Observation or DiagnosticReport. */
export function observationStatus(resource: FhirResource): ObservationStatus {
  const status = stringOf(resource.status) ?? "";
  return Object.hasOwn(STATUS_OF, status) ? (STATUS_OF[status] ?? "unknown") : "unknown";
}

/** The profile urls a resource claims. */
export function profilesOf(resource: FhirResource): string[] {
  return isElement(resource.meta) ? stringsOf(resource.meta.profile) : [];
}

/** The measure with a name of its own that an Observation is, by profile or code. */
export function measureOf(resource: FhirResource): MeasureCode | undefined {
  return findMeasure(codingsOf(resource.code), profilesOf(resource));
}

/** What an Observation is for us; `undefined`: none of ours, it stays as it came. */
export type ObservationKind = "laboratory" | "vital" | "score" | "function";

/**
 * Decides by profile, then category, then code. Laboratory: its category or profile. Vital: category vital-signs.
 * Score: category survey with a number for its value. Function: category or profile of functional status. And, in
 * any category, every code of `MEASURES`. Social history (tobacco, alcohol …), imaging, wounds, pregnancy, living
 * situation and lines of a report are none of these.
 */
export function observationKind(resource: FhirResource): ObservationKind | undefined {
  if (resource.resourceType !== "Observation") return undefined;
  const categories = codingsOf(resource.category);
  const inCategory = (...codes: string[]) =>
    categories.some(
      ({ system, code }) => (system === undefined || system === CATEGORY) && codes.includes(code ?? ""),
    );
  const profiles = profilesOf(resource);
  const codes = codingsOf(resource.code);
  if (inCategory("laboratory") || profiles.some((url) => LAB_PROFILE.test(url))) return "laboratory";
  if (codes.some(({ code }) => LOOSE_PANELS.includes(code ?? ""))) return undefined;
  if (measureOf(resource) !== undefined) return "vital";
  if (inCategory("vital-signs", "vital-sign")) return "vital";
  if (profiles.some((url) => FUNCTION_PROFILE.test(url))) return "function";
  if (categories.some(({ code }) => code === FUNCTIONING)) return "function";
  return inCategory("survey") && numberIn(resource) !== undefined ? "score" : undefined;
}

const parents = new WeakMap<readonly FhirResource[], { size: number; of: Map<unknown, FhirResource> }>();

function keyOf(resource: FhirResource): unknown {
  const id = stringOf(resource.id);
  return id === undefined ? resource : `${resource.resourceType}/${id}`;
}

const memberReferences = (resource: FhirResource): FhirElement[] => [
  ...elementsOf(resource.hasMember),
  ...(resource.resourceType === "DiagnosticReport" ? elementsOf(resource.result) : []),
];

/** The panel, score or report that names this Observation as its member; a report only when nothing else does. */
export function parentOf(resource: FhirResource, context: TakeContext): FhirResource | undefined {
  const observations = context.all("Observation");
  const known = parents.get(observations);
  if (known !== undefined && known.size === observations.length) return known.of.get(keyOf(resource));
  const of = new Map<unknown, FhirResource>();
  for (const parent of [...context.all("DiagnosticReport"), ...observations]) {
    for (const reference of memberReferences(parent)) {
      const member = context.resolve(reference);
      if (member !== undefined && member !== parent) of.set(keyOf(member), parent);
    }
  }
  parents.set(observations, { size: observations.length, of });
  return of.get(keyOf(resource));
}

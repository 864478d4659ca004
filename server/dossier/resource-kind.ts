import {
  codingsOf,
  elementsOf,
  type FhirResource,
  hasCode,
  isElement,
  stringOf,
  stringsOf,
  textOf,
} from "./fhir";
import { ownSystem } from "./fhir-own";

const SNOMED = "http://snomed.info/sct";
const LEGAL_OIDS = [
  "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.2",
  "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.3",
];
const FREEDOM = "FreedomRestrictingIntervention";

/** Whether one of the profiles a resource claims has this name in it. */
function claims(resource: FhirResource, profile: string): boolean {
  const profiles = isElement(resource.meta) ? stringsOf(resource.meta.profile) : [];
  return profiles.some((url) => url.includes(profile));
}

/**
 * Which part a Condition belongs to. Legal situations are known by the nl-core-LegalSituation profiles, their
 * categories (303186005 legal status, 151701000146105 type of guardian) or code lists; DSM classifications by a code
 * system or category that says DSM; every other Condition is a problem.
 */
export function conditionKind(condition: FhirResource): "legal-status" | "dsm" | "problems" {
  const isLegal =
    claims(condition, "nl-core-LegalSituation") ||
    hasCode(condition.category, SNOMED, "303186005", "151701000146105") ||
    codingsOf([condition.code, condition.category].flat()).some(
      ({ system }) => system === ownSystem("legal-kind") || LEGAL_OIDS.includes(system ?? ""),
    );
  if (isLegal) return "legal-status";
  const saysDsm =
    codingsOf([condition.code, condition.category].flat()).some(({ system }) => /dsm/i.test(system ?? "")) ||
    elementsOf(condition.category).some((category) => /\bDSM\b/i.test(textOf(category) ?? ""));
  return saysDsm ? "dsm" : "problems";
}

/** Whether a Composition is a life story: by our own type, or a type or title that says so in Dutch or English. */
export function isLifeStory(composition: FhirResource): boolean {
  const ours = codingsOf(composition.type).some(({ system }) => system === ownSystem("life-story"));
  const words = [textOf(composition.type), stringOf(composition.title)].join(" ");
  return ours || /cli[eë]ntverhaal|levensverhaal|levensboek|life ?story/i.test(words);
}

/** Note types by LOINC: progress, nursing, consultation, history and physical, evaluation and plan, telephone. */
const NOTE_LOINC = ["11506-3", "34109-9", "34746-8", "11488-4", "34117-2", "51847-2", "34748-4", "28651-8"];

/**
 * Whether a DocumentReference is a report and not a document: all its content is inline `text/plain`, and its type
 * or category is that of a clinical note (SNOMED 11591000146107 patiëntcontactverslag, a LOINC note type, or the
 * category `clinical-note`). Anything with a file, a link or another type is a document.
 */
export function isClinicalNote(document: FhirResource): boolean {
  const attachments = elementsOf(document.content).flatMap((content) => elementsOf(content.attachment));
  const isInlineText =
    attachments.length > 0 &&
    attachments.every(
      ({ contentType, data, url }) =>
        /^text\/plain\b/i.test(stringOf(contentType) ?? "") && typeof data === "string" && url === undefined,
    );
  const isNote =
    hasCode(document.type, SNOMED, "11591000146107") ||
    hasCode(document.type, "http://loinc.org", ...NOTE_LOINC) ||
    codingsOf(document.category).some(({ code }) => code === "clinical-note");
  return isInlineText && isNote;
}

/**
 * Whether a Procedure is a restraint: only by nl-core-FreedomRestrictingIntervention itself (profile, its extensions
 * or its category 225317005), because its interventions (supervision, holding, medication) also exist as plain care.
 */
export function isRestraint(procedure: FhirResource): boolean {
  return (
    claims(procedure, FREEDOM) ||
    hasCode(procedure.category, SNOMED, "225317005") ||
    elementsOf(procedure.extension).some(({ url }) => stringOf(url)?.includes(FREEDOM) === true)
  );
}

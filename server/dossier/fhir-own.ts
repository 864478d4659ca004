import { oneOf } from "./codes";
import { codingsOf, extensionsOf, extensionValue, type FhirElement } from "./fhir";
import type { CodeList } from "./part";

const OWN = "https://kroniek.example/fhir";

/** What FHIR R4 and the Dutch core profiles have no element for, with the type of its value. */
const EXTENSIONS = {
  "agreed-with": "String",
  archived: "Boolean",
  "asked-on": "Date",
  discipline: "Code",
  "diagnosis-code": "Coding",
  "evaluate-on": "Date",
  evaluation: "Annotation",
  expertise: "Code",
  law: "Code",
  "legal-basis": "Code",
  "main-diagnosis": "Boolean",
  note: "String",
  panel: "String",
  alternatives: "String",
  "recorded-at": "Instant",
  "recorded-by": "String",
  representative: "String",
  "requested-by": "String",
  resistance: "Boolean",
  schedule: "String",
  specifier: "String",
  "told-by": "String",
} as const;

type OwnName = keyof typeof EXTENSIONS;

/** Address of one of our own code systems. */
export const ownSystem = (name: string): string => `${OWN}/CodeSystem/${name}`;

/** Canonical address of a questionnaire that has none but its title. */
export const ownQuestionnaire = (title: string): string =>
  `${OWN}/Questionnaire/${encodeURIComponent(title.toLowerCase())}`;

/** Address of an extension of our own. */
export const ownAddress = (name: string): string => `${OWN}/StructureDefinition/${name}`;

const urlOf = (name: OwnName): string => ownAddress(name);

const ADDRESSED = (Object.keys(EXTENSIONS) as OwnName[]).map((name) => ({
  name,
  url: urlOf(name),
  key: `value${EXTENSIONS[name]}`,
}));

/**
 * Extensions for the values that are there: `null`, `undefined` and empty lists are left out, a list becomes one
 * extension a value. `undefined` when none is left, so that the property disappears from the JSON.
 */
export function ownExtensions(values: Partial<Record<OwnName, unknown>>): FhirElement[] | undefined {
  const found: FhirElement[] = [];
  for (const { name, url, key } of ADDRESSED) {
    const given = values[name];
    if (given === undefined || given === null) continue;
    if (!Array.isArray(given)) found.push({ url, [key]: given });
    else
      for (const value of given) if (value !== undefined && value !== null) found.push({ url, [key]: value });
  }
  return found.length === 0 ? undefined : found;
}

/** The value of our own extension on an element, whatever its type. */
export function ownValue(element: unknown, name: OwnName): unknown {
  return extensionValue(element, urlOf(name));
}

/** All values of our own extension on an element. */
export function ownValues(element: unknown, name: OwnName): unknown[] {
  return extensionsOf(element, urlOf(name)).map((extension) => extension[`value${EXTENSIONS[name]}`]);
}

/** A CodeableConcept with a code of one of our own lists. */
export function ownConcept(system: string, codes: CodeList, code: string): FhirElement {
  return { coding: [{ system: ownSystem(system), code, display: codes[code] }], text: codes[code] };
}

/** The code of our own list in a CodeableConcept (or a list of them), when it is one we know. */
export function ownCode<T extends string>(
  concept: unknown,
  system: string,
  codes: Readonly<Record<T, string>>,
): T | undefined {
  return codingsOf(concept)
    .filter((coding) => coding.system === ownSystem(system))
    .map((coding) => oneOf(codes, coding.code))
    .find((code) => code !== undefined);
}

/**
 * The expertises an entry is bound to. A code we do not know is kept: nobody has that expertise, so the entry stays
 * closed on screen rather than opening to everyone.
 */
export function expertisesOf(element: unknown): string[] {
  return ownValues(element, "expertise").filter((code) => typeof code === "string");
}

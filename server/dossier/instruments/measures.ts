import { ownSystem } from "../fhir-own";
import type { CodeList } from "../part";

export const LOINC = "http://loinc.org";
export const SNOMED = "http://snomed.info/sct";
/** Our own names for what has no code elsewhere. */
const OWN_MEASURE = ownSystem("measure");

export type MeasureCategory = "vital" | "body" | "score" | "function";

/** Something that is measured, and how it is recognised in FHIR. */
export interface Measure {
  label: string;
  category: MeasureCategory;
  /** Unit as written and as UCUM, for what is one number */
  unit?: { text: string; ucum: string };
  /** Codes that mean it, the one we write first */
  codes: readonly (readonly [system: string, code: string])[];
  /** Name of the Dutch core profile, after `nl-core-` */
  profile?: string;
}

const loinc = (code: string) => [LOINC, code] as const;
const snomed = (code: string) => [SNOMED, code] as const;
const own = (code: string) => [OWN_MEASURE, code] as const;
const unit = (text: string, ucum = text) => ({ text, ucum });

const vital = (
  label: string,
  profile: string,
  codes: Measure["codes"],
  of?: Measure["unit"],
  category: MeasureCategory = "vital",
): Measure => ({ label, category, codes, profile, ...(of && { unit: of }) });
const score = (label: string, codes: Measure["codes"], profile?: string): Measure => ({
  label,
  category: "score",
  codes,
  ...(profile && { profile }),
});
const ability = (label: string, profile: string, code: string): Measure => ({
  label,
  category: "function",
  codes: [snomed(code)],
  profile,
});

/**
 * Every measure with a name of its own, in the order a choice shows them. Codes after the zib 2020 profiles
 * (nl-core-*, Nictiz) and the FHIR R4 vital signs profiles (http://hl7.org/fhir/R4/observation-vitalsigns.html).
 */
export const MEASURES = {
  "blood-pressure": vital("Bloeddruk", "BloodPressure", [
    loinc("85354-9"),
    loinc("55284-4"),
    snomed("75367002"),
  ]),
  "heart-rate": vital("Hartfrequentie", "HeartRate", [loinc("8867-4")], unit("/min")),
  "pulse-rate": vital("Polsfrequentie", "PulseRate", [snomed("366199006"), loinc("8893-0")], unit("/min")),
  "body-temperature": vital("Temperatuur", "BodyTemperature", [loinc("8310-5")], unit("°C", "Cel")),
  respiration: vital("Ademfrequentie", "Respiration", [loinc("9279-1")], unit("/min")),
  "oxygen-saturation": vital(
    "Zuurstofsaturatie",
    "O2Saturation",
    [loinc("59408-5"), loinc("2708-6")],
    unit("%"),
  ),
  "body-weight": vital("Gewicht", "BodyWeight", [loinc("29463-7")], unit("kg"), "body"),
  "body-height": vital("Lengte", "BodyHeight", [loinc("8302-2")], unit("cm"), "body"),
  bmi: vital("BMI", "BodyMassIndex", [loinc("39156-5")], unit("kg/m²", "kg/m2"), "body"),
  "head-circumference": vital("Hoofdomtrek", "HeadCircumference", [loinc("9843-4")], unit("cm"), "body"),
  "fluid-balance": vital("Vochtbalans", "FluidBalance", [snomed("710853006")]),

  barthel: score("Barthel-index", [snomed("273302005")], "BarthelADLIndex"),
  snaq: score("SNAQ", [snomed("8881000146104")], "SNAQScore"),
  snaq65plus: score("SNAQ65+", [snomed("108321000146101")], "SNAQ65plusScore"),
  snaqrc: score("SNAQrc", [snomed("108311000146106")], "SNAQrcScore"),
  must: score("MUST", [snomed("414648004")], "MUSTScore"),
  dos: score("DOS", [snomed("55681000146102")], "DOSScore"),
  "pain-nrs": score("Pijnscore", [snomed("225908003"), loinc("72514-3")], "PainScore"),
  "phq-9": score("PHQ-9", [loinc("44261-6"), loinc("44249-1")]),
  "gad-7": score("GAD-7", [loinc("70274-6"), loinc("69737-5")]),
  honos: score("HoNOS", [own("honos")]),
  mmse: score("MMSE (van elders)", [loinc("72106-8"), loinc("72107-6")]),
  glasgow: score("Glasgow-comaschaal", [loinc("35088-4"), loinc("9269-2")], "GlasgowComaScale"),
  comfort: score("COMFORT-schaal", [snomed("108301000146109")], "ComfortScale"),
  flacc: score("FLACC-pijnschaal", [snomed("108291000146105")], "FLACCpainScale"),
  "pain-behaviour": score("Checklist pijngedrag", [snomed("108331000146104")], "ChecklistPainBehavior"),
  strongkids: score("STRONGkids", [snomed("108341000146107")], "StrongKidsScore"),
  "apgar-1": score("Apgarscore na 1 minuut", [loinc("9272-6")], "ApgarScore-1Minute"),
  "apgar-5": score("Apgarscore na 5 minuten", [loinc("9274-2")], "ApgarScore-5Minute"),
  "apgar-10": score("Apgarscore na 10 minuten", [loinc("9271-8")], "ApgarScore-10Minute"),

  mobility: ability("Mobiliteit", "Mobility", "301438001"),
  dressing: ability("Zich kleden", "AbilityToDressOneself", "165235000"),
  drinking: ability("Drinken", "AbilityToDrink", "288852001"),
  eating: ability("Eten", "AbilityToEat", "288883002"),
  grooming: ability("Uiterlijke verzorging", "AbilityToGroom", "704434006"),
  "mouth-care": ability("Mondverzorging", "AbilityToPerformMouthcareActivities", "288470005"),
  toileting: ability("Toiletgang", "AbilityToUseToilet", "284779002"),
  washing: ability("Zich wassen", "AbilityToWashOneself", "284785009"),
  hearing: ability("Gehoor", "HearingFunction", "47078008"),
  vision: ability("Zicht", "VisualFunction", "281004000"),
  "visual-acuity": ability("Gezichtsscherpte", "VisualAcuity", "260246004"),
  refraction: ability("Refractie", "Refraction", "251718005"),
  bladder: ability("Blaasfunctie", "BladderFunction", "102835006"),
  bowel: ability("Darmfunctie", "BowelFunction", "111989001"),
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof MEASURES;

/** Code → Dutch label, with `other` for what has no name of its own; for the filter of the list. */
export const MEASURE_LABELS: CodeList = {
  ...Object.fromEntries(Object.entries(MEASURES).map(([code, { label }]) => [code, label])),
  other: "Overig",
};

const entries = Object.entries(MEASURES) as [MeasureCode, Measure][];
const byCode = new Map(
  entries.flatMap(([key, { codes }]) => codes.map(([system, code]) => [`${system}|${code}`, key] as const)),
);
const byProfile = new Map(
  entries.flatMap(([key, { profile }]) => (profile ? [[profile, key] as const] : [])),
);

/** Whether this is the code of a measure with a name of its own. */
export function isMeasureCode(value: string): value is MeasureCode {
  return Object.hasOwn(MEASURES, value);
}

/** The measure one of these codes means, or one of these profile urls (`…/nl-core-X`) is for. */
export function findMeasure(
  codings: readonly { system?: string; code?: string }[],
  profiles: readonly string[],
): MeasureCode | undefined {
  for (const profile of profiles) {
    const found = byProfile.get(/nl-core-([^|/]+)(?:\|.*)?$/.exec(profile)?.[1] ?? "");
    if (found !== undefined) return found;
  }
  for (const { system, code } of codings) {
    const found = byCode.get(`${system}|${code}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

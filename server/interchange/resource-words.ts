import { type FhirResource, stringOf, textOf } from "@/server/dossier/fhir";
import { humanName } from "@/server/dossier/fhir-person";
import { momentOf } from "@/server/dossier/fhir-time";

/** Dutch words for the resource types that come along with a dossier; others show their FHIR name. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  Account: "Rekening",
  Appointment: "Afspraak",
  Binary: "Bestand",
  BodyStructure: "Anatomische locatie",
  CareTeam: "Zorgteam",
  ChargeItem: "Kostenpost",
  Claim: "Declaratie",
  ClinicalImpression: "Klinische indruk",
  Communication: "Bericht",
  Composition: "Verslag",
  Condition: "Aandoening",
  Consent: "Toestemming",
  Coverage: "Verzekering",
  Device: "Hulpmiddel",
  DeviceRequest: "Aanvraag hulpmiddel",
  DeviceUseStatement: "Gebruik hulpmiddel",
  DiagnosticReport: "Onderzoeksverslag",
  DocumentReference: "Verwijzing naar document",
  Encounter: "Contact",
  ExplanationOfBenefit: "Vergoeding",
  FamilyMemberHistory: "Familieanamnese",
  Flag: "Waarschuwing",
  Goal: "Doel",
  Group: "Groep",
  HealthcareService: "Zorgdienst",
  ImagingStudy: "Beeldvormend onderzoek",
  Immunization: "Vaccinatie",
  ImmunizationRecommendation: "Vaccinatieadvies",
  List: "Lijst",
  Location: "Locatie",
  Media: "Beeld of geluid",
  Medication: "Geneesmiddel",
  NutritionOrder: "Voedingsadvies",
  Observation: "Bevinding",
  Organization: "Organisatie",
  Patient: "Persoon",
  Practitioner: "Zorgverlener",
  PractitionerRole: "Rol van zorgverlener",
  Procedure: "Verrichting",
  Provenance: "Herkomst",
  Questionnaire: "Vragenlijst",
  RelatedPerson: "Contactpersoon",
  RiskAssessment: "Risico-inschatting",
  Schedule: "Agenda",
  ServiceRequest: "Aanvraag",
  Specimen: "Monster",
  SupplyDelivery: "Levering",
  Task: "Taak",
};

/** A resource type in Dutch. */
export function typeWord(type: string): string {
  return Object.hasOwn(TYPE_WORDS, type) ? (TYPE_WORDS[type] ?? type) : type;
}

const DATES = [
  "effective",
  "occurrence",
  "performed",
  "onset",
  "timing",
  "authoredOn",
  "recordedDate",
  "recorded",
  "date",
  "period",
  "created",
  "issued",
] as const;

/** What a resource is of: the first moment it states, most telling first. Epoch ms of it, and its date as written. */
export function momentOfResource(resource: FhirResource): { date: string; at: number } | undefined {
  for (const name of DATES) {
    const bare = resource[name];
    const choice = momentOf({ [`${name}DateTime`]: bare, [`${name}Period`]: bare, ...resource }, name).start;
    if (choice !== undefined) return { date: choice.date, at: choice.at };
  }
  return undefined;
}

const WORDS = [
  "code",
  "vaccineCode",
  "medicationCodeableConcept",
  "deviceName",
  "type",
  "title",
  "description",
  "category",
  "class",
];

/** What a resource is about in one line: its code, type, title, or the name of who or what it describes. */
export function wordsOf(resource: FhirResource): string | undefined {
  const name = stringOf(resource.name) ?? humanName(resource.name)?.text;
  if (name !== undefined) return name;
  for (const key of WORDS) {
    const words = textOf(resource[key]);
    if (words !== undefined) return words;
  }
  return undefined;
}

import type { InferInsertModel } from "drizzle-orm";
import type { contacts, directives } from "@/db/schema/clients";
import { dayOf } from "@/server/core/clock";
import {
  codingsOf,
  elementsOf,
  extensionsOf,
  type FhirResource,
  hasCode,
  isElement,
  stringOf,
  stringsOf,
  textOf,
} from "@/server/dossier/fhir";
import { addressOf, humanName, telecomOf } from "@/server/dossier/fhir-person";
import { dateOf, periodOf } from "@/server/dossier/fhir-time";

export type ContactFields = Required<
  Omit<InferInsertModel<typeof contacts>, "id" | "clientId" | "representation">
>;
export type DirectiveFields = Required<Omit<InferInsertModel<typeof directives>, "id" | "clientId">>;

/** HL7 v3 RoleCode: what someone is to the client. */
const RELATIONS: Readonly<Record<string, string>> = {
  BRO: "broer",
  CHILD: "kind",
  DAU: "dochter",
  DAUC: "dochter",
  DOMPART: "partner",
  FRND: "vriend(in)",
  FTH: "vader",
  GRFTH: "grootvader",
  GRMTH: "grootmoeder",
  GRNDCHILD: "kleinkind",
  HUSB: "echtgenoot",
  MTH: "moeder",
  NBOR: "buur",
  NCHILD: "kind",
  SIGOTHR: "partner",
  SIS: "zus",
  SON: "zoon",
  SONC: "zoon",
  SPS: "echtgenoot",
  WIFE: "echtgenote",
};
/** Dutch code list of what someone does for the client (zib ContactPerson, COD472) */
const ROLE_SYSTEM = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472";
const ROLE_WORDS =
  /contactpersoon|vertegenwoordiger|mentor|curator|bewindvoerder|voogd|gemachtigde|mantelzorg/i;

/** What someone is to the client, and what they do for them: code lists first, then the words themselves. */
function relationAndRole(person: FhirResource): { relation: string | null; role: string | null } {
  const relations: string[] = [];
  const roles: string[] = [];
  for (const relationship of elementsOf(person.relationship)) {
    const known = codingsOf(relationship).map(({ code }) => RELATIONS[code ?? ""]);
    const words = known.find((word) => word !== undefined) ?? textOf(relationship);
    if (words === undefined) continue;
    const isRole =
      codingsOf(relationship).some(({ system }) => system === ROLE_SYSTEM) || ROLE_WORDS.test(words);
    (isRole ? roles : relations).push(words);
  }
  return { relation: relations.join(", ") || null, role: roles.join(", ") || null };
}

/** A contact or family member in a RelatedPerson (nl-core-ContactPerson). */
export function takeContact(person: FhirResource): ContactFields {
  const points = telecomOf(person.telecom);
  const { start, end } = periodOf(person.period);
  const around = relationAndRole(person);
  return {
    name: humanName(person.name)?.text ?? "Naam onbekend",
    ...around,
    phone: points.find(({ system }) => system === "phone")?.value ?? null,
    email: points.find(({ system }) => system === "email")?.value ?? null,
    address: addressOf(person.address)?.text ?? null,
    note: null,
    fromDate: start?.date ?? null,
    untilDate: end?.date ?? null,
  };
}

const SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
const NICTIZ = "http://nictiz.nl/fhir/StructureDefinition/";
/** Categories that only repeat the scope */
const PLAIN_CATEGORIES = ["129125009", "acd"];
const SUBJECTS: Readonly<Record<string, string>> = { "89666000": "Reanimeren" };

function kindOf(consent: FhirResource): DirectiveFields["kind"] | undefined {
  const profiles = isElement(consent.meta) ? stringsOf(consent.meta.profile).join(" ") : "";
  if (profiles.includes("nl-core-TreatmentDirective")) return "treatment";
  if (profiles.includes("nl-core-AdvanceDirective")) return "advance";
  if (hasCode(consent.scope, SCOPE, "treatment")) return "treatment";
  return hasCode(consent.scope, SCOPE, "adr") ? "advance" : undefined;
}

const subjectOf = (concept: unknown) =>
  codingsOf(concept)
    .map(({ code }) => SUBJECTS[code ?? ""])
    .find((word) => word !== undefined) ?? textOf(concept);

const extensionText = (element: unknown, name: string) =>
  extensionsOf(element, `${NICTIZ}${name}`).map((extension) => stringOf(extension.valueString));

/** What was decided, in words: our own, what it says otherwise, or permit and deny as Ja and Nee. */
function decisionOf(consent: FhirResource, kind: DirectiveFields["kind"]): string {
  const otherwise = elementsOf(consent.modifierExtension)
    .filter(({ url }) => stringOf(url)?.endsWith("TreatmentDirective2.SpecificationOther"))
    .map(({ valueString }) => stringOf(valueString))
    .find((text) => text !== undefined);
  if (otherwise !== undefined) return otherwise.charAt(0).toUpperCase() + otherwise.slice(1);
  const [provision] = elementsOf(consent.provision);
  const plain = { permit: "Ja", deny: "Nee" }[stringOf(provision?.type) ?? ""];
  if (plain !== undefined) return elementsOf(provision?.provision).length > 0 ? `${plain}, maar …` : plain;
  return textOf(consent.policyRule) ?? (kind === "advance" ? "Ja" : "Niet vermeld");
}

/**
 * A treatment limit (nl-core-TreatmentDirective2) or advance directive (nl-core-AdvanceDirective) in a Consent;
 * `null` for a Consent about anything else, and for one that never held (draft, proposed, rejected, mistaken).
 * @param now epoch ms; one that is inactive without saying since when ended no later than this
 */
export function takeDirective(consent: FhirResource, now: number): DirectiveFields | null {
  const kind = kindOf(consent);
  const status = stringOf(consent.status);
  if (kind === undefined || (status !== "active" && status !== "inactive")) return null;
  const [provision] = elementsOf(consent.provision);
  const named = elementsOf(provision?.code).map(subjectOf);
  const categories = elementsOf(consent.category)
    .filter((category) => !codingsOf(category).some(({ code }) => PLAIN_CATEGORIES.includes(code ?? "")))
    .map(subjectOf);
  const subject = [...named, ...categories].filter((text) => text !== undefined);
  const exceptions = elementsOf(provision?.provision).map((inner) => textOf(inner.code));
  const decidedOn = dateOf(consent.dateTime) ?? null;
  const end = periodOf(provision?.period).end?.date;
  const notes = [
    ...extensionText(consent, "ext-Comment"),
    ...extensionText(provision, "ext-TreatmentDirective2.ReasonForEnding"),
    ...exceptions,
  ];
  return {
    kind,
    subject: subject.join(", ") || (kind === "treatment" ? "Behandelaanwijzing" : "Wilsverklaring"),
    decision: decisionOf(consent, kind),
    note: notes.filter((text) => text !== undefined).join("\n") || null,
    decidedOn,
    endedOn: status === "inactive" && !(end && end < dayOf(now)) ? (decidedOn ?? dayOf(now)) : (end ?? null),
  };
}

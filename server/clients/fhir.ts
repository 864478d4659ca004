import type { InferSelectModel } from "drizzle-orm";
import type { clients, contacts, directives } from "@/db/schema/clients";
import type { FhirResource } from "../dossier/fhir";
import { fullName, lastNameOf } from "./rules";

type Patient = { reference: string };

const BSN_SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";
const NUMBER_SYSTEM = "https://kroniek.invalid/fhir/NamingSystem/client-number";

/** A client as nl-core-Patient. @param bsn opened, or `null` when there is none */
export function givePatient(row: InferSelectModel<typeof clients>, bsn: string | null): FhirResource {
  const phones = [
    { system: "phone", value: row.phone, use: "home" },
    { system: "phone", value: row.mobile, use: "mobile" },
    { system: "email", value: row.email, use: "home" },
  ].filter((point) => point.value);
  return {
    resourceType: "Patient",
    id: row.id,
    identifier: [
      { system: NUMBER_SYSTEM, value: String(row.number) },
      ...(bsn === null ? [] : [{ system: BSN_SYSTEM, value: bsn }]),
    ],
    name: [
      {
        use: "official",
        text: fullName(row),
        family: lastNameOf(row),
        given: row.firstNames?.split(" ") ?? (row.initials ? [row.initials] : undefined),
      },
      ...(row.callName ? [{ use: "usual", given: [row.callName] }] : []),
    ],
    telecom: phones.length > 0 ? phones : undefined,
    gender: row.gender,
    birthDate: row.birthDate ?? undefined,
    ...(row.deathDate && { deceasedDateTime: row.deathDate }),
    ...(row.deathDate === "" && { deceasedBoolean: true }),
  };
}

/** A contact as RelatedPerson. */
export function giveContact(row: InferSelectModel<typeof contacts>, patient: Patient): FhirResource {
  const telecom = [
    { system: "phone", value: row.phone },
    { system: "email", value: row.email },
  ].filter((point) => point.value);
  const relationship = [row.relation, row.role].filter(Boolean).map((text) => ({ text }));
  return {
    resourceType: "RelatedPerson",
    id: row.id,
    patient,
    relationship: relationship.length > 0 ? relationship : undefined,
    name: [{ text: row.name }],
    telecom: telecom.length > 0 ? telecom : undefined,
    address: row.address ? [{ text: row.address }] : undefined,
    period:
      row.fromDate || row.untilDate
        ? { start: row.fromDate ?? undefined, end: row.untilDate ?? undefined }
        : undefined,
  };
}

const SCOPE_SYSTEM = "http://terminology.hl7.org/CodeSystem/consentscope";

/** A directive as Consent: nl-core-TreatmentDirective2 or nl-core-AdvanceDirective. */
export function giveDirective(row: InferSelectModel<typeof directives>, patient: Patient): FhirResource {
  return {
    resourceType: "Consent",
    id: row.id,
    status: row.endedOn ? "inactive" : "active",
    scope: { coding: [{ system: SCOPE_SYSTEM, code: row.kind === "treatment" ? "treatment" : "adr" }] },
    category: [{ text: row.subject }],
    patient,
    dateTime: row.decidedOn ?? undefined,
    policyRule: { text: row.decision },
    provision: row.endedOn ? { period: { end: row.endedOn } } : undefined,
    extension: row.note
      ? [{ url: "http://nictiz.nl/fhir/StructureDefinition/ext-Comment", valueString: row.note }]
      : undefined,
  };
}

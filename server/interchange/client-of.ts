import type { InferInsertModel } from "drizzle-orm";
import type { clientAddresses, clients } from "@/db/schema/clients";
import { parseBsn } from "@/server/clients/bsn";
import {
  codingsOf,
  elementsOf,
  extensionsOf,
  extensionValue,
  type FhirResource,
  stringOf,
  textOf,
} from "@/server/dossier/fhir";
import { authorOf } from "@/server/dossier/fhir-author";
import { addressOf, bsnOf, humanName, telecomOf } from "@/server/dossier/fhir-person";
import { dateOf, periodOf } from "@/server/dossier/fhir-time";
import type { TakeContext } from "@/server/dossier/part";

/** The columns of a client that a Patient tells; what it never tells (pharmacy, insurer) is left alone. */
export type ClientFields = Required<
  Pick<
    InferInsertModel<typeof clients>,
    | "firstNames"
    | "initials"
    | "callName"
    | "prefix"
    | "lastName"
    | "partnerPrefix"
    | "partnerLastName"
    | "nameUse"
    | "birthDate"
    | "deathDate"
    | "gender"
    | "maritalStatus"
    | "language"
    | "nationality"
    | "phone"
    | "mobile"
    | "email"
    | "generalPractitioner"
  >
>;

export type AddressFields = Required<Omit<InferInsertModel<typeof clientAddresses>, "id" | "clientId">>;

const NATIONALITY = "http://hl7.org/fhir/StructureDefinition/patient-nationality";
const MARITAL: Readonly<Record<string, string>> = {
  D: "gescheiden",
  L: "gescheiden van tafel en bed",
  M: "gehuwd",
  S: "ongehuwd",
  U: "ongehuwd",
  T: "geregistreerd partnerschap",
  W: "verweduwd",
};
const GENDERS = ["male", "female", "other", "unknown"] as const;

function nameFields(patient: FhirResource) {
  const name = humanName(patient.name);
  const own = name?.ownName;
  return {
    firstNames: name?.firstNames ?? null,
    initials: name?.initials ?? null,
    callName: name?.callName ?? null,
    prefix: (own === undefined ? name?.partnerPrefix : name?.ownPrefix) ?? null,
    lastName: own ?? name?.partnerName ?? name?.text ?? "Naam onbekend",
    partnerPrefix: own === undefined ? null : (name?.partnerPrefix ?? null),
    partnerLastName: own === undefined ? null : (name?.partnerName ?? null),
    nameUse: own === undefined ? "own" : (name?.order ?? "own"),
  } as const;
}

/** `YYYY-MM-DD`, an empty text when only the fact is stated, `null` for who lives. */
function deathOf(patient: FhirResource): string | null {
  return dateOf(patient.deceasedDateTime) ?? (patient.deceasedBoolean === true ? "" : null);
}

function maritalOf(patient: FhirResource): string | null {
  const word = codingsOf(patient.maritalStatus).map(({ code }) => MARITAL[code ?? ""]);
  return word.find((text) => text !== undefined) ?? textOf(patient.maritalStatus) ?? null;
}

function languageOf(patient: FhirResource): string | null {
  const spoken = elementsOf(patient.communication);
  const first = spoken.find(({ preferred }) => preferred === true) ?? spoken[0];
  return textOf(first?.language) ?? null;
}

/** The person in a Patient (nl-core-Patient, or any other R4 Patient). */
export function takeClient(patient: FhirResource, context: Pick<TakeContext, "resolve">): ClientFields {
  const points = telecomOf(patient.telecom);
  const phones = points.filter(({ system }) => system === "phone");
  const practitioners = elementsOf(patient.generalPractitioner).map((one) => authorOf(one, context));
  return {
    ...nameFields(patient),
    birthDate: dateOf(patient.birthDate) ?? null,
    deathDate: deathOf(patient),
    gender: GENDERS.find((gender) => gender === patient.gender) ?? "unknown",
    maritalStatus: maritalOf(patient),
    language: languageOf(patient),
    nationality: textOf(extensionValue(extensionsOf(patient, NATIONALITY)[0], "code")) ?? null,
    phone: phones.find(({ isMobile }) => !isMobile)?.value ?? null,
    mobile: phones.find(({ isMobile }) => isMobile)?.value ?? null,
    email: points.find(({ system }) => system === "email")?.value ?? null,
    generalPractitioner: practitioners.filter((name) => name !== undefined).join("; ") || null,
  };
}

/** The BSN of a Patient, when it passes the eleven test; another is only in the resource itself. */
export function takeBsn(patient: FhirResource): string | undefined {
  const digits = bsnOf(patient.identifier);
  return digits === undefined ? undefined : parseBsn(digits);
}

/** The addresses of a Patient; a former one without an end date is only in the resource itself. */
export function takeAddresses(patient: FhirResource): AddressFields[] {
  return elementsOf(patient.address).flatMap((element): AddressFields[] => {
    const address = addressOf(element);
    const { start, end } = periodOf(element.period);
    if (address === undefined || (address.use === "old" && end === undefined)) return [];
    const number = [address.houseNumber, address.houseNumberAddition].filter(Boolean).join(" ");
    return [
      {
        kind: address.use === "temp" ? "temporary" : stringOf(element.type) === "postal" ? "post" : "home",
        street: address.street ?? null,
        houseNumber: number || null,
        postcode: address.postalCode ?? null,
        city: address.city ?? null,
        country: address.country ?? null,
        fromDate: start?.date ?? null,
        untilDate: end?.date ?? null,
      },
    ];
  });
}

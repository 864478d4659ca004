import type { Field } from "./fields";

export const NAME_USES = {
  own: "Eigen naam",
  partner: "Naam van de partner",
  "partner-own": "Naam van de partner, dan eigen naam",
  "own-partner": "Eigen naam, dan naam van de partner",
} as const;

export const SEXES = { female: "Vrouw", male: "Man", other: "Anders", unknown: "Onbekend" } as const;

export const OUT_REASONS = {
  deceased: "Overleden",
  moved: "Verhuisd",
  transferred: "Overgedragen aan een andere zorgaanbieder",
  ended: "Zorg is afgerond",
  request: "Op verzoek van de cliënt",
  other: "Anders",
} as const;

export type OutReason = keyof typeof OUT_REASONS;

/** What is asked of a person, at intake and when personalia change. The keys are columns of `clients`. */
export const PERSON_FIELDS: readonly Field[] = [
  { key: "initials", label: "Voorletters", kind: "text", heading: "Naam" },
  { key: "firstNames", label: "Voornamen", kind: "text" },
  { key: "callName", label: "Roepnaam", kind: "text" },
  { key: "prefix", label: "Tussenvoegsel", kind: "text" },
  { key: "lastName", label: "Achternaam", kind: "text", required: true },
  { key: "nameUse", label: "Naamgebruik", kind: "code", codes: NAME_USES, required: true },
  { key: "partnerPrefix", label: "Tussenvoegsel partner", kind: "text" },
  {
    key: "partnerLastName",
    label: "Achternaam partner",
    kind: "text",
    neededBy: { key: "nameUse", codes: ["partner", "partner-own", "own-partner"] },
  },
  {
    key: "birthDate",
    label: "Geboortedatum",
    kind: "date",
    required: true,
    partial: true,
    past: true,
    heading: "Persoon",
  },
  { key: "gender", label: "Geslacht", kind: "code", codes: SEXES, required: true },
  { key: "bsn", label: "Burgerservicenummer", kind: "bsn" },
  { key: "deathDate", label: "Overleden op", kind: "date", partial: true, past: true, from: "birthDate" },
  { key: "maritalStatus", label: "Burgerlijke staat", kind: "text" },
  { key: "language", label: "Taal", kind: "text" },
  { key: "nationality", label: "Nationaliteit", kind: "text" },
  { key: "phone", label: "Telefoon", kind: "phone", heading: "Bereikbaar" },
  { key: "mobile", label: "Mobiel", kind: "phone" },
  { key: "email", label: "E-mail", kind: "email" },
  { key: "generalPractitioner", label: "Huisarts", kind: "text", heading: "Zorg en verzekering" },
  { key: "pharmacy", label: "Apotheek", kind: "text" },
  { key: "insurer", label: "Zorgverzekeraar", kind: "text" },
  { key: "insuranceNumber", label: "Polisnummer", kind: "text" },
  { key: "inCareSince", label: "In zorg sinds", kind: "date", from: "birthDate" },
];

/** What an intake asks besides: where someone lives, and where care begins. */
const ADDRESS_FIELDS: readonly Field[] = [
  { key: "street", label: "Straat", kind: "text", heading: "Adres" },
  { key: "houseNumber", label: "Huisnummer", kind: "text" },
  { key: "postcode", label: "Postcode", kind: "postcode" },
  { key: "city", label: "Plaats", kind: "text" },
];

const PLACE_FIELDS: readonly Field[] = [
  {
    key: "inCareSince",
    label: "In zorg sinds",
    kind: "date",
    required: true,
    from: "birthDate",
    heading: "Plaats",
  },
  { key: "locationId", label: "Locatie", kind: "place", required: true },
  { key: "room", label: "Kamer", kind: "text" },
];

/** Every field of the intake, in the order of the form. */
export const INTAKE_FIELDS: readonly Field[] = [
  ...PERSON_FIELDS.filter(({ key }) => key !== "deathDate" && key !== "inCareSince").flatMap((field) =>
    field.key === "phone" ? [...ADDRESS_FIELDS, field] : [field],
  ),
  ...PLACE_FIELDS,
];

/** How someone leaves care. */
export const LEAVE_FIELDS: readonly Field[] = [
  { key: "date", label: "Uit zorg op", kind: "date", required: true },
  { key: "reason", label: "Reden", kind: "code", codes: OUT_REASONS, required: true },
];

/** How someone comes back into care. */
export const RETURN_FIELDS: readonly Field[] = [
  { key: "date", label: "Weer in zorg op", kind: "date", required: true },
  { key: "locationId", label: "Locatie", kind: "place", required: true },
  { key: "room", label: "Kamer", kind: "text" },
];

/** Where someone moves, and when. */
export const MOVE_FIELDS: readonly Field[] = [
  { key: "locationId", label: "Naar locatie", kind: "place", required: true },
  { key: "room", label: "Kamer", kind: "text" },
  { key: "fromDate", label: "Verhuist op", kind: "date", required: true },
];

/** Personalia that are chosen together: half a name of one and half of the other is nobody's. */
interface FieldSubject {
  label: string;
  /** Columns of `clients` by property; who reads them checks that they are (`personColumns`) */
  columns: readonly string[];
}

/** Personalia, subject by subject: one of the two is kept (DOMAIN.md 6). The order is that of the page. */
export const FIELD_SUBJECTS = {
  name: {
    label: "Naam",
    columns: [
      ...(["initials", "firstNames", "callName", "prefix", "lastName"] as const),
      ...(["nameUse", "partnerPrefix", "partnerLastName"] as const),
    ],
  },
  birthDate: { label: "Geboortedatum", columns: ["birthDate"] },
  gender: { label: "Geslacht", columns: ["gender"] },
  bsn: { label: "BSN", columns: ["bsnSealed", "bsnSearch"] },
  deathDate: { label: "Overleden op", columns: ["deathDate"] },
  maritalStatus: { label: "Burgerlijke staat", columns: ["maritalStatus"] },
  language: { label: "Taal", columns: ["language"] },
  nationality: { label: "Nationaliteit", columns: ["nationality"] },
  phone: { label: "Telefoon", columns: ["phone"] },
  mobile: { label: "Mobiel", columns: ["mobile"] },
  email: { label: "E-mail", columns: ["email"] },
  generalPractitioner: { label: "Huisarts", columns: ["generalPractitioner"] },
  pharmacy: { label: "Apotheek", columns: ["pharmacy"] },
  insurance: { label: "Zorgverzekering", columns: ["insurer", "insuranceNumber"] },
  care: { label: "In en uit zorg", columns: ["inCareSince", "outOfCareSince", "outOfCareReason"] },
} as const satisfies Record<string, FieldSubject>;

export type FieldSubjectId = keyof typeof FIELD_SUBJECTS;
export const FIELD_SUBJECT_IDS = Object.keys(FIELD_SUBJECTS) as FieldSubjectId[];

/** What is chosen as a whole: whose rows are kept, or those of both. */
export const ROW_SUBJECTS = {
  addresses: { label: "Adressen" },
  stays: { label: "Locaties" },
  contacts: { label: "Contacten" },
  notes: { label: "Notities" },
  profile: { label: "Profiel" },
  services: { label: "Aanvullende diensten" },
  "care-plans": { label: "Zorgplannen, vragenlijsten en documenten" },
  dossier: { label: "Dossier" },
} as const satisfies Record<string, { label: string }>;

export type RowSubjectId = keyof typeof ROW_SUBJECTS;
export const ROW_SUBJECT_IDS = Object.keys(ROW_SUBJECTS) as RowSubjectId[];

/**
 * What is not kept of these is lost in Ons, and the page warns of exactly that (DOMAIN.md 6). Here it is set aside, and
 * comes back with an unmerge.
 */
export const LOST_IN_ONS: readonly RowSubjectId[] = ["notes", "dossier", "profile", "services", "care-plans"];

export type Side = "left" | "right";
export type FieldChoice = Side;
export type RowChoice = Side | "both";

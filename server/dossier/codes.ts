import type { CodeList } from "./part";

/** Professions whose entries may be bound to them (deskundigheid), code → Dutch. */
export const EXPERTISES = {
  psychologist: "Psycholoog",
  physician: "Arts",
  "elderly-care-physician": "Specialist ouderengeneeskunde",
  psychiatrist: "Psychiater",
  nurse: "Verpleegkundige",
  physiotherapist: "Fysiotherapeut",
  "occupational-therapist": "Ergotherapeut",
  dietitian: "Diëtist",
  "speech-therapist": "Logopedist",
  "social-worker": "Maatschappelijk werker",
  "spiritual-carer": "Geestelijk verzorger",
} as const satisfies CodeList;

/** Who write in a dossier, code → Dutch: every expertise, and the functions no entry is bound to. */
export const DISCIPLINES = {
  carer: "Verzorgende",
  assistant: "Helpende",
  counsellor: "Begeleider",
  "activity-worker": "Activiteitenbegeleider",
  "district-nurse": "Wijkverpleegkundige",
  "case-manager": "Casemanager",
  ...EXPERTISES,
  "nurse-practitioner": "Verpleegkundig specialist",
  "general-practitioner": "Huisarts",
  pharmacist: "Apotheker",
  other: "Anders",
} as const satisfies CodeList;

/** `value` when it is a code of the list, else `undefined`: how a mapper narrows a code that came from outside. */
export function oneOf<T extends string>(list: Readonly<Record<T, string>>, value: unknown): T | undefined {
  return typeof value === "string" && Object.hasOwn(list, value) ? (value as T) : undefined;
}

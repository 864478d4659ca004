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

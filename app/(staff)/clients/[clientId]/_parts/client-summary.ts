import type { ClientFlag } from "./client-flags";

/** Who the client is, as shown above everything. Only what this user may see. */
export type ClientSummary = {
  number: string;
  /** "Mevr. J.M. Verhoeven-de Wit" */
  name: string;
  callName?: string;
  initials: string;
  /** `YYYY-MM-DD`, or a partial date as it was recorded. */
  birthDate?: string;
  age?: number;
  /** As the birth date; an empty text when only the fact is known. */
  deathDate?: string;
  sex?: string;
  /** "Huis Elzenhof, kamer 12" */
  location?: string;
  /** What this user is in the dossier, when it was shared with them: "Viewer" */
  ownRole?: string;
  /** Only for who may see this dossier. */
  flags: ClientFlag[];
};

import { ACCOUNT } from "./declared/account";
import { CLIENTS } from "./declared/clients";
import { CLINIMETRICS } from "./declared/clinimetrics";
import type { Declared } from "./declared/declared";
import { DOSSIER } from "./declared/dossier";
import { ENTRIES } from "./declared/entries";
import { EXPORT } from "./declared/export";
import { JOBS } from "./declared/jobs";
import { QUESTIONNAIRES } from "./declared/questionnaires";

export type { Declared };

/** Every procedure of the product, a file a router. */
export const DECLARED: Record<string, Declared> = {
  ...ACCOUNT,
  ...CLIENTS,
  ...DOSSIER,
  ...ENTRIES,
  ...EXPORT,
  ...JOBS,
  ...CLINIMETRICS,
  ...QUESTIONNAIRES,
};

import { ACCOUNT } from "./declared/account";
import { CLIENTS } from "./declared/clients";
import type { Declared } from "./declared/declared";
import { DOSSIER } from "./declared/dossier";
import { EXPORT } from "./declared/export";
import { JOBS } from "./declared/jobs";

export type { Declared };

/** Every procedure of the product, a file a router. */
export const DECLARED: Record<string, Declared> = {
  ...ACCOUNT,
  ...CLIENTS,
  ...DOSSIER,
  ...EXPORT,
  ...JOBS,
};

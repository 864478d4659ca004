import { ACCOUNT } from "./declared/account";
import { AUDITS } from "./declared/audits";
import { CAREN } from "./declared/caren";
import { CLIENTS } from "./declared/clients";
import { CLINIMETRICS } from "./declared/clinimetrics";
import { CONSENT } from "./declared/consent";
import type { Declared } from "./declared/declared";
import { DOSSIER } from "./declared/dossier";
import { DUPLICATES } from "./declared/duplicates";
import { EMERGENCY } from "./declared/emergency";
import { EMPLOYEES } from "./declared/employees";
import { ENTRIES } from "./declared/entries";
import { EXPORT } from "./declared/export";
import { IMPORTS } from "./declared/imports";
import { INVOLVED } from "./declared/involved";
import { JOBS } from "./declared/jobs";
import { LOCATION_MESSAGES } from "./declared/location-messages";
import { MAIL } from "./declared/mail";
import { MERGE } from "./declared/merge";
import { PORTAL, PORTAL_SECOND_FACTOR } from "./declared/portal";
import { PORTAL_ACCOUNTS } from "./declared/portal-accounts";
import { QUESTIONNAIRES } from "./declared/questionnaires";
import { RECORDS } from "./declared/records";
import { ROLES } from "./declared/roles";
import { SECOND_FACTOR } from "./declared/second-factor";
import { SHARING } from "./declared/sharing";

export type { Declared };

/** Every procedure of the product, a file a router. */
export const DECLARED: Record<string, Declared> = {
  ...CONSENT,
  ...ACCOUNT,
  ...AUDITS,
  ...CAREN,
  ...CLIENTS,
  ...DOSSIER,
  ...ENTRIES,
  ...DUPLICATES,
  ...EMERGENCY,
  ...EMPLOYEES,
  ...EXPORT,
  ...IMPORTS,
  ...INVOLVED,
  ...JOBS,
  ...LOCATION_MESSAGES,
  ...MAIL,
  ...ROLES,
  ...MERGE,
  ...SHARING,
  ...SECOND_FACTOR,
  ...CLINIMETRICS,
  ...PORTAL,
  ...PORTAL_SECOND_FACTOR,
  ...PORTAL_ACCOUNTS,
  ...QUESTIONNAIRES,
  ...RECORDS,
};

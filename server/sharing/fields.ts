import { DOSSIER_ROLES } from "../access/dossier-roles";
import type { Field } from "../clients/fields";

/** What is asked to change a role. */
export const ROLE_FIELDS: readonly Field[] = [
  { key: "role", label: "Rol", kind: "code", codes: DOSSIER_ROLES, required: true },
  { key: "fromDate", label: "Vanaf", kind: "date", hint: "Leeg: vanaf vandaag." },
  {
    ...{ key: "untilDate", label: "Tot", kind: "date" },
    hint: "Op deze dag stopt de toegang. Leeg: tot iemand het wijzigt.",
  },
];

/** What is asked to add someone: they need an account first. */
export const ADD_FIELDS: readonly Field[] = [
  { key: "email", label: "E-mailadres van de collega", kind: "email", required: true },
  ...ROLE_FIELDS,
];

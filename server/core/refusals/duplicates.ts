import type { Refusal } from "./refusal";

/** Why nothing was noted of two clients who may be one person. */
export const DUPLICATES_REFUSALS = {
  "duplicate-changed": {
    kind: "conflict",
    nl: "Van deze twee cliënten is intussen iets gewijzigd, of een collega was je voor. Bekijk ze opnieuw; er is niets opgeslagen.",
  },
} as const satisfies Record<string, Refusal>;

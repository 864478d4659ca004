import type { AuditEvent } from "./event";

export const DUPLICATES_EVENTS = {
  "duplicates.viewed": { nl: "Bekijkt dubbele cliënten", action: "R" },
  "duplicates.asked": { nl: "Laat dubbele cliënten zoeken", action: "E" },
  "duplicates.scanned": { nl: "Vergelijkt alle cliënten", action: "E" },
  "duplicates.dismissed": { nl: "Noteert dat twee cliënten geen dubbele zijn", action: "C" },
  "duplicates.reopened": { nl: "Wil twee cliënten toch als dubbele bekijken", action: "U" },
} as const satisfies Record<string, AuditEvent>;

import type { AuditEvent } from "./event";

export const AUDITS_EVENTS = {
  "audit.listed": { nl: "Bekijkt logboek", action: "R" },
  "audit.sheet-downloaded": { nl: "Downloadt logboek als Excel", action: "R" },
  "audit.file-downloaded": { nl: "Downloadt ondertekend logboek", action: "R" },
  "audit.check-asked": { nl: "Laat logboek narekenen", action: "E" },
  "audit.checked": { nl: "Rekent logboek na", action: "E" },
  "audit.client-log-viewed": { nl: "Bekijkt wie in het dossier keek", action: "R" },
} as const satisfies Record<string, AuditEvent>;

import type { AuditEvent } from "./event";

export const MAIL_EVENTS = {
  "mail.viewed": { nl: "Bekijkt post", action: "R" },
  "mail.retried": { nl: "Probeert mail opnieuw", action: "E" },
  "mail.cancelled": { nl: "Annuleert mail", action: "E" },
} as const satisfies Record<string, AuditEvent>;

import type { AuditEvent } from "./event";

export const OPERATION_EVENTS = {
  "jobs.viewed": { nl: "Bekijkt achtergrondtaken", action: "R" },
  "jobs.retried": { nl: "Probeert achtergrondtaak opnieuw", action: "E" },
  "jobs.cancelled": { nl: "Annuleert achtergrondtaak", action: "E" },
  "engine.caught-up": { nl: "Haalt gemiste achtergrondtaak in", action: "E" },
  "server.started": { nl: "Start op", action: "E" },
  "audit.deviation-found": { nl: "Vindt afwijking in het logboek", action: "E" },
} as const satisfies Record<string, AuditEvent>;

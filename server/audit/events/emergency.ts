import type { AuditEvent } from "./event";

export const EMERGENCY_EVENTS = {
  "emergency.searched": { nl: "Zoekt cliënt met noodprocedure", action: "R" },
  "emergency.opened": { nl: "Opent dossier met noodprocedure", action: "E" },
  "emergency.own-listed": { nl: "Bekijkt eigen open noodprocedures", action: "R" },
  "emergency.closed": { nl: "Sluit noodprocedure", action: "E" },
  "emergency.listed": { nl: "Bekijkt noodprocedures", action: "R" },
  "emergency.reviewed": { nl: "Beoordeelt noodprocedure", action: "U" },
} as const satisfies Record<string, AuditEvent>;

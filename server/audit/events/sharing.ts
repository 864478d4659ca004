import type { AuditEvent } from "./event";

export const SHARING_EVENTS = {
  "sharing.viewed": { nl: "Bekijkt dossierrechten", action: "R" },
  "sharing.added": { nl: "Geeft rol in dossier", action: "C" },
  "sharing.changed": { nl: "Wijzigt rol in dossier", action: "U" },
  "sharing.removed": { nl: "Neemt rol in dossier weg", action: "D" },
  "sharing.transferred": { nl: "Draagt eigenaarschap van dossier over", action: "U" },
  "sharing.left": { nl: "Verlaat dossier", action: "D" },
} as const satisfies Record<string, AuditEvent>;

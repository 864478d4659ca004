import type { AuditEvent } from "./event";

export const CLIENTS_EVENTS = {
  "dashboard.viewed": { nl: "Bekijkt dashboard", action: "R" },
  "client.searched": { nl: "Zoekt cliënt", action: "R" },
  "client.listed": { nl: "Bekijkt cliëntenlijst", action: "R" },
  "client.opened": { nl: "Opent cliënt", action: "R" },
  "client.viewed": { nl: "Bekijkt personalia", action: "R" },
  "client.bsn-revealed": { nl: "Bekijkt burgerservicenummer", action: "R" },
  "location.listed": { nl: "Bekijkt locaties", action: "R" },
} as const satisfies Record<string, AuditEvent>;

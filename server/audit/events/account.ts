import type { AuditEvent } from "./event";

export const ACCOUNT_EVENTS = {
  "sign-in": { nl: "Logt in", action: "E" },
  "sign-out": { nl: "Logt uit", action: "E" },
  "account.viewed": { nl: "Bekijkt eigen account", action: "R" },
  "setup.done": { nl: "Maakt eerste beheerder aan", action: "C" },
} as const satisfies Record<string, AuditEvent>;

import type { AuditEvent } from "./event";

export const ACCOUNT_EVENTS = {
  "sign-in": { nl: "Logt in", action: "E" },
  "sign-out": { nl: "Logt uit", action: "E" },
  "account.viewed": { nl: "Bekijkt eigen account", action: "R" },
  "second-factor.given": { nl: "Doet tweede stap bij inloggen", action: "E" },
  "second-factor.begun": { nl: "Begint met koppelen van app voor tweede stap", action: "C" },
  "second-factor.turned-on": { nl: "Koppelt app voor tweede stap", action: "U" },
  "second-factor.codes-renewed": { nl: "Maakt nieuwe herstelcodes", action: "U" },
  "second-factor.turned-off": { nl: "Zet eigen tweede stap uit", action: "D" },
  "second-factor.removed": { nl: "Haalt tweede stap van medewerker weg", action: "D" },
  "setup.done": { nl: "Maakt eerste beheerder aan", action: "C" },
} as const satisfies Record<string, AuditEvent>;

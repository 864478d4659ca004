import type { AuditEvent } from "./event";

export const EMPLOYEES_EVENTS = {
  "employee.listed": { nl: "Bekijkt medewerkers", action: "R" },
  "employee.viewed": { nl: "Bekijkt medewerker", action: "R" },
  "employee.made": { nl: "Maakt medewerker aan", action: "C" },
  "employee.changed": { nl: "Wijzigt medewerker", action: "U" },
  "employee.disabled": { nl: "Zet medewerker uit", action: "U" },
  "employee.enabled": { nl: "Zet medewerker aan", action: "U" },
  "employee.activation-sent": { nl: "Stuurt activatiemail opnieuw", action: "E" },
  "access.tasks-given": { nl: "Kent taken toe", action: "U" },
  "access.tasks-taken": { nl: "Neemt taken weg", action: "U" },
  "access.explained": { nl: "Bekijkt waarom een medewerker iets mag", action: "R" },
  "role.listed": { nl: "Bekijkt rollen", action: "R" },
  "role.viewed": { nl: "Bekijkt rol", action: "R" },
  "role.made": { nl: "Maakt rol aan", action: "C" },
  "role.changed": { nl: "Wijzigt rol", action: "U" },
  "role.deleted": { nl: "Verwijdert rol", action: "D" },
  "account.activated": { nl: "Activeert account", action: "U" },
  "account.password-asked": { nl: "Vraagt nieuw wachtwoord aan", action: "E" },
  "account.password-reset": { nl: "Stelt nieuw wachtwoord in", action: "U" },
  "account.password-changed": { nl: "Wijzigt eigen wachtwoord", action: "U" },
  "account.sessions-ended": { nl: "Logt zichzelf elders uit", action: "U" },
} as const satisfies Record<string, AuditEvent>;

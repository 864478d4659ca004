import type { AuditEvent } from "./event";

export const PORTAL_EVENTS = {
  "portal.signed-in": { nl: "Logt in op het portaal", action: "E" },
  "portal.signed-out": { nl: "Logt uit op het portaal", action: "E" },
  "portal.account-viewed": { nl: "Bekijkt eigen portaalaccount", action: "R" },
  "portal.activated": { nl: "Activeert portaalaccount", action: "U" },
  "portal.password-asked": { nl: "Vraagt nieuw wachtwoord voor het portaal aan", action: "E" },
  "portal.password-reset": { nl: "Stelt nieuw wachtwoord voor het portaal in", action: "U" },
  "portal.password-changed": { nl: "Wijzigt eigen wachtwoord van het portaal", action: "U" },
  "portal.sessions-ended": { nl: "Logt zichzelf elders uit op het portaal", action: "U" },
  "portal.agreed": { nl: "Stemt in met gebruik van het portaal", action: "C" },
  "portal.declined": { nl: "Stemt niet in met gebruik van het portaal", action: "E" },
  "portal.agreement-ended": { nl: "Trekt instemming met het portaal in", action: "U" },
  "portal.clients-viewed": { nl: "Bekijkt eigen cliënten in het portaal", action: "R" },
  "portal.client-viewed": { nl: "Bekijkt cliënt in het portaal", action: "R" },
  "portal-account.listed": { nl: "Bekijkt portaalaccounts", action: "R" },
  "portal-account.viewed": { nl: "Bekijkt portaalaccount", action: "R" },
  "portal-account.disabled": { nl: "Zet portaalaccount uit", action: "U" },
  "portal-account.enabled": { nl: "Zet portaalaccount aan", action: "U" },
  "portal-account.second-factor-removed": { nl: "Haalt tweede stap van portaalaccount weg", action: "U" },
  "portal-account.activation-sent": { nl: "Stuurt activatiemail voor het portaal opnieuw", action: "E" },
} as const satisfies Record<string, AuditEvent>;

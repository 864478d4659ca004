import type { AuditEvent } from "./event";

export const CONSENT_EVENTS = {
  "consent.viewed": { nl: "Bekijkt toestemmingen", action: "R" },
  "consent.recorded": { nl: "Legt toestemming vast", action: "C" },
  "consent.statement-added": { nl: "Voegt toestemmingsverklaring toe", action: "C" },
  "consent.statement-viewed": { nl: "Bekijkt toestemmingsverklaring", action: "R" },
  "consent.overview-viewed": { nl: "Bekijkt overzicht van toestemmingen", action: "R" },
  "consent.address-listed": { nl: "Maakt adressenlijst voor partij", action: "E" },
  "consent.address-given": { nl: "Verstrekt adres aan partij", action: "E" },
  "consent.copy-given": { nl: "Verstrekt kopie van dossier aan partij", action: "E" },
  "party.listed": { nl: "Bekijkt partijen", action: "R" },
  "party.added": { nl: "Voegt partij toe", action: "C" },
  "party.changed": { nl: "Wijzigt partij", action: "U" },
  "party.ended": { nl: "Beëindigt partij", action: "U" },
} as const satisfies Record<string, AuditEvent>;

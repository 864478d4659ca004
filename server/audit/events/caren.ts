import type { AuditEvent } from "./event";

export const CAREN_EVENTS = {
  "caren.dashboard-viewed": { nl: "Bekijkt dashboard van Ons Cliënt", action: "R" },
  "caren.listed": { nl: "Bekijkt Caren-status van cliënten", action: "R" },
  "caren.locations-viewed": { nl: "Bekijkt locaties in Ons Cliënt", action: "R" },
  "caren.location-viewed": { nl: "Bekijkt locatie in Ons Cliënt", action: "R" },
  "caren.client-viewed": { nl: "Bekijkt Caren-koppeling van cliënt", action: "R" },
  "caren.invited": { nl: "Maakt Carenuitnodiging aan", action: "C" },
  "caren.letter-downloaded": { nl: "Downloadt brief met Carenuitnodiging", action: "R" },
  "caren.invitation-revoked": { nl: "Trekt Carenuitnodiging in", action: "U" },
  "caren.invitation-expired": { nl: "Beëindigt verlopen Carenuitnodiging", action: "D" },
  "caren.invitation-used": { nl: "Noteert dat Carenuitnodiging is gebruikt", action: "U" },
  "caren.redeemed": { nl: "Koppelt account in Caren met code", action: "C" },
  "caren.unlinked": { nl: "Ontkoppelt Caren-account", action: "D" },
  "caren.settings-viewed": { nl: "Bekijkt Caren-instellingen", action: "R" },
  "caren.settings-changed": { nl: "Wijzigt Caren-instellingen", action: "U" },
  "caren.links-served": { nl: "Caren geeft koppelingen door", action: "R" },
  "caren.order-served": { nl: "Caren voert opdracht uit", action: "U" },
  "caren.network-viewed": { nl: "Bekijkt netwerk in Caren", action: "R" },
  "caren.member-added": { nl: "Voegt iemand toe aan netwerk in Caren", action: "C" },
  "caren.member-removed": { nl: "Haalt iemand uit netwerk in Caren", action: "D" },
} as const satisfies Record<string, AuditEvent>;

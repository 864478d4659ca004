/** Create, Read, Update, Delete, Execute: the action groups of NEN 7513. */
export type Action = "C" | "R" | "U" | "D" | "E";

/**
 * Every event the log can hold, with the Dutch words people read and search for.
 * The four export texts are promises to the letter (CONTRACT.md).
 */
export const EVENTS = {
  "sign-in": { nl: "Logt in", action: "E" },
  "sign-out": { nl: "Logt uit", action: "E" },
  "account.viewed": { nl: "Bekijkt eigen account", action: "R" },
  "setup.done": { nl: "Maakt eerste beheerder aan", action: "C" },
  "dashboard.viewed": { nl: "Bekijkt dashboard", action: "R" },
  "client.searched": { nl: "Zoekt cliënt", action: "R" },
  "client.listed": { nl: "Bekijkt cliëntenlijst", action: "R" },
  "client.opened": { nl: "Opent cliënt", action: "R" },
  "client.viewed": { nl: "Bekijkt personalia", action: "R" },
  "client.bsn-revealed": { nl: "Bekijkt burgerservicenummer", action: "R" },
  "dossier.overview-viewed": { nl: "Bekijkt medisch overzicht", action: "R" },
  "dossier.part-viewed": { nl: "Bekijkt dossieronderdeel", action: "R" },
  "dossier.other-viewed": { nl: "Bekijkt overige gegevens", action: "R" },
  "dossier.document-downloaded": { nl: "Downloadt document", action: "R" },
  "dossier.imported": { nl: "Importeert dossiers", action: "C" },
  "export.page-viewed": { nl: "Bekijkt cliënt export pagina", action: "R" },
  "export.listed": { nl: "Bekijkt cliënt exports", action: "R" },
  "export.requested": { nl: "Maakt nieuwe cliënt export aan", action: "C" },
  "export.downloaded": { nl: "Downloadt cliënt export", action: "R" },
  "export.built": { nl: "Maakt cliënt export klaar", action: "E" },
  "export.failed": { nl: "Cliënt export mislukt", action: "E" },
  "export.deleted": { nl: "Verwijdert cliënt export", action: "D" },
  "location.listed": { nl: "Bekijkt locaties", action: "R" },
  "jobs.viewed": { nl: "Bekijkt achtergrondtaken", action: "R" },
  "jobs.retried": { nl: "Probeert achtergrondtaak opnieuw", action: "E" },
  "jobs.cancelled": { nl: "Annuleert achtergrondtaak", action: "E" },
  "engine.caught-up": { nl: "Haalt gemiste achtergrondtaak in", action: "E" },
  "server.started": { nl: "Start op", action: "E" },
  "audit.deviation-found": { nl: "Vindt afwijking in het logboek", action: "E" },
} as const satisfies Record<string, { nl: string; action: Action }>;

export type EventId = keyof typeof EVENTS;

/** What the system itself may write: promises kept by timers and sweeps, never an act on someone's wish. */
export const SYSTEM_EVENTS: readonly EventId[] = [
  "export.deleted",
  "export.failed",
  "engine.caught-up",
  "server.started",
  "audit.deviation-found",
];

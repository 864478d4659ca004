import type { AuditEvent } from "./event";

export const DOSSIER_EVENTS = {
  "dossier.overview-viewed": { nl: "Bekijkt medisch overzicht", action: "R" },
  "dossier.part-viewed": { nl: "Bekijkt dossieronderdeel", action: "R" },
  "dossier.other-viewed": { nl: "Bekijkt overige gegevens", action: "R" },
  "dossier.document-downloaded": { nl: "Downloadt document", action: "R" },
  "dossier.imported": { nl: "Importeert dossiers", action: "C" },
} as const satisfies Record<string, AuditEvent>;

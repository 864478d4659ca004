import type { AuditEvent } from "./event";

export const DOSSIER_EVENTS = {
  "dossier.overview-viewed": { nl: "Bekijkt medisch overzicht", action: "R" },
  "dossier.part-viewed": { nl: "Bekijkt dossieronderdeel", action: "R" },
  "dossier.other-viewed": { nl: "Bekijkt overige gegevens", action: "R" },
  "dossier.document-downloaded": { nl: "Downloadt document", action: "R" },
  "dossier.imported": { nl: "Importeert dossiers", action: "C" },
  "dossier.form-opened": { nl: "Opent formulier van dossieronderdeel", action: "R" },
  "dossier.entry-viewed": { nl: "Bekijkt vastlegging", action: "R" },
  "dossier.entry-added": { nl: "Legt vast in dossier", action: "C" },
  "dossier.entry-corrected": { nl: "Corrigeert vastlegging", action: "U" },
  "dossier.entry-ended": { nl: "Beëindigt vastlegging", action: "U" },
  "dossier.entry-archived": { nl: "Archiveert vastlegging", action: "U" },
  "dossier.entry-restored": { nl: "Haalt vastlegging terug uit archief", action: "U" },
  "dossier.versions-viewed": { nl: "Bekijkt eerdere versies van vastlegging", action: "R" },
} as const satisfies Record<string, AuditEvent>;

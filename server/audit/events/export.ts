import type { AuditEvent } from "./event";

export const EXPORT_EVENTS = {
  "export.page-viewed": { nl: "Bekijkt cliënt export pagina", action: "R" },
  "export.listed": { nl: "Bekijkt cliënt exports", action: "R" },
  "export.requested": { nl: "Maakt nieuwe cliënt export aan", action: "C" },
  "export.downloaded": { nl: "Downloadt cliënt export", action: "R" },
  "export.built": { nl: "Maakt cliënt export klaar", action: "E" },
  "export.failed": { nl: "Cliënt export mislukt", action: "E" },
  "export.deleted": { nl: "Verwijdert cliënt export", action: "D" },
} as const satisfies Record<string, AuditEvent>;

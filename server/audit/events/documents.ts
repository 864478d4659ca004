import type { AuditEvent } from "./event";

export const DOCUMENTS_EVENTS = {
  "dossier.document-uploaded": { nl: "Voegt document toe", action: "C" },
  "dossier.document-previewed": { nl: "Bekijkt document", action: "R" },
} as const satisfies Record<string, AuditEvent>;

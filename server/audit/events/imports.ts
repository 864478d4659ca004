import type { AuditEvent } from "./event";

export const IMPORTS_EVENTS = {
  "import.viewed": { nl: "Bekijkt imports", action: "R" },
  "import.report-viewed": { nl: "Bekijkt importverslag", action: "R" },
  "import.begun": { nl: "Bereidt import voor", action: "C" },
  "import.file-added": { nl: "Voegt bestand toe aan import", action: "C" },
  "import.started": { nl: "Start import", action: "E" },
  "import.cancelled": { nl: "Annuleert import", action: "E" },
  "import.done": { nl: "Rondt import af", action: "E" },
  "import.failed": { nl: "Import mislukt", action: "E" },
  "import.files-deleted": { nl: "Verwijdert importbestanden", action: "D" },
} as const satisfies Record<string, AuditEvent>;

import type { AuditEvent } from "./event";

export const MERGE_EVENTS = {
  "merge.viewed": { nl: "Bekijkt samenvoegingen van cliënt", action: "R" },
  "merge.previewed": { nl: "Bekijkt samenvoegen van twee cliënten", action: "R" },
  "merge.carried-out": { nl: "Voegt cliënten samen", action: "U" },
  "merge.undo-previewed": { nl: "Bekijkt ongedaan maken van samenvoeging", action: "R" },
  "merge.undone": { nl: "Maakt samenvoeging van cliënten ongedaan", action: "U" },
} as const satisfies Record<string, AuditEvent>;

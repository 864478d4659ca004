import { auditChecks } from "@/db/schema/audit";
import type { Declared } from "./declared";

const log = ["audit.view"] as const;

export const AUDITS: Record<string, Declared> = {
  "audits.list": {
    door: "anywhere",
    kind: "query",
    tasks: log,
    event: "audit.listed",
    input: () => ({}),
    bad: { from: "2026-02-31" },
  },
  "audits.choices": { door: "anywhere", kind: "query", tasks: log, event: "audit.listed", covered: true },
  "audits.chain": { door: "anywhere", kind: "query", tasks: log, event: "audit.listed", covered: true },
  "audits.check": {
    door: "anywhere",
    kind: "mutation",
    tasks: log,
    event: "audit.check-asked",
    undo: (world) => world.db.write((tx) => tx.delete(auditChecks)),
  },
  "audits.client": {
    door: "onClient",
    kind: "query",
    tasks: { anyOf: ["dossier.view", "client.manage", "audit.view"] },
    event: "audit.client-log-viewed",
    input: () => ({}),
    bad: { from: "2026-05-02", until: "2026-05-01" },
  },
};

import type { Declared } from "./declared";

const sees = ["dossier.view"] as const;

export const DOSSIER: Record<string, Declared> = {
  "dossier.overview": { door: "onClient", kind: "query", tasks: sees, event: "dossier.overview-viewed" },
  "dossier.counts": {
    door: "onClient",
    kind: "query",
    tasks: sees,
    event: "client.opened",
    covered: true,
  },
  "dossier.entries": {
    door: "onClient",
    kind: "query",
    tasks: sees,
    event: "dossier.part-viewed",
    input: () => ({ part: "reports" }),
    bad: { part: "reports", page: -1 },
  },
  "dossier.other": {
    door: "onClient",
    kind: "query",
    tasks: sees,
    event: "dossier.other-viewed",
    input: () => ({}),
    bad: { page: "first" },
  },
};

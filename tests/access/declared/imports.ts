import type { Declared } from "./declared";

const brings = ["interchange.import"] as const;

export const IMPORTS: Record<string, Declared> = {
  "imports.list": { door: "anywhere", kind: "query", tasks: brings, event: "import.viewed" },
  "imports.poll": { door: "anywhere", kind: "query", tasks: brings, event: "import.viewed", covered: true },
  "imports.report": {
    door: "anywhere",
    kind: "query",
    tasks: brings,
    event: "import.report-viewed",
    input: () => ({ importId: "no such import" }),
    bad: { importId: 1 },
    answers: "import-gone",
  },
  "imports.begin": {
    door: "onLocations",
    kind: "mutation",
    tasks: brings,
    event: "import.begun",
    input: () => ({ requestKey: crypto.randomUUID(), files: [{ name: "a.json", bytes: 2 }] }),
    bad: { requestKey: "x", files: [] },
  },
  "imports.start": {
    door: "anywhere",
    kind: "mutation",
    tasks: brings,
    event: "import.started",
    input: () => ({ importId: "no such import" }),
    bad: {},
    answers: "import-gone",
  },
  "imports.cancel": {
    door: "anywhere",
    kind: "mutation",
    tasks: brings,
    event: "import.cancelled",
    input: () => ({ importId: "no such import" }),
    bad: {},
    answers: "import-gone",
  },
};

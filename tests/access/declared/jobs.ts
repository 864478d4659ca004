import type { Declared } from "./declared";

const runs = ["jobs.view"] as const;
const manages = ["organisation.manage", "jobs.view"] as const;

export const JOBS: Record<string, Declared> = {
  "jobs.overview": { door: "anywhere", kind: "query", tasks: runs, event: "jobs.viewed", covered: true },
  "jobs.list": {
    door: "anywhere",
    kind: "query",
    tasks: runs,
    event: "jobs.viewed",
    input: () => ({}),
    bad: { state: "asleep" },
  },
  "jobs.run": {
    door: "anywhere",
    kind: "query",
    tasks: runs,
    event: "jobs.viewed",
    input: () => ({ runId: "no such run" }),
    bad: { runId: 1 },
    answers: "job-gone",
  },
  "jobs.retry": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "jobs.retried",
    input: () => ({ runId: "no such run" }),
    bad: {},
    answers: "job-elsewhere",
  },
  "jobs.cancel": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "jobs.cancelled",
    input: () => ({ runId: "no such run" }),
    bad: {},
    answers: "job-elsewhere",
  },
};

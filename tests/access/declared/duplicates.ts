import type { Declared } from "./declared";

const tasks = ["client.manage", "client.merge"] as const;
const two = { left: 29_999, right: 29_998, stamp: "no such people" };

export const DUPLICATES: Record<string, Declared> = {
  "duplicates.list": {
    door: "anywhere",
    kind: "query",
    tasks,
    event: "duplicates.viewed",
    input: () => ({}),
    bad: { page: 0 },
  },
  "duplicates.scan": { door: "anywhere", kind: "query", tasks, event: "duplicates.viewed", covered: true },
  "duplicates.ask": { door: "anywhere", kind: "mutation", tasks, event: "duplicates.asked" },
  "duplicates.dismiss": {
    door: "anywhere",
    kind: "mutation",
    tasks,
    event: "duplicates.dismissed",
    input: () => two,
    bad: { ...two, left: "29999" },
    answers: "not-found",
  },
  "duplicates.reopen": {
    door: "anywhere",
    kind: "mutation",
    tasks,
    event: "duplicates.reopened",
    input: () => two,
    bad: { ...two, stamp: "" },
    answers: "not-found",
  },
};

import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const tasks = ["client.manage", "client.merge"] as const;
const choices = { fields: {}, rows: {} };
const mergeId = "no-such-merge";

export const MERGE: Record<string, Declared> = {
  "merge.list": { door: "onClient", kind: "query", tasks, event: "merge.viewed" },
  "merge.preview": {
    door: "onClientPair",
    kind: "query",
    tasks,
    event: "merge.previewed",
    input: () => ({ choices }),
    bad: { choices: "none" },
  },
  "merge.carryOut": {
    door: "onClientPair",
    kind: "mutation",
    tasks,
    event: "merge.carried-out",
    input: () => ({ choices, planDigest: "0".repeat(64), requestKey: newId(0) }),
    bad: { choices, planDigest: "short", requestKey: newId(0) },
    answers: "merge-plan-changed",
  },
  "merge.previewUndo": {
    door: "onClient",
    kind: "query",
    tasks,
    event: "merge.undo-previewed",
    input: () => ({ mergeId }),
    bad: { mergeId: 1 },
    answers: "merge-undone",
  },
  "merge.undo": {
    door: "onClient",
    kind: "mutation",
    tasks,
    event: "merge.undone",
    input: () => ({ mergeId, items: {}, fields: {}, requestKey: newId(0) }),
    bad: { mergeId, items: [], fields: {}, requestKey: "short" },
    answers: "merge-undone",
  },
};

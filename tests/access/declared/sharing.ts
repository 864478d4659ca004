import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const shares = ["dossier.share"] as const;
const views = ["dossier.view"] as const;
const nobody = { email: "niemand@kroniek.example", role: "viewer" };
const aim = { rowId: "no-such-role" };

export const SHARING: Record<string, Declared> = {
  "sharing.page": { door: "onClient", kind: "query", tasks: views, event: "sharing.viewed" },
  "sharing.add": {
    door: "onClient",
    kind: "mutation",
    tasks: shares,
    event: "sharing.added",
    input: () => ({ values: nobody, requestKey: newId(0) }),
    bad: { values: nobody, requestKey: "short" },
    answers: "form-invalid",
  },
  "sharing.change": {
    door: "onClient",
    kind: "mutation",
    tasks: shares,
    event: "sharing.changed",
    input: () => ({ ...aim, values: nobody, requestKey: newId(0) }),
    bad: { ...aim, values: "none", requestKey: newId(0) },
    answers: "not-found",
  },
  "sharing.transfer": {
    door: "onClient",
    kind: "mutation",
    tasks: shares,
    event: "sharing.transferred",
    input: () => ({ ...aim, requestKey: newId(0) }),
    bad: { ...aim, requestKey: "short" },
    answers: "not-found",
  },
  "sharing.remove": {
    door: "onClient",
    kind: "mutation",
    tasks: shares,
    event: "sharing.removed",
    input: () => aim,
    bad: { rowId: 1 },
    answers: "not-found",
  },
  "sharing.leave": {
    door: "onClient",
    kind: "mutation",
    tasks: views,
    event: "sharing.left",
    input: () => aim,
    bad: { rowId: 1 },
    answers: "not-found",
  },
};

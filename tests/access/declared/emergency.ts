import { newId } from "@/server/core/ids";
import { UNKNOWN } from "../people";
import type { Declared } from "./declared";

const opens = ["emergency.open", "dossier.view"] as const;
const views = ["dossier.view"] as const;
const reviews = ["emergency.review"] as const;
const reason = "Ligt op de grond en is niet aanspreekbaar";

export const EMERGENCY: Record<string, Declared> = {
  "emergency.find": {
    door: "anywhere",
    kind: "query",
    tasks: opens,
    event: "emergency.searched",
    input: () => ({ sought: UNKNOWN }),
    bad: { sought: "" },
  },
  "emergency.open": {
    door: "anywhere",
    kind: "mutation",
    tasks: opens,
    event: "emergency.opened",
    proof: true,
    input: () => ({ clientNumber: UNKNOWN, reason, requestKey: newId(0) }),
    bad: { clientNumber: UNKNOWN, reason: "   te kort   ", requestKey: newId(0) },
    answers: "not-found",
  },
  "emergency.own": { door: "anywhere", kind: "query", tasks: opens, event: "emergency.own-listed" },
  "emergency.current": {
    door: "onClient",
    kind: "query",
    tasks: views,
    event: "client.opened",
    covered: true,
  },
  "emergency.close": {
    door: "onClient",
    kind: "mutation",
    tasks: views,
    event: "emergency.closed",
    answers: "emergency-over",
  },
  "emergency.list": {
    door: "anywhere",
    kind: "query",
    tasks: reviews,
    event: "emergency.listed",
    input: () => ({ page: 1 }),
    bad: { page: 0 },
  },
  "emergency.trail": {
    door: "anywhere",
    kind: "query",
    tasks: reviews,
    event: "emergency.listed",
    covered: true,
    input: () => ({ id: "no-such-access" }),
    bad: { id: 1 },
    answers: "not-found",
  },
  "emergency.review": {
    door: "anywhere",
    kind: "mutation",
    tasks: reviews,
    event: "emergency.reviewed",
    input: () => ({ id: "no-such-access", verdict: "justified", note: "" }),
    bad: { id: "no-such-access", verdict: "not-justified", note: " " },
    answers: "not-found",
  },
};

import { exports } from "@/db/schema/exports";
import type { TaskId } from "@/server/access/tasks";
import type { EventId } from "@/server/audit/events";
import type { Reason } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import type { World } from "@/server/core/world";

/** What a procedure must declare, written by hand: a change of right or trace is made twice, on purpose. */
export interface Declared {
  door: "anywhere" | "onClient" | "onLocations" | "self" | "open";
  kind: "query" | "mutation";
  tasks: readonly TaskId[] | { anyOf: readonly TaskId[] };
  event: EventId;
  /** A poll: done it leaves no row, refused it does */
  covered?: true;
  /** Asks for a fresh proof */
  proof?: true;
  /** What a right call sends besides its target */
  input?: () => Record<string, unknown>;
  /** What its schema must refuse */
  bad?: Record<string, unknown>;
  /** What a call that passes the door is answered, when that is not its normal answer */
  answers?: Reason;
  /** Makes the next right call possible */
  undo?: (world: World) => Promise<unknown>;
}

const seesClients = { anyOf: ["dossier.view", "client.manage", "caren.view"] } as const;
const sees = ["dossier.view"] as const;
const exporting = ["dossier.export"] as const;
const runs = ["jobs.view"] as const;

/** Every procedure of the product. */
export const DECLARED: Record<string, Declared> = {
  "account.me": { door: "self", kind: "query", tasks: [], event: "account.viewed", covered: true },
  "account.signInPage": { door: "open", kind: "query", tasks: [], event: "sign-in", covered: true },
  "account.setUp": {
    door: "open",
    kind: "mutation",
    tasks: [],
    event: "setup.done",
    input: () => ({ code: "x", name: "X", email: "x@x.example", password: "vier losse woorden" }),
    bad: { code: 1 },
    answers: "link-invalid",
  },
  "clients.list": {
    door: "anywhere",
    kind: "query",
    tasks: seesClients,
    event: "client.listed",
    input: () => ({}),
    bad: { size: 1_000_000 },
  },
  "clients.search": {
    door: "anywhere",
    kind: "query",
    tasks: seesClients,
    event: "client.searched",
    input: () => ({ search: "kanarie" }),
    bad: { search: { $ne: null } },
  },
  "locations.tree": { door: "anywhere", kind: "query", tasks: seesClients, event: "location.listed" },
  "dashboard.view": { door: "self", kind: "query", tasks: [], event: "dashboard.viewed" },
  "clients.header": { door: "onClient", kind: "query", tasks: seesClients, event: "client.opened" },
  "clients.personalia": { door: "onClient", kind: "query", tasks: seesClients, event: "client.viewed" },
  "clients.bsn": { door: "onClient", kind: "query", tasks: seesClients, event: "client.bsn-revealed" },
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
  "export.page": { door: "onClient", kind: "query", tasks: exporting, event: "export.page-viewed" },
  "export.list": { door: "onClient", kind: "query", tasks: exporting, event: "export.listed" },
  "export.poll": {
    door: "onClient",
    kind: "query",
    tasks: exporting,
    event: "export.listed",
    covered: true,
  },
  "export.request": {
    door: "onClient",
    kind: "mutation",
    tasks: exporting,
    event: "export.requested",
    proof: true,
    input: () => ({ requestKey: newId(0) }),
    bad: { requestKey: "short", scope: "everything" },
    undo: (world) => world.db.write((tx) => tx.delete(exports)),
  },
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
    tasks: runs,
    event: "jobs.retried",
    input: () => ({ runId: "no such run" }),
    bad: {},
    answers: "job-elsewhere",
  },
  "jobs.cancel": {
    door: "anywhere",
    kind: "mutation",
    tasks: runs,
    event: "jobs.cancelled",
    input: () => ({ runId: "no such run" }),
    bad: {},
    answers: "job-elsewhere",
  },
};

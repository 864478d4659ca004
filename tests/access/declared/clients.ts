import type { Declared } from "./declared";

const seesClients = { anyOf: ["dossier.view", "client.manage", "caren.view"] } as const;

export const CLIENTS: Record<string, Declared> = {
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
  "locations.clients": {
    door: "anywhere",
    kind: "query",
    tasks: seesClients,
    event: "location.viewed",
    input: () => ({ code: "NERGENS" }),
    bad: { code: 1 },
    answers: "location-gone",
  },
  "locations.tree": { door: "anywhere", kind: "query", tasks: seesClients, event: "location.listed" },
  "dashboard.view": { door: "self", kind: "query", tasks: [], event: "dashboard.viewed" },
  "clients.header": { door: "onClient", kind: "query", tasks: seesClients, event: "client.opened" },
  "clients.personalia": { door: "onClient", kind: "query", tasks: seesClients, event: "client.viewed" },
  "clients.bsn": { door: "onClient", kind: "query", tasks: seesClients, event: "client.bsn-revealed" },
};

import { consentDecisions, parties, partyVersions } from "@/db/schema/consent";
import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const changes = ["consent.change", "consent.record", "client.manage"] as const;
const manages = ["organisation.manage"] as const;
const fields = { name: "Proef", purpose: "Proef", basis: "consent", gets: ["identity"], addressList: false };

export const CONSENT: Record<string, Declared> = {
  "consent.screen": { door: "onClient", kind: "query", tasks: ["client.manage"], event: "consent.viewed" },
  "consent.record": {
    door: "onClient",
    kind: "mutation",
    tasks: changes,
    event: "consent.recorded",
    input: () => ({
      partyId: "no-such-party",
      last: 0,
      answer: "yes",
      decidedOn: "2026-11-20",
      deciders: ["client"],
      requestKey: newId(0),
    }),
    bad: { answer: "maybe" },
    answers: "party-gone",
    undo: (world) => world.db.write((tx) => tx.delete(consentDecisions)),
  },
  "consent.parties": {
    door: "anywhere",
    kind: "query",
    tasks: { anyOf: ["organisation.manage", "client.manage", "consent.exchange"] },
    event: "party.listed",
  },
  "consent.addParty": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "party.added",
    input: () => ({ ...fields, requestKey: newId(0) }),
    bad: { basis: "whim" },
    undo: (world) =>
      world.db.write(async (tx) => {
        await tx.delete(partyVersions);
        await tx.delete(parties);
      }),
  },
  "consent.changeParty": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "party.changed",
    input: () => ({ ...fields, partyId: "no-such-party", version: 1 }),
    bad: { version: 0 },
    answers: "party-gone",
  },
  "consent.endParty": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "party.ended",
    input: () => ({ partyId: "no-such-party", version: 1, reason: "klaar" }),
    bad: { reason: 1 },
    answers: "party-gone",
  },
  "consent.overview": {
    door: "anywhere",
    kind: "query",
    tasks: { anyOf: ["organisation.manage", "client.manage"] },
    event: "consent.overview-viewed",
  },
  "consent.behind": {
    door: "anywhere",
    kind: "query",
    tasks: ["client.manage"],
    event: "consent.overview-viewed",
    input: () => ({ partyId: "no-such-party", figure: "yes" }),
    bad: { figure: "maybe" },
    answers: "party-gone",
  },
};

import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const manages = ["client.manage"] as const;
const edits = ["dossier.edit"] as const;
const reads = { anyOf: ["client.manage", "dossier.view"] } as const;

const add = (kind: string, values: Record<string, string>) => () => ({ kind, values, requestKey: newId(0) });
const change = (kind: string, values: Record<string, string>) => () => ({
  ...{ kind, values, recordId: "no such record", stamp: "x", requestKey: newId(0) },
});
const withdraw = (kind: string) => () => ({
  ...{ kind, reason: "Vergissing", recordId: "no such record", stamp: "x", requestKey: newId(0) },
});
const NOTE = { subject: "Post", text: "Aan de dochter sturen" };
const LIMIT = { kind: "treatment", subject: "Reanimeren", decision: "Nee" };
const bad = { kind: "notes", values: "none", requestKey: "short" };

export const RECORDS: Record<string, Declared> = {
  "records.cards": {
    ...{ door: "onClient", kind: "query", tasks: reads, event: "client.records-viewed" },
    input: () => ({ page: "care" }),
    bad: { page: "everything" },
  },
  "records.history": {
    ...{ door: "onClient", kind: "query", tasks: reads, event: "client.history-viewed" },
    input: () => ({}),
    bad: { page: -1 },
  },
  "records.add": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.record-added" },
    input: add("notes", NOTE),
    bad,
  },
  "records.change": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.record-changed" },
    input: change("notes", NOTE),
    bad,
    answers: "record-gone",
  },
  "records.withdraw": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.record-withdrawn" },
    input: withdraw("notes"),
    bad,
    answers: "record-gone",
  },
  "records.move": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.moved" },
    input: () => ({
      ...change("stays", { locationId: "own", fromDate: "2026-11-21" })(),
    }),
    bad,
    answers: "record-gone",
  },
  "directives.add": {
    ...{ door: "onClient", kind: "mutation", tasks: edits, event: "directive.added" },
    input: add("directives", LIMIT),
    bad,
  },
  "directives.change": {
    ...{ door: "onClient", kind: "mutation", tasks: edits, event: "directive.changed" },
    input: change("directives", LIMIT),
    bad,
    answers: "record-gone",
  },
  "directives.withdraw": {
    ...{ door: "onClient", kind: "mutation", tasks: edits, event: "directive.withdrawn" },
    input: withdraw("directives"),
    bad,
    answers: "record-gone",
  },
  "dashboard.signal": {
    ...{ door: "self", kind: "query", tasks: [], event: "signal.listed" },
    input: () => ({ signal: "same-bsn" }),
    bad: { signal: "same-bsn", page: 0 },
  },
  "clients.intakeForm": {
    ...{ door: "anywhere", kind: "query", tasks: manages, event: "client.created" },
    covered: true,
  },
  "clients.alike": {
    ...{ door: "anywhere", kind: "query", tasks: manages, event: "client.alike-searched" },
    input: () => ({ values: { lastName: "Kanarieown", birthDate: "1940-05-07" } }),
    bad: { values: [] },
  },
  "clients.create": {
    ...{ door: "anywhere", kind: "mutation", tasks: manages, event: "client.created" },
    // Whether the location is in someone's reach is the form's to say: this one is nobody's.
    input: () => ({
      values: {
        ...{ lastName: "Nieuw", nameUse: "own", gender: "female", birthDate: "1950-01-01" },
        ...{ inCareSince: "2026-11-21", locationId: "nowhere at all" },
      },
      requestKey: newId(0),
    }),
    bad: { values: 1 },
    answers: "form-invalid",
  },
  "clients.forms": { door: "onClient", kind: "query", tasks: manages, event: "client.viewed" },
  "clients.change": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.changed" },
    input: () => ({
      values: { lastName: "Anders", nameUse: "own", gender: "female", birthDate: "1940-05-06" },
      ...{ stamp: "of long ago", requestKey: newId(0) },
    }),
    bad: { values: {} },
    answers: "record-changed",
  },
  "clients.removeBsn": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.bsn-removed" },
    input: () => ({ reason: "Van een ander", stamp: "of long ago", requestKey: newId(0) }),
    bad: { reason: 5 },
    answers: "record-changed",
  },
  "clients.leaveCare": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.care-changed" },
    input: () => ({
      values: { date: "2026-11-21", reason: "moved" },
      ...{ stamp: "of long ago", requestKey: newId(0) },
    }),
    bad: { values: {} },
    answers: "record-changed",
  },
  "clients.returnToCare": {
    ...{ door: "onClient", kind: "mutation", tasks: manages, event: "client.care-changed" },
    input: () => ({
      values: { date: "2026-11-21", locationId: "own" },
      ...{ stamp: "of long ago", requestKey: newId(0) },
    }),
    bad: { values: {} },
    answers: "record-changed",
  },
};

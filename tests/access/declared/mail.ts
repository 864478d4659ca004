import type { Declared } from "./declared";

const post = ["jobs.view"] as const;
const manages = ["organisation.manage", "jobs.view"] as const;
const none = () => ({ mailId: "no such mail" });

export const MAIL: Record<string, Declared> = {
  "mail.list": {
    door: "anywhere",
    kind: "query",
    tasks: post,
    event: "mail.viewed",
    input: () => ({}),
    bad: { state: "lost" },
  },
  "mail.one": {
    door: "anywhere",
    kind: "query",
    tasks: post,
    event: "mail.viewed",
    input: none,
    bad: { mailId: 1 },
    answers: "mail-gone",
  },
  "mail.retry": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "mail.retried",
    input: none,
    bad: {},
    answers: "mail-gone",
  },
  "mail.cancel": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "mail.cancelled",
    input: none,
    bad: {},
    answers: "mail-gone",
  },
};

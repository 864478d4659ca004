import type { Declared } from "./declared";

export const ACCOUNT: Record<string, Declared> = {
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
};

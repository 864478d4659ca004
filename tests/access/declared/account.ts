import type { Declared } from "./declared";

export const ACCOUNT: Record<string, Declared> = {
  "account.me": { door: "self", kind: "query", tasks: [], event: "account.viewed", covered: true },
  "account.timeLeft": { door: "self", kind: "query", tasks: [], event: "sign-in", covered: true },
  "account.stay": { door: "self", kind: "mutation", tasks: [], event: "sign-in", covered: true },
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
  "account.page": { door: "self", kind: "query", tasks: [], event: "account.viewed" },
  "account.changePassword": {
    door: "self",
    kind: "mutation",
    tasks: [],
    event: "account.password-changed",
    input: () => ({ password: "not the old one", newPassword: "vier andere losse woorden" }),
    // Nobody of the matrix has a password to prove.
    answers: "password-wrong",
  },
  "account.endOtherSessions": {
    door: "self",
    kind: "mutation",
    tasks: [],
    event: "account.sessions-ended",
  },
  "account.askNewPassword": {
    door: "open",
    kind: "mutation",
    tasks: [],
    event: "account.password-asked",
    input: () => ({ email: "nobody@kroniek.example" }),
    bad: { email: "nobody" },
  },
  "account.activate": {
    door: "open",
    kind: "mutation",
    tasks: [],
    event: "account.activated",
    input: () => ({ code: "x", newPassword: "vier losse woorden" }),
    bad: { code: 1, newPassword: "vier losse woorden" },
    answers: "link-invalid",
  },
  "account.resetPassword": {
    door: "open",
    kind: "mutation",
    tasks: [],
    event: "account.password-reset",
    input: () => ({ code: "x", newPassword: "vier losse woorden" }),
    bad: { code: 1, newPassword: "vier losse woorden" },
    answers: "link-invalid",
  },
};

import type { Declared } from "./declared";

const manages = ["access.manage"] as const;
const list = { door: "anywhere", kind: "query", tasks: manages } as const;
const act = { door: "anywhere", kind: "mutation", tasks: manages } as const;
const gone = { accountId: "nobody", version: 1 };

export const PORTAL_ACCOUNTS: Record<string, Declared> = {
  "portalAccounts.list": {
    ...list,
    event: "portal-account.listed",
    input: () => ({}),
    bad: { state: "asleep" },
  },
  "portalAccounts.view": {
    ...list,
    event: "portal-account.viewed",
    input: () => ({ accountId: "nobody" }),
    bad: { accountId: 1 },
    answers: "portal-account-gone",
  },
  "portalAccounts.disable": {
    ...act,
    event: "portal-account.disabled",
    input: () => gone,
    bad: { ...gone, version: "x" },
    answers: "portal-account-gone",
  },
  "portalAccounts.enable": {
    ...act,
    event: "portal-account.enabled",
    input: () => gone,
    bad: { ...gone, version: "x" },
    answers: "portal-account-gone",
  },
  "portalAccounts.removeSecondFactor": {
    ...act,
    event: "portal-account.second-factor-removed",
    input: () => ({ accountId: "nobody", password: "not mine" }),
    // Nobody of the matrix has a password to prove.
    answers: "password-wrong",
  },
  "portalAccounts.resendActivation": {
    ...act,
    event: "portal-account.activation-sent",
    input: () => ({ accountId: "nobody", requestKey: "key-of-matrix" }),
    bad: { accountId: "nobody", requestKey: 1 },
    answers: "portal-account-gone",
  },
};

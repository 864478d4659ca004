import type { Declared } from "./declared";

const OPEN = { door: "open", kind: "mutation", tasks: [] } as const;
const SELF = { door: "portalSelf", kind: "mutation", tasks: [] } as const;
const POLLED = { door: "portalSelf", kind: "query", tasks: [], covered: true } as const;
const byLink = {
  input: () => ({ code: "x", newPassword: "vier losse woorden" }),
  bad: { code: 1, newPassword: "vier losse woorden" },
  answers: "link-invalid",
} as const;

export const PORTAL: Record<string, Declared> = {
  "portal.signInPage": { ...OPEN, kind: "query", event: "portal.signed-in", covered: true },
  "portal.askNewPassword": {
    ...OPEN,
    event: "portal.password-asked",
    input: () => ({ email: "nobody@kroniek.example" }),
    bad: { email: "nobody" },
  },
  "portal.activate": { ...OPEN, ...byLink, event: "portal.activated" },
  "portal.resetPassword": { ...OPEN, ...byLink, event: "portal.password-reset" },
  "portal.timeLeft": { ...POLLED, event: "portal.signed-in" },
  "portal.stay": { ...POLLED, kind: "mutation", event: "portal.signed-in" },
  "portal.me": { ...POLLED, event: "portal.account-viewed" },
  "portal.account": { ...SELF, kind: "query", event: "portal.account-viewed" },
  "portal.changePassword": {
    ...SELF,
    event: "portal.password-changed",
    input: () => ({ password: "not the old one", newPassword: "vier andere losse woorden" }),
    // Nobody of the matrix has a password to prove.
    answers: "password-wrong",
  },
  "portal.endOtherSessions": { ...SELF, event: "portal.sessions-ended" },
  "portal.agree": { ...SELF, event: "portal.agreed" },
  "portal.decline": { ...SELF, event: "portal.declined" },
  "portal.endAgreement": { ...SELF, event: "portal.agreement-ended" },
  "portal.clients": { ...SELF, kind: "query", event: "portal.clients-viewed" },
  "portal.client": {
    door: "portal",
    kind: "query",
    tasks: [],
    relations: ["client", "representative", "network", "involved"],
    event: "portal.client-viewed",
  },
};

const code = () => ({ code: "123456" });
/** What only a half session may: nobody of the matrix has one, so that all are told to sign in. */
const HALF_WAY = { ...OPEN, answers: "not-signed-in" } as const;
const wrongPassword = { input: () => ({ password: "not mine" }), answers: "password-wrong" } as const;

export const PORTAL_SECOND_FACTOR: Record<string, Declared> = {
  "portalSecondFactor.step": { ...OPEN, kind: "query", event: "sign-in", covered: true },
  "portalSecondFactor.give": { ...HALF_WAY, event: "second-factor.given", input: code, bad: { code: 1 } },
  "portalSecondFactor.beginFirst": { ...HALF_WAY, event: "second-factor.begun" },
  "portalSecondFactor.confirmFirst": {
    ...HALF_WAY,
    event: "second-factor.turned-on",
    input: code,
    bad: { code: 1 },
  },
  "portalSecondFactor.own": { ...POLLED, event: "portal.account-viewed" },
  "portalSecondFactor.begin": { ...SELF, ...wrongPassword, event: "second-factor.begun" },
  "portalSecondFactor.confirm": {
    ...SELF,
    event: "second-factor.turned-on",
    input: code,
    bad: { code: 1 },
    answers: "enrolment-over",
  },
  "portalSecondFactor.renewCodes": { ...SELF, ...wrongPassword, event: "second-factor.codes-renewed" },
  "portalSecondFactor.turnOff": { ...SELF, ...wrongPassword, event: "second-factor.turned-off" },
};

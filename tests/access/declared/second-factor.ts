import type { Declared } from "./declared";

/** What only a half session may: nobody of the matrix has one, so that all are told to sign in. */
const HALF_WAY = { door: "open", kind: "mutation", tasks: [], answers: "not-signed-in" } as const;
const SELF = { door: "self", kind: "mutation", tasks: [] } as const;
const code = () => ({ code: "123456" });
/** Nobody of the matrix has a password to prove. */
const wrongPassword = { input: () => ({ password: "not mine" }), answers: "password-wrong" } as const;

export const SECOND_FACTOR: Record<string, Declared> = {
  "secondFactor.step": { door: "open", kind: "query", tasks: [], event: "sign-in", covered: true },
  "secondFactor.give": { ...HALF_WAY, event: "second-factor.given", input: code, bad: { code: 1 } },
  "secondFactor.beginFirst": { ...HALF_WAY, event: "second-factor.begun" },
  "secondFactor.confirmFirst": {
    ...HALF_WAY,
    event: "second-factor.turned-on",
    input: code,
    bad: { code: 1 },
  },
  "secondFactor.begin": { ...SELF, ...wrongPassword, event: "second-factor.begun" },
  "secondFactor.confirm": {
    ...SELF,
    event: "second-factor.turned-on",
    input: code,
    bad: { code: 1 },
    answers: "enrolment-over",
  },
  "secondFactor.renewCodes": { ...SELF, ...wrongPassword, event: "second-factor.codes-renewed" },
  "secondFactor.turnOff": { ...SELF, ...wrongPassword, event: "second-factor.turned-off" },
};

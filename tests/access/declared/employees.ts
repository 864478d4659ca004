import { eq } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import type { Declared } from "./declared";

const manages = ["access.manage"] as const;
const NEW = "nieuw@kroniek.example";

const list = { door: "anywhere", kind: "query", tasks: manages } as const;
const act = { door: "anywhere", kind: "mutation", tasks: manages } as const;
const gone = { employeeId: "nobody", version: 1 };

export const EMPLOYEES: Record<string, Declared> = {
  "employees.list": {
    ...list,
    event: "employee.listed",
    input: () => ({}),
    bad: { state: "asleep" },
  },
  "employees.view": {
    ...list,
    event: "employee.viewed",
    input: () => ({ employeeId: "nobody" }),
    bad: { employeeId: 1 },
    answers: "employee-gone",
  },
  "employees.choices": { ...list, event: "employee.viewed", covered: true },
  "employees.make": {
    ...act,
    event: "employee.made",
    input: () => ({
      name: "Nieuw",
      email: NEW,
      title: "verzorgende",
      expertises: [],
      roles: [],
      requestKey: "key-of-matrix",
    }),
    bad: { name: "" },
    undo: (world) => world.db.write((tx) => tx.delete(employees).where(eq(employees.email, NEW))),
  },
  "employees.resendActivation": {
    ...act,
    event: "employee.activation-sent",
    input: () => ({ employeeId: "nobody", requestKey: "key-of-matrix" }),
    bad: { requestKey: 1 },
    answers: "employee-gone",
  },
  "employees.change": {
    ...act,
    event: "employee.changed",
    input: () => ({ ...gone, name: "X", title: "x", expertises: [] }),
    bad: { ...gone, name: "" },
    answers: "employee-gone",
  },
  "employees.disable": {
    ...act,
    event: "employee.disabled",
    input: () => gone,
    bad: { employeeId: "nobody", version: "x" },
    answers: "employee-gone",
  },
  "employees.enable": {
    ...act,
    event: "employee.enabled",
    input: () => gone,
    bad: { employeeId: "nobody", version: "x" },
    answers: "employee-gone",
  },
  "employees.removeSecondFactor": {
    ...act,
    event: "second-factor.removed",
    input: () => ({ employeeId: "nobody", password: "not mine" }),
    // Nobody of the matrix has a password to prove.
    answers: "password-wrong",
  },
  "employees.giveRole": {
    ...act,
    event: "access.tasks-given",
    input: () => ({ ...gone, roleId: "x", reach: { kind: "everywhere" } }),
    bad: { ...gone, roleId: "x", reach: { kind: "somewhere" } },
    answers: "employee-gone",
  },
  "employees.takeRole": {
    ...act,
    event: "access.tasks-taken",
    input: () => ({ ...gone, grantId: "x" }),
    bad: { ...gone },
    answers: "employee-gone",
  },
  "employees.whyAccess": {
    ...list,
    event: "access.explained",
    input: () => ({ employeeId: "nobody", clientNumber: "20001" }),
    bad: { employeeId: "nobody", clientNumber: "999990019" },
    answers: "employee-gone",
  },
};

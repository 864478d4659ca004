import {
  ChangeEmployee,
  ExplainAccess,
  GiveRole,
  ListEmployees,
  MakeEmployee,
  OneEmployee,
  RemoveSecondFactor,
  ResendActivation,
  SwitchEmployee,
  TakeRole,
} from "../employees/input";
import { changeEmployee, disableEmployee, enableEmployee } from "../employees/service/change";
import { whyAccess } from "../employees/service/explain";
import { employeeChoices, listEmployees, viewEmployee } from "../employees/service/list";
import { makeEmployee, resendActivation } from "../employees/service/make";
import { giveRole, takeRole } from "../employees/service/rights";
import { removeColleagueFactor } from "../employees/service/second-factor";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["access.manage"] as const;

export const employeesRouter = t.router({
  list: anywhere({ tasks, audit: "employee.listed" })
    .input(ListEmployees)
    .query(({ ctx, input }) => listEmployees(ctx.act, input)),
  view: anywhere({ tasks, audit: "employee.viewed" })
    .input(OneEmployee)
    .query(({ ctx, input }) => viewEmployee(ctx.act, input)),
  /** Names of roles, places and expertises only: told by the page whose form it fills. */
  choices: anywhere({ tasks, audit: { coveredBy: "employee.viewed" } }).query(({ ctx }) =>
    employeeChoices(ctx.act),
  ),
  make: anywhere({ tasks, audit: "employee.made" })
    .input(MakeEmployee)
    .mutation(({ ctx, input }) => makeEmployee(ctx.act, input)),
  resendActivation: anywhere({ tasks, audit: "employee.activation-sent" })
    .input(ResendActivation)
    .mutation(({ ctx, input }) => resendActivation(ctx.act, input)),
  change: anywhere({ tasks, audit: "employee.changed" })
    .input(ChangeEmployee)
    .mutation(({ ctx, input }) => changeEmployee(ctx.act, input)),
  disable: anywhere({ tasks, audit: "employee.disabled" })
    .input(SwitchEmployee)
    .mutation(({ ctx, input }) => disableEmployee(ctx.act, input)),
  enable: anywhere({ tasks, audit: "employee.enabled" })
    .input(SwitchEmployee)
    .mutation(({ ctx, input }) => enableEmployee(ctx.act, input)),
  removeSecondFactor: anywhere({ tasks, audit: "second-factor.removed", proof: "always" })
    .input(RemoveSecondFactor)
    .mutation(({ ctx, input }) => removeColleagueFactor(ctx.act, input)),
  giveRole: anywhere({ tasks, audit: "access.tasks-given" })
    .input(GiveRole)
    .mutation(({ ctx, input }) => giveRole(ctx.act, input)),
  takeRole: anywhere({ tasks, audit: "access.tasks-taken" })
    .input(TakeRole)
    .mutation(({ ctx, input }) => takeRole(ctx.act, input)),
  whyAccess: anywhere({ tasks, audit: "access.explained" })
    .input(ExplainAccess)
    .query(({ ctx, input }) => whyAccess(ctx.act, input)),
});

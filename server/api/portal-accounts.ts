import {
  ListPortalAccounts,
  OnePortalAccount,
  RemovePortalFactor,
  ResendPortalActivation,
  SwitchPortalAccount,
} from "../portal/input";
import {
  disablePortalAccount,
  enablePortalAccount,
  listPortalAccounts,
  removePortalFactor,
  resendPortalActivation,
  viewPortalAccount,
} from "../portal/manage";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["access.manage"] as const;

/** Accounts of people from outside, for who manages accounts; those of colleagues are `employees`. */
export const portalAccountsRouter = t.router({
  list: anywhere({ tasks, audit: "portal-account.listed" })
    .input(ListPortalAccounts)
    .query(({ ctx, input }) => listPortalAccounts(ctx.act, input)),
  view: anywhere({ tasks, audit: "portal-account.viewed" })
    .input(OnePortalAccount)
    .query(({ ctx, input }) => viewPortalAccount(ctx.act, input)),
  disable: anywhere({ tasks, audit: "portal-account.disabled" })
    .input(SwitchPortalAccount)
    .mutation(({ ctx, input }) => disablePortalAccount(ctx.act, input)),
  enable: anywhere({ tasks, audit: "portal-account.enabled" })
    .input(SwitchPortalAccount)
    .mutation(({ ctx, input }) => enablePortalAccount(ctx.act, input)),
  removeSecondFactor: anywhere({ tasks, audit: "portal-account.second-factor-removed", proof: "always" })
    .input(RemovePortalFactor)
    .mutation(({ ctx, input }) => removePortalFactor(ctx.act, input)),
  resendActivation: anywhere({ tasks, audit: "portal-account.activation-sent" })
    .input(ResendPortalActivation)
    .mutation(({ ctx, input }) => resendPortalActivation(ctx.act, input)),
});

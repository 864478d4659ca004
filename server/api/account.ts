import { AskNewPassword, FirstAdministrator, OwnPassword, PasswordByLink } from "../auth/input";
import { changePassword, endOtherSessions } from "../auth/own";
import { activateAccount, askNewPassword, resetPassword } from "../auth/password-link";
import { signInPage, whoAmI } from "../auth/service";
import { IDLE_MS } from "../auth/session";
import { makeFirstAdministrator } from "../auth/setup";
import { stayHere, timeLeft } from "../auth/time-left";
import { ownAccount } from "../employees/service/own";
import { newPasswordOf, open, self } from "./procedure";
import { t } from "./trpc";

export const accountRouter = t.router({
  me: self({ audit: { coveredBy: "account.viewed" } }).query(({ ctx }) => whoAmI(ctx.act)),
  /** A page that asks this by itself is not at work: covered calls do not touch the session. */
  timeLeft: self({ audit: { coveredBy: "sign-in" } }).query(({ ctx }) => timeLeft(ctx.act, ctx.session)),
  stay: self({ audit: { coveredBy: "sign-in" } }).mutation(({ ctx }) =>
    stayHere(ctx.act, ctx.session, IDLE_MS),
  ),
  signInPage: open({ audit: { coveredBy: "sign-in" } }).query(({ ctx }) => signInPage(ctx.act)),
  setUp: open({ audit: "setup.done" })
    .input(FirstAdministrator)
    .mutation(({ ctx, input }) => makeFirstAdministrator(ctx.act, input)),
  page: self({ audit: "account.viewed" }).query(({ ctx }) => ownAccount(ctx.act, ctx.session?.id)),
  changePassword: self({ audit: "account.password-changed", proof: "always", newPassword: true })
    .input(OwnPassword)
    .mutation(({ ctx }) => changePassword(ctx.act, ctx.session?.id, newPasswordOf(ctx))),
  endOtherSessions: self({ audit: "account.sessions-ended" }).mutation(({ ctx }) =>
    endOtherSessions(ctx.act, ctx.session?.id),
  ),
  askNewPassword: open({ audit: "account.password-asked" })
    .input(AskNewPassword)
    .mutation(({ ctx, input }) => askNewPassword(ctx.act, "employee", input, ctx.caller.source)),
  activate: open({ audit: "account.activated", newPassword: true })
    .input(PasswordByLink)
    .mutation(({ ctx, input }) => activateAccount(ctx.act, "employee", input.code, newPasswordOf(ctx))),
  resetPassword: open({ audit: "account.password-reset", newPassword: true })
    .input(PasswordByLink)
    .mutation(({ ctx, input }) => resetPassword(ctx.act, "employee", input.code, newPasswordOf(ctx))),
});

import { FirstAdministrator } from "../auth/input";
import { signInPage, whoAmI } from "../auth/service";
import { makeFirstAdministrator } from "../auth/setup";
import { open, self } from "./procedure";
import { t } from "./trpc";

export const accountRouter = t.router({
  me: self({ audit: { coveredBy: "account.viewed" } }).query(({ ctx }) => whoAmI(ctx.act)),
  signInPage: open({ audit: { coveredBy: "sign-in" } }).query(({ ctx }) => signInPage(ctx.act)),
  setUp: open({ audit: "setup.done" })
    .input(FirstAdministrator)
    .mutation(({ ctx, input }) => makeFirstAdministrator(ctx.act, input)),
});

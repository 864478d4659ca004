import { whoAmI } from "../auth/service";
import { FirstAdministrator, makeFirstAdministrator } from "../auth/setup";
import { open, self } from "./procedure";
import { t } from "./trpc";

export const accountRouter = t.router({
  me: self({ audit: { coveredBy: "account.viewed" } }).query(({ ctx }) => whoAmI(ctx.act)),
  setUp: open({ audit: "setup.done" })
    .input(FirstAdministrator)
    .mutation(({ ctx, input }) => makeFirstAdministrator(ctx.act, input)),
});

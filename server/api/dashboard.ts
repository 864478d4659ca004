import { ReadSignal } from "../dashboard/input";
import { readSignal, viewDashboard } from "../dashboard/service";
import { self } from "./procedure";
import { t } from "./trpc";

export const dashboardRouter = t.router({
  view: self({ audit: "dashboard.viewed" }).query(({ ctx }) => viewDashboard(ctx.act)),
  signal: self({ audit: "signal.listed" })
    .input(ReadSignal)
    .query(({ ctx, input }) => readSignal(ctx.act, input)),
});

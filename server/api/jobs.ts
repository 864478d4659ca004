import { ListRuns, OneRun } from "../jobs/input";
import { jobsOverview } from "../jobs/overview";
import { cancelRun, getRun, listRuns, retryRun } from "../jobs/service";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["jobs.view"] as const;
/** A run begun again or broken off does work for others: that is more than looking (the label of `jobs.view`). */
const manages = ["organisation.manage", "jobs.view"] as const;

export const jobsRouter = t.router({
  /** State and counts only: told by the list it stands beside. */
  overview: anywhere({ tasks, audit: { coveredBy: "jobs.viewed" } }).query(({ ctx }) =>
    jobsOverview(ctx.act),
  ),
  list: anywhere({ tasks, audit: "jobs.viewed" })
    .input(ListRuns)
    .query(({ ctx, input }) => listRuns(ctx.act, input)),
  run: anywhere({ tasks, audit: "jobs.viewed" })
    .input(OneRun)
    .query(({ ctx, input }) => getRun(ctx.act, input)),
  retry: anywhere({ tasks: manages, audit: "jobs.retried" })
    .input(OneRun)
    .mutation(({ ctx, input }) => retryRun(ctx.act, input)),
  cancel: anywhere({ tasks: manages, audit: "jobs.cancelled" })
    .input(OneRun)
    .mutation(({ ctx, input }) => cancelRun(ctx.act, input)),
});

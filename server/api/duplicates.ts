import { ListDuplicates, OfPair } from "../duplicates/input";
import { askScan, viewScan } from "../duplicates/progress";
import { dismissPair, listDuplicates, reopenPair } from "../duplicates/service";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["client.manage", "client.merge"] as const;

/** Clients who may be one person: who they are, and why. */
export const duplicatesRouter = t.router({
  list: anywhere({ tasks, audit: "duplicates.viewed" })
    .input(ListDuplicates)
    .query(({ ctx, input }) => listDuplicates(ctx.act, input)),
  /** State and counts only: told by the list it stands above. */
  scan: anywhere({ tasks, audit: { coveredBy: "duplicates.viewed" } }).query(({ ctx }) =>
    viewScan(ctx.act.db),
  ),
  ask: anywhere({ tasks, audit: "duplicates.asked" }).mutation(({ ctx }) => askScan(ctx.act)),
  dismiss: anywhere({ tasks, audit: "duplicates.dismissed" })
    .input(OfPair)
    .mutation(({ ctx, input }) => dismissPair(ctx.act, input)),
  reopen: anywhere({ tasks, audit: "duplicates.reopened" })
    .input(OfPair)
    .mutation(({ ctx, input }) => reopenPair(ctx.act, input)),
});

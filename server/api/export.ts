import { RequestExport } from "../export/input";
import { listExports, openPage, pollExports, requestExport } from "../export/service";
import { onClient } from "./procedure";
import { t } from "./trpc";

const tasks = ["dossier.export"] as const;

export const exportRouter = t.router({
  page: onClient({ tasks, audit: "export.page-viewed" }).query(({ ctx }) => openPage(ctx.act, ctx.client)),
  list: onClient({ tasks, audit: "export.listed" }).query(({ ctx }) => listExports(ctx.act, ctx.client)),
  poll: onClient({ tasks, audit: { coveredBy: "export.listed" } }).query(({ ctx }) =>
    pollExports(ctx.act, ctx.client),
  ),
  request: onClient({ tasks, audit: "export.requested", proof: true })
    .input(RequestExport)
    .mutation(({ ctx, input }) => requestExport(ctx.act, ctx.client, input)),
});

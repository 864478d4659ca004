import { ListEntries } from "../dossier/input";
import { countParts, listEntries, overview } from "../dossier/service";
import { ListOther } from "../interchange/input";
import { listOther } from "../interchange/service";
import { onClient } from "./procedure";
import { t } from "./trpc";

export const dossierRouter = t.router({
  overview: onClient({ tasks: ["dossier.view"], audit: "dossier.overview-viewed" }).query(({ ctx }) =>
    overview(ctx.act, ctx.client),
  ),
  counts: onClient({ tasks: ["dossier.view"], audit: { coveredBy: "client.opened" } }).query(({ ctx }) =>
    countParts(ctx.act, ctx.client),
  ),
  entries: onClient({ tasks: ["dossier.view"], audit: "dossier.part-viewed" })
    .input(ListEntries)
    .query(({ ctx, input }) => listEntries(ctx.act, ctx.client, input)),
  other: onClient({ tasks: ["dossier.view"], audit: "dossier.other-viewed" })
    .input(ListOther)
    .query(({ ctx, input }) => listOther(ctx.act, ctx.client, input)),
});

import { ClientLog } from "../audit/input";
import { clientLog } from "../audit/service";
import { ASKED_KINDS } from "../clients/portal-people";
import { whoHasAccess } from "../portal/who-has-access";
import { portal } from "./procedure";
import { t } from "./trpc";

export const portalAccessRouter = t.router({
  people: portal({ relations: ASKED_KINDS, audit: "portal.access-viewed" }).query(({ ctx }) =>
    whoHasAccess(ctx.act, ctx.client),
  ),
  /** Who has looked: for the client and who represents them, never for others. */
  log: portal({ relations: ["client", "representative"], audit: "portal.log-viewed" })
    .input(ClientLog)
    .query(({ ctx, input }) => clientLog(ctx.act, ctx.client, input)),
});

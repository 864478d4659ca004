import { CLIENT_TASKS } from "../access/tasks";
import { ListClients } from "../clients/input";
import { getHeader, getPersonalia, listClients, revealBsn } from "../clients/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const seesClients = { anyOf: CLIENT_TASKS };

export const clientsRouter = t.router({
  list: anywhere({ tasks: seesClients, audit: "client.listed" })
    .input(ListClients)
    .query(({ ctx, input }) => listClients(ctx.act, input)),
  search: anywhere({ tasks: seesClients, audit: "client.searched" })
    .input(ListClients)
    .query(({ ctx, input }) => listClients(ctx.act, input)),
  header: onClient({ tasks: seesClients, audit: "client.opened" }).query(({ ctx }) =>
    getHeader(ctx.act, ctx.client),
  ),
  personalia: onClient({ tasks: seesClients, audit: "client.viewed" }).query(({ ctx }) =>
    getPersonalia(ctx.act, ctx.client),
  ),
  bsn: onClient({ tasks: seesClients, audit: "client.bsn-revealed" }).query(({ ctx }) =>
    revealBsn(ctx.act, ctx.client),
  ),
});

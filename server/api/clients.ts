import { CLIENT_TASKS } from "../access/tasks";
import { ChangeCare, ChangePerson, FindAlike, ListClients, NewClient, RemoveBsn } from "../clients/input";
import { findAlike, makeClient } from "../clients/intake";
import { listClients } from "../clients/list";
import { changePerson, leaveCare, removeBsn, returnToCare } from "../clients/person";
import { getForms, getHeader, getIntakeForm, getPersonalia, revealBsn } from "../clients/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const seesClients = { anyOf: CLIENT_TASKS };
const manages = ["client.manage"] as const;

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
  intakeForm: anywhere({ tasks: manages, audit: { coveredBy: "client.created" } }).query(({ ctx }) =>
    getIntakeForm(ctx.act),
  ),
  alike: anywhere({ tasks: manages, audit: "client.alike-searched" })
    .input(FindAlike)
    .query(({ ctx, input }) => findAlike(ctx.act, input)),
  create: anywhere({ tasks: manages, audit: "client.created" })
    .input(NewClient)
    .mutation(({ ctx, input }) => makeClient(ctx.act, input)),
  forms: onClient({ tasks: manages, audit: "client.viewed" }).query(({ ctx }) =>
    getForms(ctx.act, ctx.client),
  ),
  change: onClient({ tasks: manages, audit: "client.changed" })
    .input(ChangePerson)
    .mutation(({ ctx, input }) => changePerson(ctx.act, ctx.client, input)),
  removeBsn: onClient({ tasks: manages, audit: "client.bsn-removed" })
    .input(RemoveBsn)
    .mutation(({ ctx, input }) => removeBsn(ctx.act, ctx.client, input)),
  leaveCare: onClient({ tasks: manages, audit: "client.care-changed" })
    .input(ChangeCare)
    .mutation(({ ctx, input }) => leaveCare(ctx.act, ctx.client, input)),
  returnToCare: onClient({ tasks: manages, audit: "client.care-changed" })
    .input(ChangeCare)
    .mutation(({ ctx, input }) => returnToCare(ctx.act, ctx.client, input)),
});

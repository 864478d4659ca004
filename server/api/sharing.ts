import { addRole, changeRole } from "../sharing/give";
import { leaveDossier, removeRole, transferOwnership } from "../sharing/hand-over";
import { AddRole, ChangeRole, OneRole, TransferOwnership } from "../sharing/input";
import { viewSharing } from "../sharing/service";
import { onClient } from "./procedure";
import { t } from "./trpc";

const shares = ["dossier.share"] as const;

/** Dossier rechten: who works in a dossier, in which role. */
export const sharingRouter = t.router({
  page: onClient({ tasks: ["dossier.view"], audit: "sharing.viewed" }).query(({ ctx }) =>
    viewSharing(ctx.act, ctx.client),
  ),
  add: onClient({ tasks: shares, audit: "sharing.added" })
    .input(AddRole)
    .mutation(({ ctx, input }) => addRole(ctx.act, ctx.client, input)),
  change: onClient({ tasks: shares, audit: "sharing.changed" })
    .input(ChangeRole)
    .mutation(({ ctx, input }) => changeRole(ctx.act, ctx.client, input)),
  transfer: onClient({ tasks: shares, audit: "sharing.transferred" })
    .input(TransferOwnership)
    .mutation(({ ctx, input }) => transferOwnership(ctx.act, ctx.client, input)),
  remove: onClient({ tasks: shares, audit: "sharing.removed" })
    .input(OneRole)
    .mutation(({ ctx, input }) => removeRole(ctx.act, ctx.client, input)),
  leave: onClient({ tasks: ["dossier.view"], audit: "sharing.left" })
    .input(OneRole)
    .mutation(({ ctx, input }) => leaveDossier(ctx.act, ctx.client, input)),
});

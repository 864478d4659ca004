import { AddMember, JoinWithCode, OneMember, RedeemCode } from "../caren/input";
import { addMember, removeMember, viewNetwork } from "../caren/network";
import { joinWithCode, redeemCode } from "../caren/redeem";
import { newPasswordOf, open, portal, portalSelf } from "./procedure";
import { t } from "./trpc";

const network = ["network"] as const;

export const portalCarenRouter = t.router({
  redeem: portalSelf({ audit: "caren.redeemed", letterCode: true })
    .input(RedeemCode)
    .mutation(({ ctx, input }) => redeemCode(ctx.act, input)),
  /** Counted like any link a stranger brings a password with. */
  join: open({ audit: "caren.redeemed", newPassword: true, inPortal: true })
    .input(JoinWithCode)
    .mutation(({ ctx, input }) => joinWithCode(ctx.act, input, newPasswordOf(ctx))),
  network: portal({ relations: network, audit: "caren.network-viewed" }).query(({ ctx }) =>
    viewNetwork(ctx.act, ctx.client),
  ),
  addMember: portal({ relations: network, audit: "caren.member-added" })
    .input(AddMember)
    .mutation(({ ctx, input }) => addMember(ctx.act, ctx.client, input)),
  removeMember: portal({ relations: network, audit: "caren.member-removed" })
    .input(OneMember)
    .mutation(({ ctx, input }) => removeMember(ctx.act, ctx.client, input)),
});

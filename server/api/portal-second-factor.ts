import { GivenCode, OwnProof } from "../auth/input";
import { beginOwn, confirmOwn, ownSecondFactor, renewOwnCodes, turnOffOwn } from "../auth/own-second-factor";
import { DomainError } from "../core/errors";
import { portalSelf } from "./procedure";
import { halfWay } from "./second-factor";
import { type ApiContext, t } from "./trpc";

/** The session in the portal that acts. */
function ownOf({ portal }: Pick<ApiContext, "portal">) {
  if (!portal) throw new DomainError("not-signed-in");
  return { holder: { kind: "portal", id: portal.actor.id }, sessionId: portal.id } as const;
}

const proof = "always";

/** The second factor of an account in the portal, as `second-factor.ts` has it for employees. */
export const portalSecondFactorRouter = t.router({
  ...halfWay("portal"),
  own: portalSelf({ audit: { coveredBy: "portal.account-viewed" } }).query(({ ctx }) =>
    ownSecondFactor(ctx.act.db, ctx.world, ownOf(ctx).holder),
  ),
  begin: portalSelf({ audit: "second-factor.begun", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => beginOwn(ctx.act, ownOf(ctx))),
  confirm: portalSelf({ audit: "second-factor.turned-on", codeOf: (ctx) => ownOf(ctx).holder })
    .input(GivenCode)
    .mutation(({ ctx, input }) => confirmOwn(ctx.act, ownOf(ctx), input.code, ctx.caller.source)),
  renewCodes: portalSelf({ audit: "second-factor.codes-renewed", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => renewOwnCodes(ctx.act, ownOf(ctx))),
  turnOff: portalSelf({ audit: "second-factor.turned-off", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => turnOffOwn(ctx.act, ownOf(ctx))),
});

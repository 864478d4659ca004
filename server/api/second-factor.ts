import type { HalfSession } from "../auth/half-session";
import { GivenCode, OwnProof } from "../auth/input";
import { beginOwn, confirmOwn, renewOwnCodes, turnOffOwn } from "../auth/own-second-factor";
import { beginFirst, confirmFirst, giveSecondFactor, stepAhead } from "../auth/second-step";
import { DomainError } from "../core/errors";
import { open, self } from "./procedure";
import { type ApiContext, t } from "./trpc";

/**
 * What who gave the right password may do before being signed in: nothing but these. The session that waits is
 * exchanged for a full one where cookies are set.
 * @param where whose half session of a request: that of the staff's cookie, or the portal's
 */
export function halfWay(where: "staff" | "portal") {
  const halfOf = (ctx: ApiContext): HalfSession | undefined =>
    where === "portal" ? ctx.portalHalf : ctx.half;
  const codeOf = (ctx: ApiContext) => halfOf(ctx)?.holder;
  const at = where === "portal" ? { inPortal: true as const } : {};
  return {
    step: open({ audit: { coveredBy: "sign-in" }, ...at }).query(({ ctx }) =>
      stepAhead(ctx.act, halfOf(ctx)),
    ),
    give: open({ audit: "second-factor.given", codeOf, ...at })
      .input(GivenCode)
      .mutation(({ ctx, input }) => giveSecondFactor(ctx.act, halfOf(ctx), input.code, ctx.caller.source)),
    beginFirst: open({ audit: "second-factor.begun", ...at }).mutation(({ ctx }) =>
      beginFirst(ctx.act, halfOf(ctx)),
    ),
    confirmFirst: open({ audit: "second-factor.turned-on", codeOf, ...at })
      .input(GivenCode)
      .mutation(({ ctx, input }) => confirmFirst(ctx.act, halfOf(ctx), input.code, ctx.caller.source)),
  };
}

/** The employee's session that acts. */
function ownOf({ session }: ApiContext) {
  if (!session) throw new DomainError("not-signed-in");
  return { holder: { kind: "employee", id: session.actor.id }, sessionId: session.id } as const;
}

const proof = "always";

export const secondFactorRouter = t.router({
  ...halfWay("staff"),
  begin: self({ audit: "second-factor.begun", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => beginOwn(ctx.act, ownOf(ctx))),
  confirm: self({ audit: "second-factor.turned-on", codeOf: (ctx) => ownOf(ctx).holder })
    .input(GivenCode)
    .mutation(({ ctx, input }) => confirmOwn(ctx.act, ownOf(ctx), input.code, ctx.caller.source)),
  renewCodes: self({ audit: "second-factor.codes-renewed", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => renewOwnCodes(ctx.act, ownOf(ctx))),
  turnOff: self({ audit: "second-factor.turned-off", proof })
    .input(OwnProof)
    .mutation(({ ctx }) => turnOffOwn(ctx.act, ownOf(ctx))),
});

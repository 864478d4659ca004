import { RELATION_KINDS, type RelationKind } from "../access/relations";
import { AskNewPassword, OwnPassword, PasswordByLink } from "../auth/input";
import { changePassword, endOtherSessions } from "../auth/own";
import { activateAccount, askNewPassword, resetPassword } from "../auth/password-link";
import { PORTAL_IDLE_MS } from "../auth/portal-session";
import { portalSignInPage } from "../auth/service";
import { stayHere, timeLeft } from "../auth/time-left";
import { agree, disagree, ownClient, ownClients, ownPortalAccount, whoAmIInPortal } from "../portal/service";
import { newPasswordOf, open, portal, portalSelf } from "./procedure";
import { t } from "./trpc";

const everyone = Object.keys(RELATION_KINDS) as RelationKind[];

const inPortal = true;

export const portalRouter = t.router({
  signInPage: open({ audit: { coveredBy: "portal.signed-in" }, inPortal }).query(({ ctx }) =>
    portalSignInPage(ctx.act, ctx.portal !== undefined),
  ),
  askNewPassword: open({ audit: "portal.password-asked", inPortal })
    .input(AskNewPassword)
    .mutation(({ ctx, input }) => askNewPassword(ctx.act, "portal", input, ctx.caller.source)),
  activate: open({ audit: "portal.activated", newPassword: true, inPortal })
    .input(PasswordByLink)
    .mutation(({ ctx, input }) => activateAccount(ctx.act, "portal", input.code, newPasswordOf(ctx))),
  resetPassword: open({ audit: "portal.password-reset", newPassword: true, inPortal })
    .input(PasswordByLink)
    .mutation(({ ctx, input }) => resetPassword(ctx.act, "portal", input.code, newPasswordOf(ctx))),
  /** A page that asks this by itself is not at work: covered calls do not touch the session. */
  timeLeft: portalSelf({ audit: { coveredBy: "portal.signed-in" } }).query(({ ctx }) =>
    timeLeft(ctx.act, ctx.portal),
  ),
  stay: portalSelf({ audit: { coveredBy: "portal.signed-in" } }).mutation(({ ctx }) =>
    stayHere(ctx.act, ctx.portal, PORTAL_IDLE_MS),
  ),
  me: portalSelf({ audit: { coveredBy: "portal.account-viewed" } }).query(({ ctx }) =>
    whoAmIInPortal(ctx.act),
  ),
  account: portalSelf({ audit: "portal.account-viewed" }).query(({ ctx }) =>
    ownPortalAccount(ctx.act, ctx.portal?.id),
  ),
  changePassword: portalSelf({ audit: "portal.password-changed", proof: "always", newPassword: true })
    .input(OwnPassword)
    .mutation(({ ctx }) => changePassword(ctx.act, ctx.portal?.id, newPasswordOf(ctx))),
  endOtherSessions: portalSelf({ audit: "portal.sessions-ended" }).mutation(({ ctx }) =>
    endOtherSessions(ctx.act, ctx.portal?.id),
  ),
  agree: portalSelf({ audit: "portal.agreed" }).mutation(({ ctx }) => agree(ctx.act)),
  decline: portalSelf({ audit: "portal.declined" }).mutation(({ ctx }) => disagree(ctx.act)),
  endAgreement: portalSelf({ audit: "portal.agreement-ended" }).mutation(({ ctx }) => disagree(ctx.act)),
  clients: portalSelf({ audit: "portal.clients-viewed" }).query(({ ctx }) => ownClients(ctx.act)),
  client: portal({ relations: everyone, audit: "portal.client-viewed" }).query(({ ctx }) =>
    ownClient(ctx.act, ctx.client),
  ),
});

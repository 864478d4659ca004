import { MessageNotices, OneMessage } from "../caren/messages/input";
import { ownMessages, ownNotices, readMessage, setNotices, unreadMessages } from "../caren/messages/own";
import { portal, portalSelf } from "./procedure";
import { t } from "./trpc";

const relations = ["client", "representative", "network"] as const;

/** Location messages as they come to someone in the portal. */
export const portalMessagesRouter = t.router({
  list: portal({ relations, audit: "portal-message.listed" }).query(({ ctx }) =>
    ownMessages(ctx.act, ctx.client),
  ),
  unread: portalSelf({ audit: { coveredBy: "portal.clients-viewed" } }).query(({ ctx }) =>
    unreadMessages(ctx.act, relations),
  ),
  read: portal({ relations, audit: "portal-message.read" })
    .input(OneMessage)
    .mutation(({ ctx, input }) => readMessage(ctx.act, ctx.client, input)),
  notices: portalSelf({ audit: { coveredBy: "portal.account-viewed" } }).query(({ ctx }) =>
    ownNotices(ctx.act),
  ),
  setNotices: portalSelf({ audit: "portal-message.notices-set" })
    .input(MessageNotices)
    .mutation(({ ctx, input }) => setNotices(ctx.act, input)),
});

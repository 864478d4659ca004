import {
  KeepMessage,
  ListMessages,
  ListRecipients,
  MessageFor,
  OneMessage,
  SendMessage,
  WithdrawMessage,
} from "../caren/messages/input";
import { listMessages, listRecipients, messageProgress, READ, viewMessage } from "../caren/messages/list";
import { SEND } from "../caren/messages/scene";
import { keepDraft, previewMessage, sendMessage, unreachedBy } from "../caren/messages/send";
import { withdrawMessage } from "../caren/messages/withdraw";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const reads = { anyOf: READ };
const sends = [SEND] as const;

/** Messages to everyone around the clients of a location. */
export const locationMessagesRouter = t.router({
  list: anywhere({ tasks: reads, audit: "message.listed" })
    .input(ListMessages)
    .query(({ ctx, input }) => listMessages(ctx.act, input)),
  view: anywhere({ tasks: reads, audit: "message.viewed" })
    .input(OneMessage)
    .query(({ ctx, input }) => viewMessage(ctx.act, input)),
  progress: anywhere({ tasks: reads, audit: { coveredBy: "message.viewed" } })
    .input(OneMessage)
    .query(({ ctx, input }) => messageProgress(ctx.act, input)),
  recipients: anywhere({ tasks: reads, audit: "message.recipients-viewed" })
    .input(ListRecipients)
    .query(({ ctx, input }) => listRecipients(ctx.act, input)),
  preview: anywhere({ tasks: sends, audit: "message.previewed" })
    .input(MessageFor)
    .query(({ ctx, input }) => previewMessage(ctx.act, input)),
  unreached: anywhere({ tasks: sends, audit: "message.unreached-viewed" })
    .input(MessageFor)
    .query(({ ctx, input }) => unreachedBy(ctx.act, input)),
  keep: anywhere({ tasks: sends, audit: "message.drafted" })
    .input(KeepMessage)
    .mutation(({ ctx, input }) => keepDraft(ctx.act, input)),
  send: anywhere({ tasks: sends, audit: "message.sent" })
    .input(SendMessage)
    .mutation(({ ctx, input }) => sendMessage(ctx.act, input)),
  withdraw: anywhere({ tasks: sends, audit: "message.withdrawn" })
    .input(WithdrawMessage)
    .mutation(({ ctx, input }) => withdrawMessage(ctx.act, input)),
});

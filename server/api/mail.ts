import { ListMails, OneMail } from "../mail/input";
import { cancelMail, getMail, listMails, retryMail } from "../mail/service";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["jobs.view"] as const;
/** A mail tried again or kept from going reaches or fails others: more than looking, as with tasks (`jobs.ts`). */
const manages = ["organisation.manage", "jobs.view"] as const;

export const mailRouter = t.router({
  list: anywhere({ tasks, audit: "mail.viewed" })
    .input(ListMails)
    .query(({ ctx, input }) => listMails(ctx.act, input)),
  one: anywhere({ tasks, audit: "mail.viewed" })
    .input(OneMail)
    .query(({ ctx, input }) => getMail(ctx.act, input)),
  retry: anywhere({ tasks: manages, audit: "mail.retried" })
    .input(OneMail)
    .mutation(({ ctx, input }) => retryMail(ctx.act, input)),
  cancel: anywhere({ tasks: manages, audit: "mail.cancelled" })
    .input(OneMail)
    .mutation(({ ctx, input }) => cancelMail(ctx.act, input)),
});

import { mails } from "@/db/schema/mails";
import { organisationOf } from "../access/organisation";
import type { ChangeCtx } from "../access/perform";
import { newId } from "../core/ids";
import { MAIL_QUEUED } from "./events";
import { type MailBody, sealFor } from "./sealed";
import { composeMail, type MailKind, type MailValues } from "./templates";

interface Order<Kind extends MailKind> {
  kind: Kind;
  to: string;
  values: MailValues<Kind>;
  /** The same request is one mail, however often it is asked */
  requestKey: string;
  /** The employee it goes to: their page shows how it went */
  employeeId?: string;
  /** After this moment (epoch ms) it is of no use any more and is not sent */
  usefulUntil?: number;
}

/**
 * Puts a mail in the queue, in the transaction of the act that causes it: no act without its mail, no mail without
 * its act. Its sender is told after the commit.
 */
export async function queueMail<Kind extends MailKind>(ctx: ChangeCtx, order: Order<Kind>): Promise<void> {
  const id = newId(ctx.now);
  const { subject, text } = composeMail(order.kind, order.values, {
    publicUrl: ctx.world.env.publicUrl,
    organisation: await organisationOf(ctx.tx),
  });
  await ctx.tx
    .insert(mails)
    .values({
      id,
      kind: order.kind,
      employeeId: order.employeeId ?? null,
      toSealed: sealFor(ctx.world.keys, id, "to", order.to),
      bodySealed: sealFor(ctx.world.keys, id, "body", JSON.stringify({ subject, text } satisfies MailBody)),
      state: "queued",
      queuedAt: ctx.now,
      nextAttemptAt: ctx.now,
      usefulUntil: order.usefulUntil ?? null,
      requestKey: order.requestKey,
    })
    .onConflictDoNothing({ target: mails.requestKey });
  ctx.emit({ name: MAIL_QUEUED, data: {} });
}

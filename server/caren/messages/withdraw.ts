import { eq } from "drizzle-orm";
import type { z } from "zod";
import { locationMessages } from "@/db/schema/location-messages";
import type { ChangeCtx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { MESSAGE_WITHDRAWN } from "./events";
import type { WithdrawMessage } from "./input";
import { mayWithdraw, messageSeen } from "./list";

/**
 * Takes a message back: in the portal stands that it was, and no text; who had not got it yet does not get it, and
 * notices that wait do not go. What it said stays here, with who took it back, when and why.
 * @throws DomainError `message-gone` (also for whoever may not take it back), `message-ended`
 */
export async function withdrawMessage(
  ctx: ChangeCtx,
  { messageId, reason }: z.output<typeof WithdrawMessage>,
): Promise<void> {
  const { message } = await messageSeen(ctx, messageId);
  if (!mayWithdraw(ctx, message)) throw new DomainError("message-gone");
  if (message.state === "withdrawn") throw new DomainError("message-ended");
  const { actor } = ctx;
  await ctx.tx
    .update(locationMessages)
    .set({
      state: "withdrawn",
      withdrawnAt: ctx.now,
      withdrawnBy: actor.kind === "employee" ? `${actor.name}, ${actor.title}` : "",
      withdrawReason: reason || null,
    })
    .where(eq(locationMessages.id, messageId));
  ctx.emit({ name: MESSAGE_WITHDRAWN, data: { messageId } });
}

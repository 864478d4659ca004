import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { mails } from "@/db/schema/mails";
import type { ChangeCtx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { MAIL_QUEUED } from "../../mail/events";
import type { MessageRow } from "./collect";
import type { Stopped } from "./rules";

/** A message's row as it is now, or nothing. */
export async function findMessage(db: Reader, messageId: string): Promise<MessageRow | undefined> {
  const [row] = await db.select().from(locationMessages).where(eq(locationMessages.id, messageId));
  return row;
}

const recipients = locationMessageRecipients;
const over = ["sent", "withdrawn", "stopped"] as const;

/** Whether nothing more is to be done for a message. */
export function isOver({ state }: Pick<MessageRow, "state">): boolean {
  return over.some((each) => each === state);
}

/** Stops a message halfway. What was delivered stays, and its notices go. @throws DomainError `job-ended` when it was over */
export async function stopMessage(ctx: ChangeCtx, messageId: string, why: Stopped): Promise<void> {
  const stopped = await ctx.tx
    .update(locationMessages)
    .set({ state: "stopped", stopped: why })
    .where(and(eq(locationMessages.id, messageId), notInArray(locationMessages.state, [...over])))
    .returning({ id: locationMessages.id });
  if (stopped.length === 0) throw new DomainError("job-ended");
  ctx.touch("message", messageId);
  ctx.detail(why);
  ctx.emit({ name: MAIL_QUEUED, data: {} });
}

/** Messages that should be under way by now: their moment has come. Which have no run any more, nobody knows here. */
export async function dueMessages(db: Reader, now: number): Promise<string[]> {
  const rows = await db
    .select({ id: locationMessages.id })
    .from(locationMessages)
    .where(
      and(
        notInArray(locationMessages.state, [...over]),
        or(
          and(isNull(locationMessages.scheduledAt), lte(locationMessages.createdAt, now)),
          lte(locationMessages.scheduledAt, now),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Notices taken out of the mail queue at a time. */
const SLICE = 200;

/**
 * Takes notices of a withdrawn message out of the mail queue, some at a time; one that is under way goes.
 * @param after the account the slice before ended with, first an empty text
 * @returns the account it ended with, or nothing when there are no more
 */
export async function cancelNotices(
  ctx: ChangeCtx,
  messageId: string,
  after: string,
): Promise<string | undefined> {
  const message = await findMessage(ctx.tx, messageId);
  if (message?.state !== "withdrawn") return undefined;
  const rows = await ctx.tx
    .select({ accountId: recipients.accountId, mailId: recipients.mailId })
    .from(recipients)
    .where(
      and(
        eq(recipients.messageId, messageId),
        gt(recipients.accountId, after),
        eq(recipients.notice, "waiting"),
      ),
    )
    .orderBy(asc(recipients.accountId), asc(recipients.clientId))
    .limit(SLICE);
  const ids = rows.flatMap(({ mailId }) => mailId ?? []);
  await ctx.tx
    .update(mails)
    .set({ state: "cancelled", endedAt: ctx.now, nextAttemptAt: null, bodySealed: null })
    .where(and(inArray(mails.id, ids), inArray(mails.state, ["queued", "failed"])));
  return rows.length === SLICE ? rows.at(-1)?.accountId : undefined;
}

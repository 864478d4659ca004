import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts } from "@/db/schema/portal";
import type { ChangeCtx } from "../../access/perform";
import type { Turn } from "../../core/turns";
import { MAIL_QUEUED } from "../../mail/events";
import { queueMany } from "../../mail/queue-many";
import type { Audience } from "./audience";
import { recipientFacts } from "./audience";
import { audienceNow, type MessageRow } from "./collect";
import { SKIPPED, whySkipped } from "./rules";

const recipients = locationMessageRecipients;

/** Recipients in one batch: a transaction. Storing more holds the thread for too long. */
const BATCH = 250;

/** Where a batch ended: the key of its last recipient, as it stands in the message's row. */
interface Key {
  accountId: string;
  clientId: string;
}

const keyOf = (cursor: string | null): Key => {
  const [accountId = "", clientId = ""] = (cursor ?? "").split(" ");
  return { accountId, clientId };
};

/** The next recipients, in the order of their key, with what holds of each at this moment. */
function nextOf(ctx: ChangeCtx, message: MessageRow, audience: Audience) {
  const after = keyOf(message.cursor);
  const own = { accountId: sql`${recipients.accountId}`, clientId: sql`${recipients.clientId}` };
  const noticed = sql`EXISTS (SELECT 1 FROM location_message_recipients other
    WHERE other.message_id = ${message.id} AND other.account_id = ${recipients.accountId}
    AND other.mail_id IS NOT NULL)`;
  return ctx.tx
    .select({
      rowid: sql<number>`${recipients}.rowid`,
      accountId: recipients.accountId,
      clientId: recipients.clientId,
      state: recipients.state,
      email: portalAccounts.email,
      wantsNotice: portalAccounts.messageNotices,
      noticed: noticed as SQL<number>,
      ...recipientFacts(audience, own),
    })
    .from(recipients)
    .innerJoin(portalAccounts, eq(portalAccounts.id, recipients.accountId))
    .innerJoin(clients, eq(clients.id, recipients.clientId))
    .where(
      and(
        eq(recipients.messageId, message.id),
        sql`(${recipients.accountId}, ${recipients.clientId}) > (${after.accountId}, ${after.clientId})`,
      ),
    )
    .orderBy(asc(recipients.accountId), asc(recipients.clientId))
    .limit(BATCH);
}

type Next = Awaited<ReturnType<typeof nextOf>>[number];

const facts = ({ linked, active, inCare, here }: Next) => ({
  linked: Boolean(linked),
  active: Boolean(active),
  inCare: Boolean(inCare),
  here: Boolean(here),
});

/** Rows changed in one statement: it holds the thread for a few milliseconds. */
const ROWS = 100;

/** Changes recipients, some rows a statement; each by its row number, which within the transaction is its own. */
async function change(
  ctx: ChangeCtx,
  rows: readonly { row: Next; mailId?: string }[],
  set: SQL,
  turn: Turn,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const keys = rows.slice(from, from + ROWS).map(({ row, mailId = null }) => ({
      ...{ row: row.rowid, mail: mailId },
    }));
    await ctx.tx.run(sql`UPDATE location_message_recipients SET ${set} FROM json_each(${JSON.stringify(keys)}) AS of
      WHERE location_message_recipients.rowid = of.value ->> 'row'`);
    await turn();
  }
}

/** Who gets a notice by mail: whoever wants one, once a message, on the row of the first client. */
function toNotify(rows: readonly Next[]): Next[] {
  const told = new Set<string>();
  return rows.filter(({ accountId, wantsNotice, noticed }) => {
    if (!wantsNotice || noticed || told.has(accountId)) return false;
    told.add(accountId);
    return true;
  });
}

async function lay(ctx: ChangeCtx, message: MessageRow, rows: readonly Next[], turn: Turn): Promise<void> {
  const notified = toNotify(rows);
  const mailIds = await queueMany(
    ctx,
    {
      kind: "location-message",
      values: { link: `${ctx.world.env.publicUrl}/caren` },
      to: notified.map(({ accountId, email }) => ({
        email,
        key: `location-message/${message.id}/${accountId}`,
      })),
    },
    turn,
  );
  const mailOf = new Map(notified.map((row, index) => [row, mailIds[index]]));
  await change(
    ctx,
    rows.map((row) => ({ row, mailId: mailOf.get(row) })),
    sql`state = 'delivered', delivered_at = ${ctx.now}, mail_id = of.value ->> 'mail',
      notice = iif(of.value ->> 'mail' IS NULL, 'none', 'waiting'),
      notice_at = iif(of.value ->> 'mail' IS NULL, NULL, ${ctx.now})`,
    turn,
  );
}

async function passOver(ctx: ChangeCtx, rows: readonly Next[], turn: Turn): Promise<number> {
  let passed = 0;
  for (const reason of SKIPPED) {
    const of = rows.filter((row) => whySkipped(facts(row)) === reason).map((row) => ({ row }));
    passed += of.length;
    await change(ctx, of, sql`state = 'skipped', skipped = ${reason}`, turn);
  }
  return passed;
}

/**
 * Delivers to the next recipients: who still is one by what holds now has the message in the portal (the row is the
 * message) and a notice in the mail queue; who is not any more is passed over, with the reason. One transaction: all of
 * the batch, or nothing of it.
 * @returns whether there are more
 * @throws DomainError when nothing of it may go any more
 */
export async function deliverBatch(ctx: ChangeCtx, message: MessageRow): Promise<boolean> {
  // Others go first after every statement, and before the commit: each holds the thread for some milliseconds.
  const turn = () => nextTurn();
  const audience = await audienceNow(ctx, message);
  await turn();
  const next = await nextOf(ctx, message, audience);
  await turn();
  const last = next.at(-1);
  const waiting = next.filter(({ state }) => state === "waiting");
  const here = waiting.filter((row) => whySkipped(facts(row)) === undefined);
  await lay(ctx, message, here, turn);
  const skipped = await passOver(ctx, waiting, turn);
  const more = next.length === BATCH;
  await ctx.tx
    .update(locationMessages)
    .set({
      delivered: sql`${locationMessages.delivered} + ${here.length}`,
      skipped: sql`${locationMessages.skipped} + ${skipped}`,
      ...(last && { cursor: `${last.accountId} ${last.clientId}` }),
      ...(!more && { state: "sent", sentAt: ctx.now }),
    })
    .where(eq(locationMessages.id, message.id));
  await turn();
  if (!more) {
    ctx.touch("message", message.id);
    ctx.emit({ name: MAIL_QUEUED, data: {} });
  }
  return more;
}

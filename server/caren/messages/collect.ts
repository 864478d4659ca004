import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { between, lastOfStretch, reaches } from "./audience";
import { placesNow, sendingNow } from "./scene";

export type MessageRow = typeof locationMessages.$inferSelect;

/** Clients in one statement; it leaves the thread to others afterwards. */
const STRETCH = 200;
/** Clients and recipients in one transaction: storing it holds the thread too. */
const MOST_CLIENTS = 3_000;
const MOST_ADDED = 2_000;

/** The audience of a message as its sender may now. @throws DomainError when nothing of it may go any more */
export async function audienceNow(ctx: ChangeCtx, message: MessageRow) {
  const places = await placesNow(ctx.tx, ctx.actor, message.locationId);
  const { kinds, refused } = await sendingNow(ctx.world, ctx.tx);
  if (refused) throw new DomainError(refused);
  return { places, kinds, day: ctx.day };
}

/**
 * Writes down the next recipients of a message, set by set: all whom it reaches now. May be broken off anywhere; what is
 * done again changes nothing, since a person is a recipient once for each client.
 * @returns whether all are written down
 */
export async function collectRecipients(ctx: ChangeCtx, message: MessageRow): Promise<boolean> {
  const { tx } = ctx;
  const reached = reaches(await audienceNow(ctx, message));
  let [from, added, done] = [message.cursor ?? "", 0, false];
  for (let seen = 0; seen < MOST_CLIENTS && added < MOST_ADDED; seen += STRETCH) {
    const to = await lastOfStretch(tx, from, STRETCH);
    if (to === undefined) {
      done = true;
      break;
    }
    const result = await tx.run(sql`
      INSERT INTO ${locationMessageRecipients} (message_id, account_id, client_id, relation_id, state, notice)
      SELECT ${message.id}, ${portalAccounts.id}, ${clients.id}, min(${portalRelations.id}), 'waiting', 'none'
      FROM ${clients} CROSS JOIN ${portalRelations} ON ${portalRelations.clientId} = ${clients.id}
      CROSS JOIN ${portalAccounts} ON ${portalAccounts.id} = ${portalRelations.accountId}
      WHERE ${and(between(from, to), reached)} GROUP BY ${clients.id}, ${portalAccounts.id}
      ON CONFLICT DO NOTHING`);
    added += result.rowsAffected;
    from = to;
    await nextTurn();
  }
  await tx
    .update(locationMessages)
    .set({
      state: "sending",
      startedAt: message.startedAt ?? ctx.now,
      total: sql`${locationMessages.total} + ${added}`,
      ...(done ? { cursor: null, collectedAt: ctx.now } : { cursor: from }),
    })
    .where(eq(locationMessages.id, message.id));
  return done;
}

import { and, eq, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { makeTurns } from "../../core/turns";
import { between, lastOfStretch, reaches } from "./audience";
import { placesNow, sendingNow } from "./scene";

export type MessageRow = typeof locationMessages.$inferSelect;

/** Clients in one statement, and statements in one transaction: each leaves the thread to others in between. */
const STRETCH = 400;
const STRETCHES = 8;

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
  const turn = makeTurns();
  let [from, added, done] = [message.cursor ?? "", 0, false];
  for (let stretch = 0; stretch < STRETCHES && !done; stretch++) {
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
    await turn();
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

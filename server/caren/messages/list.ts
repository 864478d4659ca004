import { and, asc, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { locations } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts } from "@/db/schema/portal";
import { isThere } from "../../access/merged";
import type { Ctx } from "../../access/perform";
import { decide, reachOf, scopeOf } from "../../access/policy";
import { withinScope } from "../../access/reach";
import { DomainError } from "../../core/errors";
import { makeTurns } from "../../core/turns";
import type { ListMessages, ListRecipients, OneMessage } from "./input";
import { SEND } from "./scene";
import { messageLine, recipientLine } from "./view";

const recipients = locationMessageRecipients;

/** Who may look at messages: whoever looks at Caren, or sends them. */
export const READ = ["caren.view", SEND] as const;

/** Which messages someone sees: their own, and those that went to a place in their reach. */
function seen({ actor }: Ctx): SQL | undefined {
  const reach = reachOf(actor, ...READ);
  if (reach === "everywhere") return undefined;
  const own = actor.kind === "employee" ? eq(locationMessages.senderId, actor.id) : undefined;
  const toAll = sql`${locationMessages.places} IS NULL AND ${reach.length} > 0`;
  const here = sql`EXISTS (SELECT 1 FROM json_each(${locationMessages.places}) AS place
    JOIN json_each(${JSON.stringify(reach)}) AS own ON own.value = place.value)`;
  return or(own, toAll, here);
}

const withPlace = (ctx: Ctx, where: SQL | undefined) =>
  ctx.db
    .select({ message: locationMessages, code: locations.code })
    .from(locationMessages)
    .leftJoin(locations, eq(locations.id, locationMessages.locationId))
    .where(and(seen(ctx), where));

/**
 * A page of messages within someone's reach, newest first (an id begins with its moment of making).
 * @returns lines, and the message after which the next page starts (`undefined`: this was the last)
 */
export async function listMessages(ctx: Ctx, { after, size }: z.output<typeof ListMessages>) {
  const rows = await withPlace(ctx, after === undefined ? undefined : lt(locationMessages.id, after))
    .orderBy(desc(locationMessages.id))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  return {
    lines: shown.map(({ message, code }) => messageLine(message, code)),
    next: rows.length > size ? shown.at(-1)?.message.id : undefined,
    maySendToAll: decide(ctx.actor, [SEND], { kind: "anywhere" }).allowed,
  };
}

/** A message someone may see. @throws DomainError `message-gone`, also out of reach */
export async function messageSeen(ctx: Ctx, messageId: string) {
  const [found] = await withPlace(ctx, eq(locationMessages.id, messageId));
  if (!found) throw new DomainError("message-gone");
  ctx.touch("message", messageId);
  return found;
}

/** Whether someone may take a message back: its sender, and who may send to all the places it went to. */
export function mayWithdraw({ actor }: Ctx, message: typeof locationMessages.$inferSelect): boolean {
  if (!decide(actor, [SEND], { kind: "anywhere" }).allowed) return false;
  if (actor.kind === "employee" && actor.id === message.senderId) return true;
  const reach = reachOf(actor, SEND);
  if (reach === "everywhere") return true;
  return message.places?.every((id) => reach.includes(id)) ?? false;
}

/** Which recipients someone sees: those of clients within their reach. */
const recipientsSeen = (ctx: Ctx, messageId: string): SQL | undefined =>
  and(eq(recipients.messageId, messageId), isThere(), withinScope(scopeOf(ctx.actor, ...READ), ctx.day));

/** Recipients counted in one statement: it holds the thread for some milliseconds. */
const SLICE = 2_000;

/** How many recipients are in which state, of those someone sees. */
async function countStates(ctx: Ctx, messageId: string) {
  const turn = makeTurns();
  const counts = { waiting: 0, delivered: 0, read: 0, skipped: 0 };
  const notices = { none: 0, waiting: 0, sent: 0, failed: 0, uncertain: 0 };
  for (let after = { accountId: "", clientId: "" }; ; ) {
    const rows = await ctx.db
      .select({
        accountId: recipients.accountId,
        clientId: recipients.clientId,
        state: recipients.state,
        notice: recipients.notice,
        seen: sql<number>`(${and(isThere(), withinScope(scopeOf(ctx.actor, ...READ), ctx.day))})`,
      })
      .from(recipients)
      .innerJoin(clients, eq(clients.id, recipients.clientId))
      .where(and(eq(recipients.messageId, messageId), past(after)))
      .orderBy(asc(recipients.accountId), asc(recipients.clientId))
      .limit(SLICE);
    for (const { state, notice, seen } of rows) {
      if (!seen) continue;
      counts[state] += 1;
      notices[notice] += 1;
    }
    const last = rows.at(-1);
    if (rows.length < SLICE || !last) return { counts, notices };
    after = last;
    await turn();
  }
}

const past = (after: { accountId: string; clientId: string }): SQL =>
  sql`(${recipients.accountId}, ${recipients.clientId}) > (${after.accountId}, ${after.clientId})`;

/** One message: its text, how far it is, and how it stands with the recipients someone sees. */
export async function viewMessage(ctx: Ctx, { messageId }: z.output<typeof OneMessage>) {
  const { message, code } = await messageSeen(ctx, messageId);
  return {
    ...messageLine(message, code),
    body: message.body,
    startedAt: message.startedAt,
    withdrawnBy: message.withdrawnBy,
    withdrawReason: message.withdrawReason,
    expected: { clients: message.expectedClients, accounts: message.expectedAccounts },
    ...(await countStates(ctx, messageId)),
    may: { withdraw: message.state !== "withdrawn" && mayWithdraw(ctx, message) },
  };
}

/** How far a message is, in counts: what a page asks again and again while it runs. */
export async function messageProgress(ctx: Ctx, { messageId }: z.output<typeof OneMessage>) {
  const [found] = await withPlace(ctx, eq(locationMessages.id, messageId));
  if (!found) throw new DomainError("message-gone");
  const { state, total, delivered, skipped } = found.message;
  return { state, total, delivered, skipped };
}

/**
 * A page of the recipients of a message that someone sees: who, about which client, and how far it is with them.
 * @returns lines, and the recipient after which the next page starts (`undefined`: this was the last)
 */
export async function listRecipients(ctx: Ctx, { messageId, after, size }: z.output<typeof ListRecipients>) {
  const { message } = await messageSeen(ctx, messageId);
  const rows = await ctx.db
    .select({ recipient: recipients, client: clients, account: portalAccounts.name })
    .from(recipients)
    .innerJoin(clients, eq(clients.id, recipients.clientId))
    .innerJoin(portalAccounts, eq(portalAccounts.id, recipients.accountId))
    .where(and(recipientsSeen(ctx, messageId), after && past(after)))
    .orderBy(asc(recipients.accountId), asc(recipients.clientId))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  const last = shown.at(-1)?.recipient;
  return {
    lines: shown.map(({ recipient, client, account }) => recipientLine(recipient, client, account, message)),
    next: rows.length > size && last ? { accountId: last.accountId, clientId: last.clientId } : undefined,
  };
}

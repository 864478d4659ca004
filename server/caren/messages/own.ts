import { and, count, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { locationMessageRecipients, locationMessages } from "@/db/schema/location-messages";
import { portalAccounts } from "@/db/schema/portal";
import { organisationOf } from "../../access/organisation";
import type { ChangeCtx, Ctx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import type { RelationKind } from "../../access/relations";
import { DomainError } from "../../core/errors";
import type { MessageNotices, OneMessage } from "./input";

const recipients = locationMessageRecipients;

/** The newest of a client are shown; older ones stay stored. */
const SHOWN = 50;

const ownId = ({ actor }: Ctx): string => {
  if (actor.kind !== "portal") throw new DomainError("not-signed-in");
  return actor.id;
};

const ownOf = (ctx: Ctx, client: ReachedClient) =>
  and(
    eq(recipients.accountId, ownId(ctx)),
    eq(recipients.clientId, client.id),
    inArray(recipients.state, ["delivered", "read"]),
  );

/** The messages about a client to whoever is signed in, the newest first. One taken back has no text any more. */
export async function ownMessages(ctx: Ctx, client: ReachedClient) {
  const rows = await ctx.db
    .select({ recipient: recipients, message: locationMessages })
    .from(recipients)
    .innerJoin(locationMessages, eq(locationMessages.id, recipients.messageId))
    .where(ownOf(ctx, client))
    .orderBy(desc(recipients.deliveredAt), desc(recipients.messageId))
    .limit(SHOWN);
  const organisation = await organisationOf(ctx.db);
  return {
    messages: rows.map(({ recipient, message }) => ({
      id: message.id,
      /** Null: nobody knows any more whose installation it is */
      from: message.locationName ?? organisation,
      at: recipient.deliveredAt ?? 0,
      body: message.state === "withdrawn" ? null : message.body,
      withdrawnAt: message.withdrawnAt,
      unread: recipient.readAt === null && message.state !== "withdrawn",
    })),
  };
}

/** How many messages about each client (by number) whoever is signed in has not read; of those they look along with now. */
export async function unreadMessages(
  ctx: Ctx,
  kinds: readonly RelationKind[],
): Promise<{ number: number; unread: number }[]> {
  const relations = ctx.actor.kind === "portal" ? ctx.actor.relations : [];
  const theirs = relations.flatMap(({ clientId, kind }) => (kinds.includes(kind) ? [clientId] : []));
  return ctx.db
    .select({ number: clients.number, unread: count() })
    .from(recipients)
    .innerJoin(locationMessages, eq(locationMessages.id, recipients.messageId))
    .innerJoin(clients, eq(clients.id, recipients.clientId))
    .where(
      and(
        eq(recipients.accountId, ownId(ctx)),
        inArray(recipients.clientId, [...new Set(theirs)]),
        eq(recipients.state, "delivered"),
        ne(locationMessages.state, "withdrawn"),
      ),
    )
    .groupBy(clients.number);
}

/** Notes that a message was opened; the first moment stays. @throws DomainError `message-gone` when it is not theirs */
export async function readMessage(
  ctx: ChangeCtx,
  client: ReachedClient,
  { messageId }: z.output<typeof OneMessage>,
): Promise<{ readAt: number }> {
  const own = and(ownOf(ctx, client), eq(recipients.messageId, messageId));
  const [row] = await ctx.tx
    .select()
    .from(recipients)
    .where(and(own, isNotNull(recipients.deliveredAt)));
  if (!row) throw new DomainError("message-gone");
  ctx.touch("message", messageId);
  if (row.readAt !== null) return { readAt: row.readAt };
  await ctx.tx
    .update(recipients)
    .set({ state: "read", readAt: ctx.now })
    .where(and(own, isNull(recipients.readAt)));
  return { readAt: ctx.now };
}

/** Whether a mail tells whoever is signed in of a new message. */
export async function ownNotices(ctx: Ctx): Promise<{ on: boolean }> {
  const [row] = await ctx.db
    .select({ on: portalAccounts.messageNotices })
    .from(portalAccounts)
    .where(eq(portalAccounts.id, ownId(ctx)));
  return { on: row?.on ?? false };
}

/** Sets whether a mail tells them; messages that go out from now on go by it. */
export async function setNotices(ctx: ChangeCtx, { on }: z.output<typeof MessageNotices>): Promise<void> {
  await ctx.tx
    .update(portalAccounts)
    .set({ messageNotices: on })
    .where(eq(portalAccounts.id, ownId(ctx)));
  ctx.detail(on ? "on" : "off");
}

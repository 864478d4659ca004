import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { locationMessageDrafts, locationMessages } from "@/db/schema/location-messages";
import type { ChangeCtx, Ctx } from "../../access/perform";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import { assertSameRequest, requestDigest } from "../../core/request-digest";
import { addressText } from "../address";
import { type AudienceClient, audienceOf } from "./audience";
import { MESSAGE_SENT } from "./events";
import type { KeepMessage, MessageFor, SendMessage } from "./input";
import { UNREACHED, type Unreached } from "./rules";
import { placeOf, placesNow, sendingNow } from "./scene";
import { problemOf, tidy } from "./text";

/** A message is planned at most this far ahead. */
const LONGEST_AHEAD_MS = 92 * 86_400_000;
/** The most names of people who are not reached that a page gives; more is a count. */
const MOST_NAMES = 2_000;

const ownId = ({ actor }: Ctx): string => {
  if (actor.kind !== "employee") throw new DomainError("not-signed-in");
  return actor.id;
};

async function reached(ctx: Ctx, location: string | null) {
  const place = await placeOf(ctx, location);
  if (place) ctx.touch("location", place.id);
  const places = await placesNow(ctx.db, ctx.actor, place?.id ?? null);
  const sending = await sendingNow(ctx.world, ctx.db);
  const audience = { places, kinds: sending.kinds, day: ctx.day };
  return {
    place,
    sending,
    clients: () => audienceOf(ctx.db, audience, { known: sending.known, now: ctx.now }),
  };
}

/** Whom a message would reach now, in numbers, who is not reached and why; and what was being written. */
export async function previewMessage(ctx: Ctx, { location }: z.output<typeof MessageFor>) {
  const { place, sending, clients } = await reached(ctx, location);
  const people = new Map<string, boolean>();
  const unreached = new Map<Unreached, number>();
  const count = { clients: 0, reached: 0 };
  for await (const client of clients()) {
    count.clients += 1;
    if (client.unreached) unreached.set(client.unreached, (unreached.get(client.unreached) ?? 0) + 1);
    else count.reached += 1;
    for (const { accountId, notices } of client.accounts) people.set(accountId, notices);
  }
  const [draft] = await ctx.db
    .select()
    .from(locationMessageDrafts)
    .where(
      and(
        eq(locationMessageDrafts.employeeId, ownId(ctx)),
        eq(locationMessageDrafts.locationId, place?.id ?? ""),
      ),
    );
  return {
    place: place && { code: place.code, name: place.name },
    ...count,
    accounts: people.size,
    /** Whether it also goes to clients and representatives, who need no link */
    alsoOwn: sending.kinds.includes("client"),
    notices: [...people.values()].filter(Boolean).length,
    unreached: UNREACHED.flatMap((reason) => {
      const clients = unreached.get(reason);
      return clients === undefined ? [] : [{ reason, clients }];
    }),
    /** Why it cannot be sent at all now */
    refused: sending.refused ? new DomainError(sending.refused).sentence : null,
    draft: draft ? { body: draft.body, savedAt: draft.savedAt } : null,
  };
}

/** Who would not be reached now, by name, for a letter on paper; the rest beyond so many as a count. */
export async function unreachedBy(ctx: Ctx, { location }: z.output<typeof MessageFor>) {
  const { place, clients } = await reached(ctx, location);
  type Line = Pick<AudienceClient, "number" | "name"> & { reason: Unreached; address: string | null };
  const found: { sortName: string; line: Line }[] = [];
  let beyond = 0;
  for await (const { id, number, name, sortName, unreached } of clients()) {
    if (!unreached) continue;
    const address = found.length < MOST_NAMES ? await addressText(ctx, id) : null;
    if (found.length < MOST_NAMES)
      found.push({ sortName, line: { number, name, reason: unreached, address } });
    else beyond += 1;
  }
  // As every list of clients: by the name in use, without its prefix.
  found.sort((a, b) => a.sortName.localeCompare(b.sortName, "nl") || a.line.number - b.line.number);
  return {
    place: place && { code: place.code, name: place.name },
    lines: found.map(({ line }) => line),
    beyond,
  };
}

/** Keeps what is being written, for one location or for all in reach; an empty text is thrown away. */
export async function keepDraft(
  ctx: ChangeCtx,
  { location, body }: z.output<typeof KeepMessage>,
): Promise<{ savedAt: number }> {
  const place = await placeOf(ctx, location);
  await placesNow(ctx.tx, ctx.actor, place?.id ?? null);
  const own = { employeeId: ownId(ctx), locationId: place?.id ?? "" };
  await dropDraft(ctx, own);
  if (body.trim() !== "")
    await ctx.tx.insert(locationMessageDrafts).values({ ...own, body, savedAt: ctx.now });
  return { savedAt: ctx.now };
}

async function dropDraft(ctx: ChangeCtx, own: { employeeId: string; locationId: string }): Promise<void> {
  await ctx.tx
    .delete(locationMessageDrafts)
    .where(
      and(
        eq(locationMessageDrafts.employeeId, own.employeeId),
        eq(locationMessageDrafts.locationId, own.locationId),
      ),
    );
}

function assertSendable(ctx: Ctx, input: z.output<typeof SendMessage>, body: string): void {
  const problem = problemOf(body);
  if (problem) throw new DomainError(problem);
  const { scheduledAt } = input;
  if (scheduledAt !== null && (scheduledAt <= ctx.now || scheduledAt > ctx.now + LONGEST_AHEAD_MS))
    throw new DomainError("message-moment");
}

/**
 * Sends a message, now or at its moment, to one location with what is under it or to all in reach. Who gets it is judged
 * when it goes, not by what the sender saw; that is kept beside it.
 * @throws DomainError `location-gone`, `message-empty`, `message-too-long`, `message-moment`, `message-options-off`,
 * `message-caren-elsewhere`, `message-nobody`, `request-reused`
 */
export async function sendMessage(
  ctx: ChangeCtx,
  input: z.output<typeof SendMessage>,
): Promise<{ messageId: string }> {
  const [again] = await ctx.tx
    .select()
    .from(locationMessages)
    .where(and(eq(locationMessages.requestKey, input.requestKey), eq(locationMessages.senderId, ownId(ctx))));
  if (again) {
    assertSameRequest(again.requestDigest, input);
    ctx.touch("message", again.id);
    return { messageId: again.id };
  }
  const place = await placeOf(ctx, input.location);
  const places = await placesNow(ctx.tx, ctx.actor, place?.id ?? null);
  const body = tidy(input.body);
  assertSendable(ctx, input, body);
  const { refused } = await sendingNow(ctx.world, ctx.tx);
  if (refused) throw new DomainError(refused);
  if (input.seenAccounts === 0) throw new DomainError("message-nobody");
  const { actor } = ctx;
  const id = newId(ctx.now);
  await ctx.tx.insert(locationMessages).values({
    id,
    senderId: ownId(ctx),
    sender: actor.kind === "employee" ? `${actor.name}, ${actor.title}` : "",
    body,
    locationId: place?.id ?? null,
    locationName: place?.name ?? null,
    state: input.scheduledAt === null ? "sending" : "scheduled",
    createdAt: ctx.now,
    scheduledAt: input.scheduledAt,
    places,
    expectedClients: input.seenClients,
    expectedAccounts: input.seenAccounts,
    requestKey: input.requestKey,
    requestDigest: requestDigest(input),
  });
  await dropDraft(ctx, { employeeId: ownId(ctx), locationId: place?.id ?? "" });
  ctx.touch("message", id);
  if (place) ctx.touch("location", place.id);
  ctx.detail(`${input.seenAccounts} accounts, ${input.seenClients} clients`);
  ctx.emit({ name: MESSAGE_SENT, data: { messageId: id } });
  return { messageId: id };
}

/** Whether a message still goes on: it was not withdrawn, stopped or done. */
export const goesOn = and(
  ne(locationMessages.state, "withdrawn"),
  ne(locationMessages.state, "stopped"),
  ne(locationMessages.state, "sent"),
);

import { setImmediate as nextTurn } from "node:timers/promises";
import { cron, eventType } from "inngest";
import { z } from "zod";
import { type Act, type ChangeCtx, perform, reasonOf } from "@/server/access/perform";
import { loadEmployee } from "@/server/access/reach";
import { collectRecipients, type MessageRow } from "@/server/caren/messages/collect";
import { deliverBatch } from "@/server/caren/messages/deliver";
import { MESSAGE_SENT, MESSAGE_WITHDRAWN } from "@/server/caren/messages/events";
import {
  cancelNotices,
  dueMessages,
  findMessage,
  isOver,
  stopMessage,
} from "@/server/caren/messages/lifecycle";
import type { Stopped } from "@/server/caren/messages/rules";
import { SEND } from "@/server/caren/messages/scene";
import type { Reason } from "@/server/core/errors";
import { getWorld, type World } from "@/server/core/world";
import { appId, inngest } from "./client";

const about = z.object({ messageId: z.string() });
const sent = eventType(MESSAGE_SENT, { schema: about });
const withdrawn = eventType(MESSAGE_WITHDRAWN, { schema: about });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const batch = { tasks: [SEND], audit: { coveredBy: "message.sent" }, kind: "mutation" } as const;
const anywhere = { kind: "none" } as const;

/** As the system: the events it may write are a closed list. */
const asSystem = <T>(world: World, audit: Act["audit"], work: (ctx: ChangeCtx) => Promise<T>): Promise<T> =>
  perform(world, system, { tasks: [], audit, kind: "mutation" }, anywhere, work);

const REFUSED: Partial<Record<Reason, Stopped>> = {
  "not-signed-in": "right-withdrawn",
  "task-missing": "right-withdrawn",
  "not-found": "right-withdrawn",
  "location-gone": "right-withdrawn",
  "message-options-off": "options-off",
  "message-caren-elsewhere": "caren-off",
};

/** One batch as the sender, with the rights they have now; the door and the audience judge it each time. */
async function asSender<T>(
  world: World,
  message: MessageRow,
  work: (ctx: ChangeCtx, message: MessageRow) => Promise<T>,
  over: T,
): Promise<T> {
  const { id, senderId, locationId } = message;
  const actor = await loadEmployee(world.db.read, senderId, world.clock.now());
  const caller = { actor: actor ?? ({ kind: "anonymous" } as const), onBehalfOf: `employee:${senderId}` };
  const target = locationId === null ? anywhere : ({ kind: "locations", ids: [locationId] } as const);
  return perform(world, { ...caller, accessPoint: "engine", source: null }, batch, target, async (ctx) => {
    // As it is inside the transaction: it may have been withdrawn since.
    const now = await findMessage(ctx.tx, id);
    return !now || isOver(now) ? over : work(ctx, now);
  });
}

/** A batch, or the end of the message when its sender may not go on, or nothing may be sent any more. */
async function goOn(
  world: World,
  messageId: string,
  work: (ctx: ChangeCtx, message: MessageRow) => Promise<boolean>,
  over: boolean,
): Promise<boolean> {
  const message = await findMessage(world.db.read, messageId);
  if (!message) return over;
  try {
    const answer = await asSender(world, message, work, over);
    // Storing a batch held the thread: others first, then the next.
    await nextTurn();
    return answer;
  } catch (error) {
    const reason = reasonOf(error);
    const why = reason && REFUSED[reason];
    if (!why) throw error;
    await stop(world, messageId, why);
    return over;
  }
}

/** Writes down the next recipients. @returns whether all are written down, or none are wanted any more */
export function collectNext(world: World, messageId: string): Promise<boolean> {
  return goOn(
    world,
    messageId,
    async (ctx, message) => message.collectedAt !== null || collectRecipients(ctx, message),
    true,
  );
}

/** Delivers to the next recipients. @returns whether there are more */
export function deliverNext(world: World, messageId: string): Promise<boolean> {
  return goOn(world, messageId, deliverBatch, false);
}

/** Batches in a step: about a thousand recipients. */
const BATCHES = 4;

/** Delivers some batches. @returns whether there are more */
async function deliverSome(world: World, messageId: string): Promise<boolean> {
  for (let batch = 0; batch < BATCHES; batch++) if (!(await deliverNext(world, messageId))) return false;
  return true;
}

async function stop(world: World, messageId: string, why: Stopped): Promise<void> {
  await asSystem(world, "message.stopped", (ctx) => stopMessage(ctx, messageId, why)).catch((error) => {
    // It was over already: there is nothing to stop.
    if (reasonOf(error) !== "job-ended") throw error;
  });
}

async function collectAll(world: World, messageId: string): Promise<{ recipients: number }> {
  while (!(await collectNext(world, messageId)));
  return { recipients: (await findMessage(world.db.read, messageId))?.total ?? 0 };
}

async function report(world: World, messageId: string): Promise<{ delivered: number; skipped: number }> {
  const message = await findMessage(world.db.read, messageId);
  const { delivered = 0, skipped = 0 } = message ?? {};
  await asSystem(world, "message.delivered", async (ctx) => {
    ctx.touch("message", messageId);
    ctx.detail(`${delivered} delivered, ${skipped} skipped`);
  });
  return { delivered, skipped };
}

const DELIVER = "deliver-location-message";

/**
 * Brings a location message to its recipients: at its moment writes down who they are, then delivers batch by batch, each
 * a step of its own. Whatever dies goes on where it was: a batch is one transaction, and a recipient one row.
 */
export const deliverMessage = inngest.createFunction(
  {
    id: DELIVER,
    name: "Locatiebericht bezorgen",
    triggers: [sent],
    retries: 5,
    concurrency: { limit: 1 },
    onFailure: async ({ event, step }) => {
      const { messageId } = about.parse(event.data.event.data);
      await step.run({ id: "give-up", name: "Stoppen" }, () => stop(getWorld(), messageId, "failed"));
    },
  },
  async ({ event, step }) => {
    const { messageId } = event.data;
    const { at } = await step.run({ id: "look", name: "Moment bepalen" }, async () => ({
      at: (await findMessage(getWorld().db.read, messageId))?.scheduledAt ?? null,
    }));
    if (at !== null) await step.sleepUntil({ id: "wait", name: "Wachten tot het moment" }, new Date(at));
    await step.run({ id: "collect", name: "Ontvangers bepalen" }, () => collectAll(getWorld(), messageId));
    let more = true;
    for (let number = 1; more; number++) {
      more = await step.run({ id: `deliver-${number}`, name: "Bezorgen" }, () =>
        deliverSome(getWorld(), messageId),
      );
    }
    return step.run({ id: "report", name: "Afronden" }, () => report(getWorld(), messageId));
  },
);

/** Takes the notices of a withdrawn message out of the mail queue. @returns how many slices that took */
export async function cancelAllNotices(world: World, messageId: string): Promise<{ slices: number }> {
  let slices = 0;
  for (let after: string | undefined = ""; after !== undefined; slices++) {
    const from: string = after;
    after = await asSystem(world, { coveredBy: "message.stopped" }, (ctx) =>
      cancelNotices(ctx, messageId, from),
    );
  }
  return { slices };
}

export const cancelMessageNotices = inngest.createFunction(
  {
    id: "cancel-message-notices",
    name: "Mails van een ingetrokken bericht tegenhouden",
    triggers: [withdrawn],
    retries: 5,
  },
  async ({ event, step }) =>
    step.run({ id: "cancel", name: "Tegenhouden" }, () => cancelAllNotices(getWorld(), event.data.messageId)),
);

const LATE_MS = 10 * 60_000;

/** Keeps the promise a second time: a message whose moment is long past and that is not done is taken up again. */
export const sweepMessages = inngest.createFunction(
  {
    id: "sweep-location-messages",
    name: "Locatieberichten die bleven liggen oppakken",
    triggers: [cron("TZ=Europe/Amsterdam */15 * * * *")],
    retries: 2,
  },
  async ({ step }) => {
    const late = await step.run({ id: "look", name: "Zoeken" }, async () => {
      const world = getWorld();
      return dueMessages(world.db.read, world.clock.now() - LATE_MS);
    });
    if (late.length > 0)
      await step.sendEvent(
        { id: "again", name: "Oppakken" },
        late.map((messageId) => ({ name: MESSAGE_SENT, data: { messageId } })),
      );
    return { late: late.length };
  },
);

/** A cancelled run leaves no message under way for ever: it stops where it was. */
export const closeCancelledMessage = inngest.createFunction(
  {
    id: "close-cancelled-message",
    name: "Geannuleerd locatiebericht stoppen",
    triggers: [
      { event: "inngest/function.cancelled", if: `event.data.function_id == '${appId}-${DELIVER}'` },
    ],
    retries: 10,
  },
  async ({ event, step }) => {
    const { messageId } = about.parse(event.data.event.data);
    await step.run({ id: "stop", name: "Stoppen" }, () => stop(getWorld(), messageId, "cancelled"));
  },
);

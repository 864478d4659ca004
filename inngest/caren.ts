import { cron, eventType } from "inngest";
import { z } from "zod";
import { performOnClient } from "@/server/access/perform";
import { CAREN_ORDERED, INVITATION_ENDED } from "@/server/caren/events";
import { expireInvitation, overdue, shredLetters, sweepLetterFiles } from "@/server/caren/letter-file";
import { bringOrders, noteUsed, usedElsewhere } from "@/server/caren/orders";
import { getWorld, type World } from "@/server/core/world";
import { inngest } from "./client";

const ended = eventType(INVITATION_ENDED, { schema: z.object({ invitationId: z.string() }) });
const ordered = eventType(CAREN_ORDERED, { schema: z.object({ commandId: z.string() }) });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const expired = { tasks: [], audit: "caren.invitation-expired", kind: "mutation" } as const;
const used = { tasks: [], audit: "caren.invitation-used", kind: "mutation" } as const;

/** Ends what is over or was used elsewhere, each in a transaction of its own, and takes away the letters of all that ended. */
export async function sweepInvitations(
  world: World,
): Promise<{ expired: number; used: number; shredded: number }> {
  let over = 0;
  for (const { id, number } of await overdue(world.db.read, world.clock.now()))
    if (await performOnClient(world, system, expired, number, (ctx) => expireInvitation(ctx, id))) over += 1;
  let noted = 0;
  for (const { id, number } of await usedElsewhere(world))
    if (await performOnClient(world, system, used, number, (ctx) => noteUsed(ctx, id))) noted += 1;
  return { expired: over, used: noted, shredded: await shredLetters(world) };
}

/** Before anything is asked: no letter outlives its invitation by a night of standing still, and none is there that no row knows. */
export async function sweepCaren(world: World): Promise<void> {
  await sweepLetterFiles(world);
  await sweepInvitations(world);
}

const tellStep = { id: "tell", name: "Doorgeven" };

/** Takes away the letter of an invitation that ended, at once. */
export const shredLetter = inngest.createFunction(
  {
    id: "shred-letter",
    name: "Brief van uitnodiging vernietigen",
    triggers: [ended],
    retries: 10,
    concurrency: { limit: 1 },
  },
  async ({ step }) => step.run({ id: "shred", name: "Vernietigen" }, () => shredLetters(getWorld())),
);

/** Ends invitations on time, whatever happened to anything else. */
export const sweepCarenInvitations = inngest.createFunction(
  {
    id: "sweep-invitations",
    name: "Verlopen Carenuitnodigingen opruimen",
    triggers: [cron("TZ=Europe/Amsterdam */5 * * * *")],
    retries: 2,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    await step.run({ id: "sweep", name: "Opruimen" }, () => sweepInvitations(getWorld()));
    return step.run(tellStep, () => bringOrders(getWorld()));
  },
);

/** Tells a Caren elsewhere what was ordered, at once; while it is silent the sweep tries again. */
export const tellCaren = inngest.createFunction(
  {
    id: "tell-caren",
    name: "Opdrachten aan Caren doorgeven",
    triggers: [ordered],
    retries: 2,
    concurrency: { limit: 1 },
  },
  async ({ step }) => step.run(tellStep, () => bringOrders(getWorld())),
);

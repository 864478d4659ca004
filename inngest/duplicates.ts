import { cron, eventType } from "inngest";
import { z } from "zod";
import { perform } from "@/server/access/perform";
import { getWorld, type World } from "@/server/core/world";
import { FIND_ASKED } from "@/server/duplicates/events";
import { dueWork, noteScan } from "@/server/duplicates/progress";
import { scanInThread } from "@/server/duplicates/scanner";
import { settleChanges } from "@/server/duplicates/settle";
import { finishScan, storeScan } from "@/server/duplicates/store";
import { inngest } from "./client";

const asked = eventType(FIND_ASKED, { schema: z.object({}) });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const act = { tasks: [], audit: "duplicates.scanned", kind: "mutation" } as const;
const NOTE_EVERY_MS = 500;

/** Compares all clients and stores who may be one person. May be broken off and begun again at any point. */
export async function compareEveryone(world: World): Promise<{ people: number; pairs: number }> {
  await noteScan(world, { startedAt: world.clock.now(), progress: 0 });
  let notedAt = performance.now();
  const scanned = await scanInThread(world, (share) => {
    if (performance.now() - notedAt < NOTE_EVERY_MS) return;
    notedAt = performance.now();
    // Only the waiting page reads it: a note that cannot be written now is followed by another.
    noteScan(world, { progress: Math.round(1000 * share) }).catch((error: unknown) =>
      world.log("A progress note was not written", { error: error instanceof Error ? error.name : "error" }),
    );
  });
  await storeScan(world, scanned);
  await perform(world, system, act, { kind: "none" }, async (ctx) => {
    await finishScan(ctx.tx, scanned, ctx.now);
    ctx.detail(`${scanned.people} clients, ${scanned.found} pairs`);
  });
  return { people: scanned.people, pairs: scanned.found };
}

/** Whatever is due: everyone, only who changed, or nothing. */
export async function findDue(world: World): Promise<{ people: number }> {
  switch (await dueWork(world)) {
    case "everyone":
      return { people: (await compareEveryone(world)).people };
    case "changes":
      return { people: await settleChanges(world) };
    case "nothing":
      return { people: 0 };
  }
}

/**
 * Looks every five minutes for clients who changed, and once a night at all of them. One function, one at a time: what
 * two of them stored through each other would be of two moments.
 */
export const findDuplicates = inngest.createFunction(
  {
    id: "find-duplicates",
    name: "Dubbele cliënten zoeken",
    triggers: [asked, cron("TZ=Europe/Amsterdam */5 * * * *")],
    retries: 2,
    concurrency: { limit: 1 },
    onFailure: async ({ step }) => {
      await step.run({ id: "give-up", name: "Als mislukt noteren" }, async () => {
        const world = getWorld();
        await noteScan(world, { failedAt: world.clock.now() });
      });
    },
  },
  async ({ step }) => step.run({ id: "compare", name: "Vergelijken" }, () => findDue(getWorld())),
);

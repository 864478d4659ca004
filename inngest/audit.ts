import { cron, eventType } from "inngest";
import { z } from "zod";
import { perform } from "@/server/access/perform";
import { beginDailyCheck, CHECK_ASKED, endCheck, giveUpCheck, walkLog } from "@/server/audit/check";
import { getWorld, type World } from "@/server/core/world";
import { inngest } from "./client";

const asked = eventType(CHECK_ASKED, { schema: z.object({ checkId: z.string() }) });
const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const giveUpStep = { id: "give-up", name: "Narekening afsluiten" };

/** Recomputes the log and notes what was found, which is itself a row of the log. */
export async function checkLog(world: World, checkId: string): Promise<{ rows: number; whole: boolean }> {
  const found = await walkLog(world, checkId);
  const act = { tasks: [], audit: "audit.checked", kind: "mutation" } as const;
  await perform(world, system, act, { kind: "none" }, (ctx) => endCheck(ctx, checkId, found));
  return { rows: found.rows, whole: found.deviation === undefined };
}

/** The check someone asked for with the button. */
export const checkAsked = inngest.createFunction(
  {
    id: "check-audit-log",
    name: "Logboek narekenen",
    triggers: [asked],
    retries: 2,
    concurrency: { limit: 1 },
    onFailure: async ({ event, step }) => {
      const { checkId } = asked.schema.parse(event.data.event.data);
      await step.run(giveUpStep, () => giveUpCheck(getWorld(), checkId));
    },
  },
  async ({ event, step }) =>
    step.run({ id: "check", name: "Narekenen" }, () => checkLog(getWorld(), event.data.checkId)),
);

/** Every night, so that a deviation is known the next morning. */
export const checkDaily = inngest.createFunction(
  {
    id: "check-audit-log-daily",
    name: "Logboek narekenen, elke nacht",
    triggers: [cron("TZ=Europe/Amsterdam 0 4 * * *")],
    retries: 2,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    const checkId = await step.run({ id: "begin", name: "Beginnen" }, () => beginDailyCheck(getWorld()));
    return step.run({ id: "check", name: "Narekenen" }, () => checkLog(getWorld(), checkId));
  },
);

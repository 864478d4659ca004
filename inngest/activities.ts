import { cron } from "inngest";
import { performOnClient } from "@/server/access/perform";
import { dayOf } from "@/server/core/clock";
import { getWorld, type World } from "@/server/core/world";
import { dueReminders, remindOf } from "@/server/questionnaires/remind";
import { inngest } from "./client";

const system = { actor: { kind: "system" }, accessPoint: "engine", source: null } as const;
const act = { tasks: [], audit: "activity.reminded", kind: "mutation" } as const;

/** Reminds of what is due, each in a transaction of its own: what a broken run did not reach, the next one does. */
export async function remindAll(world: World): Promise<{ reminded: number }> {
  let reminded = 0;
  for (const { id, number } of await dueReminders(world.db.read, dayOf(world.clock.now()))) {
    const done = await performOnClient(world, system, act, number, (ctx, client) =>
      remindOf(ctx, client, id),
    );
    if (done) reminded += 1;
  }
  return { reminded };
}

/** Once a day, at an hour people read their mail. */
export const remindActivities = inngest.createFunction(
  {
    id: "remind-activities",
    name: "Herinneren aan vragenlijsten",
    triggers: [cron("TZ=Europe/Amsterdam 30 8 * * *")],
    retries: 3,
    concurrency: { limit: 1 },
  },
  async ({ step }) => step.run({ id: "remind", name: "Herinneren" }, () => remindAll(getWorld())),
);

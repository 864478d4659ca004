import { asc } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { perform } from "@/server/access/perform";
import { readEnv } from "@/server/core/env";
import type { World } from "@/server/core/world";
import { queueMail } from "@/server/mail/queue";

export const TO = "kanarie@kroniek.example";
export const LINK = "http://localhost:3000/activate#kanarie-code";

const caller = { actor: { kind: "anonymous" }, accessPoint: "web", source: null } as const;
const act = { tasks: [], audit: "account.password-asked", kind: "mutation" } as const;

/** Queues a mail in an act of its own, as rooms do. `fails`: the act itself is refused afterwards. */
export async function queued(
  world: World,
  {
    key = "request-1",
    to = TO,
    usefulUntil,
    fails,
  }: Partial<{
    key: string;
    to: string;
    usefulUntil: number;
    fails: boolean;
  }> = {},
): Promise<void> {
  await perform(world, caller, act, { kind: "open" }, async (ctx) => {
    await queueMail(ctx, {
      kind: "activation",
      to,
      values: { link: LINK, days: 7 },
      requestKey: key,
      usefulUntil,
    });
    if (fails) throw new Error("the act fails");
  });
}

/** The queue as it is, by request. */
export function mailsOf(world: World) {
  return world.db.read.select().from(mails).orderBy(asc(mails.requestKey));
}

/** Makes a world's mail go to a server at this port. */
export function sendTo(world: World, port: number): void {
  world.env.smtp = readEnv({ SMTP_URL: `smtp://127.0.0.1:${port}` }).smtp;
}

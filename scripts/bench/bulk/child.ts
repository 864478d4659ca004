import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { locationMessages } from "@/db/schema/location-messages";
import { startEngine } from "@/inngest/start";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { readEnv } from "@/server/core/env";
import { setRunning } from "@/server/core/world";
import { apiAs } from "@/tests/access/people";
import { bareMailsPerSecond } from "./bare";
import { makePeople } from "./people";

/*
 * A process with the product's own functions and engine: `make DATA_DIR RECIPIENTS`, `send DATA_DIR PORT SESSION` or
 * `resume DATA_DIR PORT` after a death. Tells its parent how far it is; ends when all is done.
 */
const [mode = "", dataDir = "", given = "", session = ""] = process.argv.slice(2);
const RESOLUTION_MS = 1;
const LOOK_MS = 20;
const BARE_MAILS = 20_000;
const BULK = "bulk-bench";
const WARM_UP = "bulk-warm-up";

const world = await openTemporaryWorld({ dataDir });
const tell = (facts: object) => process.send?.(facts);

const messageOf = (requestKey: string) =>
  world.db.read.select().from(locationMessages).where(eq(locationMessages.requestKey, requestKey));

async function send(location: string, requestKey: string): Promise<void> {
  const { locationMessages: messages } = await apiAs(world, session);
  const message = { location, body: "Beste familie,\n\nVrijdag is er feest.", scheduledAt: null };
  await messages.send({ ...message, seenClients: 1, seenAccounts: 1, requestKey });
}

/** What comes with the first message of any process is not the measured one's: one to a place where nobody is. */
async function warmUp(): Promise<void> {
  await send("EMPTY", WARM_UP);
  while ((await messageOf(WARM_UP))[0]?.state !== "sent") await pause(LOOK_MS);
}

async function look() {
  const [message] = await messageOf(BULK);
  const [waiting] = await world.db.read.all<{ n: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM mails WHERE bulk = 1 AND state IN ('queued', 'sending', 'failed')) AS n`,
  );
  return {
    collected: message !== undefined && message.collectedAt !== null,
    delivered: message?.state === "sent",
    done: message?.state === "sent" && waiting?.n === 0,
    progress: message?.delivered ?? 0,
  };
}

/** Waits for a moment of the message's life; tells how far it is meanwhile. @returns seconds since the start */
async function until(what: "collected" | "delivered" | "done", start: number): Promise<number> {
  for (;;) {
    const seen = await look();
    tell({ progress: seen.progress });
    if (seen[what]) return (performance.now() - start) / 1_000;
    await pause(LOOK_MS);
  }
}

async function states() {
  const recipients = await world.db.read.all<{ state: string; notice: string; n: number }>(
    sql`SELECT state, notice, count(*) AS n FROM location_message_recipients GROUP BY state, notice`,
  );
  const uncertain = await world.db.read.all<{
    email: string;
  }>(sql`SELECT email FROM location_message_recipients
    JOIN portal_accounts ON portal_accounts.id = account_id WHERE notice = 'uncertain'`);
  return { recipients, uncertain: uncertain.map(({ email }) => email) };
}

async function work(): Promise<void> {
  const port = Number(given);
  world.env = readEnv({
    ...{ DATA_DIR: dataDir, DEMO: "1", NODE_ENV: "production" },
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  });
  setRunning({ world });
  const engine = await startEngine(world);
  if (mode === "send") {
    await warmUp();
    await pause(500);
  }
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const start = performance.now();
  if (mode === "send") await send("PLACE", BULK);
  const collected = await until("collected", start);
  const delivered = await until("delivered", start);
  const done = await until("done", start);
  delay.disable();
  const stall = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
  const bare = mode === "send" ? await bareMailsPerSecond(port, BARE_MAILS) : 0;
  tell({ figures: { collected, delivered, done, stall, bare }, ...(await states()) });
  await engine.stop();
}

if (mode === "make") tell({ session: await makePeople(world, Number(given)) });
else await work();
await world.close();
process.disconnect();
process.exit(0);

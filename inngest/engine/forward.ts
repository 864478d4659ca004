import { asc, inArray, notLike } from "drizzle-orm";
import type { Database } from "@/db/client";
import { engineEvents } from "@/db/schema/engine";
import type { OutgoingEvent } from "./events";
import { createGate } from "./gate";
import type { Log } from "./timers";

export interface Forwarder {
  start(): void;
  stop(): Promise<void>;
  wake(): void;
  /** Why events could not be sent, by the name of the error; `undefined` since the last success */
  failing(): string | undefined;
}

const EVENTS_AT_ONCE = 100;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * The other end of the outbox when a real Inngest server runs the functions: stored events are sent there, in order,
 * and leave the outbox once the server has them. Each goes with its id, so sending one again starts nothing twice.
 * @param options.send the client's own `send`
 */
export function createForwarder(options: {
  db: Database;
  send(events: OutgoingEvent[]): Promise<unknown>;
  log: Log;
}): Forwarder {
  const { db, log } = options;
  const gate = createGate();
  let running = false;
  let loop: Promise<void> = Promise.resolve();
  let lastError: string | undefined;

  async function forward(): Promise<number> {
    // By the road of writes: what it reads is on disk before anyone else hears of it.
    const rows = await db.write((tx) =>
      tx
        .select()
        .from(engineEvents)
        .where(notLike(engineEvents.name, "inngest/%"))
        .orderBy(asc(engineEvents.seq))
        .limit(EVENTS_AT_ONCE),
    );
    if (rows.length === 0) return 0;
    await options.send(rows.map((row) => JSON.parse(row.body)));
    const sent = rows.map((row) => row.seq);
    await db.write((tx) => tx.delete(engineEvents).where(inArray(engineEvents.seq, sent)));
    return rows.length;
  }

  async function run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (running) {
      gate.close();
      try {
        const sent = await forward();
        wait = FIRST_WAIT_MS;
        lastError = undefined;
        await gate.wait(sent === EVENTS_AT_ONCE ? 0 : LONGEST_WAIT_MS);
      } catch (error) {
        lastError = error instanceof Error ? error.name : "?";
        log("Events could not be sent to the Inngest server yet", { error: lastError });
        await gate.wait(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    }
  }

  return {
    start() {
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      gate.open();
      await loop;
    },
    wake: () => gate.open(),
    failing: () => lastError,
  };
}

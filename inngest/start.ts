import type { Health, World } from "@/server/core/world";
import { configureInngest } from "./client";
import { createEngine } from "./engine/engine";
import { acceptEvents } from "./engine/events";
import { serveFunctions } from "./serve";

const GRACE_MS = 10_000;
const EVENT_KEY = "kroniek";

/** What the start of the product gets back: its health, and the way to stop. */
export interface RunningEngine {
  health(): Health;
  stop(): Promise<void>;
}

/** Starts the embedded engine on this world's database, and lets acts store their events with it. */
export async function startEngine(world: World): Promise<RunningEngine> {
  const engine = createEngine({
    db: world.db,
    clock: world.clock,
    // In production the handler is called in process; in development over HTTP, so that edits take effect.
    reach: world.env.production ? serveFunctions : (request) => fetch(request),
    url: `http://localhost:${world.env.port}/api/inngest`,
    signingKey: world.keys.inngest,
    eventKey: EVENT_KEY,
    log: world.log,
  });
  configureInngest({
    mode: "embedded",
    signingKey: world.keys.inngest,
    eventKey: EVENT_KEY,
    log: world.log,
    fetch: engine.fetch,
  });
  world.accept = async (tx, events) => {
    await acceptEvents(tx, events, world.clock.now());
  };
  world.wake = () => engine.wake();
  await engine.start();
  return {
    health: () => {
      const { status, lastError } = engine.state();
      return status === "running"
        ? { status: "ok" }
        : { status: "failing", reason: lastError ?? "The engine is not running." };
    },
    stop: () => engine.stop({ graceMs: GRACE_MS }),
  };
}

import { configureInngest } from "@/inngest/client";
import { createEngine, type Engine } from "@/inngest/engine/engine";
import { acceptEvents } from "@/inngest/engine/events";
import { serveFunctions } from "@/inngest/serve";
import { setRunning, type World } from "@/server/core/world";

const EVENT_KEY = "evidence";
/** One for all worlds of a process: the functions' handler is made once, with the key of that moment. */
const SIGNING_KEY = `signkey-prod-${"7c".repeat(32)}`;

/** Starts the product's own functions on a world, in process, signed, with retries a second apart. */
export async function startJobs(world: World): Promise<Engine> {
  const engine = createEngine({
    db: world.db,
    clock: world.clock,
    reach: serveFunctions,
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    retryDelay: () => 1_000,
    log: world.log,
  });
  const { log } = world;
  configureInngest({
    mode: "embedded",
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    log,
    fetch: engine.fetch,
  });
  world.accept = async (tx, events) => {
    await acceptEvents(tx, events, world.clock.now());
  };
  world.wake = () => engine.wake();
  setRunning({ world });
  await engine.start();
  return engine;
}

import type { RunningEngine, World } from "@/server/core/world";
import { appId, configureInngest } from "./client";
import { createEngine, type Engine } from "./engine/engine";
import { acceptEvents } from "./engine/events";
import { functions } from "./functions";
import { startWithServer } from "./remote";
import { serveFunctions } from "./serve";

const GRACE_MS = 10_000;
const EVENT_KEY = "kroniek";

const NOT_SERVED_YET_MS = 500;

/**
 * In development the functions are reached over HTTP, at a server that answers only when this start is over: so it
 * is not waited for. Until then the engine is not healthy.
 */
async function startWhenServed(engine: Engine, log: World["log"]): Promise<void> {
  for (;;) {
    try {
      return await engine.start();
    } catch (error) {
      // A TypeError is how fetch says that no one is listening.
      if (!(error instanceof TypeError)) {
        return log("The engine could not start", {
          error: error instanceof Error ? error.message : String(error),
        });
      }
      await new Promise((resolve) => setTimeout(resolve, NOT_SERVED_YET_MS));
    }
  }
}

/** Dutch names of the functions, by the id their runs bear. */
export function namesOf(all: typeof functions): Map<string, string> {
  return new Map(all.map((fn) => [fn.id(appId), fn.name]));
}

/**
 * Starts the background work: on this world's own database, or with the Inngest server its settings name. Acts store
 * their events with it.
 */
export function startEngine(world: World): Promise<RunningEngine> {
  return world.env.inngest ? startWithServer(world, world.env.inngest) : startEmbedded(world);
}

async function startEmbedded(world: World): Promise<RunningEngine> {
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
  world.background = {
    mode: "embedded",
    names: namesOf(functions),
    cancel: engine.cancel,
    retry: engine.retry,
  };
  if (world.env.production) await engine.start();
  else void startWhenServed(engine, world.log);
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

import type { InngestServer } from "@/server/core/env";
import type { RunningEngine, World } from "@/server/core/world";
import { configureInngest, inngest } from "./client";
import { acceptEvents } from "./engine/events";
import { createForwarder } from "./engine/forward";
import { handOver } from "./engine/hand-over";
import { createRegistration } from "./register";
import { serveFunctions } from "./serve";

const GRACE_MS = 10_000;
const CLOUD = "https://app.inngest.com";

async function giveOver(world: World): Promise<void> {
  const done = await world.db.write((tx) => handOver(tx, world.clock.now()), { alone: true });
  if ("stuck" in done) {
    throw new Error(
      `Voordat een Inngest-server het werk overneemt, moeten eerst nog taken van Kroniek zelf eindigen (${done.stuck}). Start nog eens zonder de INNGEST_-instellingen, wacht tot onder Beheer → Achtergrondtaken geen taak meer bezig is of wacht, en stap dan over.`,
    );
  }
  if (done.given > 0) world.log("Background work was given to the Inngest server", { runs: done.given });
}

/**
 * Lets a real Inngest server run the functions: events are stored with the act that sent them and go there after it,
 * the functions are registered there, and the embedded engine stays off.
 * @throws Error in words when runs of the embedded engine must end first
 */
export async function startWithServer(world: World, server: InngestServer): Promise<RunningEngine> {
  await giveOver(world);
  const { baseUrl, signingKey, eventKey } = server;
  configureInngest({ mode: "server", ...(baseUrl && { baseUrl }), signingKey, eventKey, log: world.log });
  const forwarder = createForwarder({ db: world.db, send: (events) => inngest.send(events), log: world.log });
  const registration = createRegistration({
    serve: serveFunctions,
    url: new URL("/api/inngest", server.serveOrigin).href,
    signingKey,
    log: world.log,
  });
  world.accept = async (tx, events) => {
    await acceptEvents(tx, events, world.clock.now());
  };
  world.wake = () => forwarder.wake();
  world.background = { mode: "server", address: baseUrl ?? CLOUD };
  forwarder.start();
  registration.start();
  return {
    health: () => {
      const unknown = registration.failing();
      if (unknown) {
        return {
          status: "failing",
          reason: `The Inngest server does not know the functions yet: ${unknown}.`,
        };
      }
      const unsent = forwarder.failing();
      if (unsent) return { status: "failing", reason: `Events wait for the Inngest server: ${unsent}.` };
      return { status: "ok" };
    },
    stop: async () => {
      const stopped = Promise.all([forwarder.stop(), registration.stop()]);
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, GRACE_MS);
      });
      await Promise.race([stopped, grace]);
      clearTimeout(timer);
    },
  };
}

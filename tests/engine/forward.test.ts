import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { acceptEvents, type OutgoingEvent } from "@/inngest/engine/events";
import { createForwarder } from "@/inngest/engine/forward";
import { makeWorld } from "../world";

test("with a real server, stored events go there in order, and stay until it has them", async () => {
  const world = await makeWorld();
  const got: OutgoingEvent[] = [];
  const logged: string[] = [];
  let down = true;
  const forwarder = createForwarder({
    db: world.db,
    log: (message) => logged.push(message),
    send: async (events) => {
      if (down) throw new Error("no one there");
      got.push(...events);
    },
  });
  const waiting = async () => {
    const [row] = await world.db.read.all<{ n: number }>(sql`SELECT count(*) AS n FROM engine_events`);
    return row?.n;
  };
  const until = async (ready: () => Promise<boolean>) => {
    while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await world.db.write(async (tx) => {
    const events = Array.from({ length: 250 }, (_, n) => ({ name: "room/done", data: { n } }));
    await acceptEvents(tx, events, world.clock.now());
  });
  forwarder.start();
  await until(async () => logged.length > 0);
  expect(await waiting()).toBe(250);
  down = false;
  forwarder.wake();
  await until(async () => (await waiting()) === 0);
  await forwarder.stop();
  expect(got.map((event) => event.data?.n)).toEqual(Array.from({ length: 250 }, (_, n) => n));
  // Each has an id, so that one that is sent twice starts nothing twice.
  expect(new Set(got.map((event) => event.id)).size).toBe(250);
});

test("what was committed goes to a real server only after a write of its own: by then it is on disk", async () => {
  const world = await makeWorld();
  await world.db.write((tx) => acceptEvents(tx, [{ name: "a", data: {} }], world.clock.now()));
  const order: string[] = [];
  const write: typeof world.db.write = async (work, options) => {
    const answer = await world.db.write(work, options);
    order.push("written");
    return answer;
  };
  const forwarder = createForwarder({
    db: { ...world.db, write },
    log: () => undefined,
    send: async () => {
      order.push("sent");
    },
  });
  forwarder.start();
  while (order.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await forwarder.stop();
  expect(order.slice(0, 3)).toEqual(["written", "sent", "written"]);
});

import { sql } from "drizzle-orm";
import { NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { makeWorld, START } from "../world";
import { type Functions, runOut, runsIn, startRig } from "./rig";

const HOUR = 3_600_000;

test("a function with a long queue does not keep another one waiting", async () => {
  const world = await makeWorld();
  const order: string[] = [];
  const functions: Functions = (client) => [
    client.createFunction({ id: "bulk", triggers: [{ event: "bulk" }] }, async () => order.push("bulk")),
    client.createFunction({ id: "single", triggers: [{ event: "single" }] }, async () =>
      order.push("single"),
    ),
  ];
  const rig = await startRig({ ...world, functions, mostCalls: 4 });
  await rig.engine.send([...Array.from({ length: 40 }, () => ({ name: "bulk" })), { name: "single" }]);
  await rig.engine.settled();
  expect(order).toHaveLength(41);
  expect(order.indexOf("single")).toBeLessThan(8);
  await rig.engine.stop({ graceMs: 0 });
});

test("functions whose calls last do not take the last place from one that has none", async () => {
  const world = await makeWorld();
  let release: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  let ran = false;
  const functions: Functions = (client) => [
    client.createFunction({ id: "slow", triggers: [{ event: "slow" }] }, async () => open),
    client.createFunction({ id: "quick", triggers: [{ event: "quick" }] }, async () => {
      ran = true;
    }),
  ];
  const rig = await startRig({ ...world, functions, mostCalls: 2 });
  await rig.engine.send([{ name: "slow" }, { name: "slow" }, { name: "slow" }]);
  while (rig.engine.state().callsUnderWay < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  await rig.engine.send([{ name: "quick" }]);
  while (!ran) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  await rig.engine.settled();
  await rig.engine.stop({ graceMs: 0 });
});

test("a long queue is worked off with never more calls at once than allowed", async () => {
  const world = await makeWorld();
  let now = 0;
  let most = 0;
  const functions: Functions = (client) => [
    client.createFunction({ id: "queue", triggers: [{ event: "queue" }] }, async () => 1),
  ];
  const rig = await startRig({
    ...world,
    functions,
    mostCalls: 8,
    watch: async (request, next) => {
      if (request.method !== "POST") return next(request);
      now += 1;
      most = Math.max(most, now);
      return next(request).finally(() => {
        now -= 1;
      });
    },
  });
  await rig.engine.send(Array.from({ length: 150 }, () => ({ name: "queue" })));
  await rig.engine.settled();
  expect(most).toBe(8);
  expect((await runsIn(world.db)).filter((run) => run.status === "completed")).toHaveLength(150);
  await rig.engine.stop({ graceMs: 0 });
});

test("a concurrency limit counts calls under way, per key, and full keys do not block others", async () => {
  const world = await makeWorld();
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const order: string[] = [];
  const functions: Functions = (client) => [
    client.createFunction(
      {
        id: "keyed",
        triggers: [{ event: "keyed" }],
        concurrency: [{ limit: 2, key: "event.data.k" }, { limit: 3 }],
      },
      async ({ event, step }) => {
        await step.run("work", async () => {
          for (const key of [event.data.k, "all"]) {
            now.set(key, (now.get(key) ?? 0) + 1);
            most.set(key, Math.max(most.get(key) ?? 0, now.get(key) ?? 0));
          }
          order.push(event.data.k);
          await new Promise((resolve) => setTimeout(resolve, 20));
          for (const key of [event.data.k, "all"]) now.set(key, (now.get(key) ?? 0) - 1);
        });
        await step.sleep("rest", "1h");
      },
    ),
  ];
  const rig = await startRig({ ...world, functions });
  await rig.engine.send(["a", "a", "a", "a", "a", "b", "b"].map((k) => ({ name: "keyed", data: { k } })));
  await rig.engine.settled();
  expect(Object.fromEntries(most)).toEqual({ a: 2, b: 1, all: 3 });
  expect(order.indexOf("b")).toBeLessThan(3);
  // All seven sleep at once now: sleeping takes no place.
  expect(order).toHaveLength(7);
  await rig.engine.stop({ graceMs: 0 });
});

test("one event id starts a function once within a day, also across a restart", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "once", triggers: [{ event: "once" }] }, async () => 1),
  ];
  const first = await startRig({ ...world, functions });
  await first.engine.send([
    { name: "once", id: "x" },
    { name: "once", id: "x" },
  ]);
  await first.engine.settled();
  await first.engine.stop({ graceMs: 0 });
  const second = await startRig({ ...world, functions });
  world.clock.advance(24 * HOUR - 1);
  await second.engine.send([{ name: "once", id: "x" }]);
  await second.engine.settled();
  expect(await runsIn(world.db)).toHaveLength(1);
  world.clock.advance(1);
  await second.engine.send([{ name: "once", id: "x" }]);
  await second.engine.settled();
  expect(await runsIn(world.db)).toHaveLength(2);
  await second.engine.stop({ graceMs: 0 });
});

test("all ticks a function missed while nothing ran are one run, logged; the next come at their own time", async () => {
  const world = await makeWorld();
  const ticks: string[] = [];
  const functions: Functions = (client) => [
    client.createFunction(
      { id: "hourly", triggers: [{ cron: "TZ=Europe/Amsterdam 0 * * * *" }, { cron: "30 * * * *" }] },
      async ({ event }) => {
        ticks.push(String(event.data.scheduledAt));
      },
    ),
  ];
  world.clock.set(START + 60_000);
  const first = await startRig({ ...world, functions });
  await first.engine.settled();
  expect(ticks).toEqual([]);
  await first.engine.stop({ graceMs: 0 });

  world.clock.set(START + 5 * HOUR + 60_000);
  const second = await startRig({ ...world, functions });
  await second.engine.settled();
  expect(ticks).toEqual(["2026-11-21T14:00:00Z"]);
  expect(second.logged).toEqual(["Missed cron ticks are caught up with one run"]);
  for (const later of [5.5, 6]) {
    world.clock.set(START + later * HOUR);
    second.engine.wake();
    await second.engine.settled();
  }
  expect(ticks).toEqual(["2026-11-21T14:00:00Z", "2026-11-21T14:30:00Z", "2026-11-21T15:00:00Z"]);
  expect(second.logged).toHaveLength(1);
  await second.engine.stop({ graceMs: 0 });
});

test("history goes after its time, and nothing that still runs", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "short", triggers: [{ event: "short" }] }, async ({ step }) =>
      step.run("s", () => 1),
    ),
    client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) =>
      step.sleep("z", "60d"),
    ),
  ];
  const rig = await startRig({ ...world, functions, historyMs: 7 * 24 * HOUR });
  await rig.engine.send([{ name: "short", id: "s" }, { name: "long" }]);
  await rig.engine.settled();
  world.clock.advance(8 * 24 * HOUR);
  rig.engine.wake();
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ functionId: "test-long", status: "running" }]);
  const [left] = await world.db.read.all<{ n: number }>(
    sql`SELECT (SELECT count(*) FROM engine_steps) + (SELECT count(*) FROM engine_once) AS n`,
  );
  expect(left).toEqual({ n: 0 });
  await rig.engine.stop({ graceMs: 0 });
});

test("a cancelled run stops at its next step; a failed one that is opened again repeats only what failed", async () => {
  const world = await makeWorld();
  const did: string[] = [];
  let broken = true;
  const functions: Functions = (client) => [
    client.createFunction({ id: "repair", triggers: [{ event: "repair" }] }, async ({ step }) => {
      await step.run("good", () => did.push("good"));
      return step.run("bad", () => {
        if (broken) throw new NonRetriableError("broken");
        return "mended";
      });
    }),
    client.createFunction({ id: "waits", triggers: [{ event: "waits" }] }, async ({ step }) =>
      step.sleep("z", "1h"),
    ),
  ];
  const rig = await startRig({ ...world, functions });
  await rig.engine.send([{ name: "repair" }, { name: "waits" }]);
  await rig.engine.settled();
  const [failed, waiting] = await runsIn(world.db);
  expect(failed).toMatchObject({ status: "failed", error: { message: "broken" } });
  broken = false;
  expect(await world.db.write((tx) => rig.engine.retry(tx, failed?.id ?? ""))).toBe(true);
  expect(await world.db.write((tx) => rig.engine.cancel(tx, waiting?.id ?? ""))).toBe(true);
  expect(await world.db.write((tx) => rig.engine.cancel(tx, waiting?.id ?? ""))).toBe(false);
  await runOut(rig, world.db, world.clock);
  expect(await runsIn(world.db)).toMatchObject([
    { status: "completed", output: "mended" },
    { status: "cancelled" },
  ]);
  expect(did).toEqual(["good"]);
  await rig.engine.stop({ graceMs: 0 });
});

test("an event without a time of its own starts its runs at once, however far the engine's clock is behind", async () => {
  const world = await makeWorld();
  world.clock.set(Date.now() - 24 * HOUR);
  const functions: Functions = (client) => [
    client.createFunction({ id: "now", triggers: [{ event: "now" }] }, async ({ event }) => event.ts),
  ];
  const rig = await startRig({ ...world, functions });
  await rig.client.send({ name: "now" });
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: world.clock.now() }]);
  await rig.engine.stop({ graceMs: 0 });
});

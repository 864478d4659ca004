import { expect, test } from "vitest";
import { acceptEvents } from "@/inngest/engine/events";
import { makeWorld, START } from "../world";
import { type Functions, makeRig, runOut, runsIn, startRig } from "./rig";

const HOUR = 3_600_000;

function sleeper(seen: string[]): Functions {
  return (client) => [
    client.createFunction({ id: "sleeper", triggers: [{ event: "sleep" }] }, async ({ step }) => {
      await step.run("before", () => seen.push("before"));
      await step.sleepUntil("night", new Date(START + 24 * HOUR));
      await step.run("after", () => seen.push("after"));
      return "woke";
    }),
  ];
}

test("24 hours asleep across three restarts wakes once, and not a moment early", async () => {
  const world = await makeWorld();
  const seen: string[] = [];
  const options = { ...world, functions: sleeper(seen) };
  let rig = await startRig(options);
  await rig.engine.send([{ name: "sleep" }]);
  await rig.engine.settled();
  for (const hours of [6, 12, 18]) {
    world.clock.set(START + hours * HOUR);
    await rig.engine.stop({ graceMs: 0 });
    rig = await startRig(options);
    await rig.engine.settled();
  }
  world.clock.set(START + 24 * HOUR - 1);
  rig.engine.wake();
  await rig.engine.settled();
  expect(seen).toEqual(["before"]);
  world.clock.advance(1);
  await runOut(rig, world.db, world.clock);
  expect(seen).toEqual(["before", "after"]);
  expect(await runsIn(world.db)).toMatchObject([{ status: "completed", output: "woke" }]);
  await rig.engine.stop({ graceMs: 0 });
});

/** A step that finishes only when told to. */
function held() {
  const release: ((value: string) => void)[] = [];
  const functions: Functions = (client) => [
    client.createFunction({ id: "held", triggers: [{ event: "hold" }] }, async ({ step }) => {
      const got = await step.run("long", () => new Promise<string>((resolve) => release.push(resolve)));
      return step.run("next", () => `${got}, then next`);
    }),
  ];
  const calls = async (count: number) => {
    while (release.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { release, functions, calls };
}

test("a call that outlives its lease is made again, and its late answer is dropped", async () => {
  const world = await makeWorld();
  const { release, functions, calls } = held();
  const rig = await startRig({ ...world, functions, leaseMs: 60_000, checkpointing: false });
  await rig.engine.send([{ name: "hold" }]);
  await calls(1);
  world.clock.advance(60_000);
  rig.engine.wake();
  await calls(2);
  release[1]?.("second");
  while ((await runsIn(world.db))[0]?.status !== "completed")
    await new Promise((resolve) => setTimeout(resolve, 5));
  release[0]?.("first");
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "second, then next" }]);
  expect(rig.logged).toContain("A call took longer than its lease and is made again");
  expect(rig.logged).toContain("A late answer was dropped: its lease was lost");
  await rig.engine.stop({ graceMs: 0 });
});

test("a step finished under a lost lease is not kept by a checkpoint either", async () => {
  const world = await makeWorld();
  const { release, functions, calls } = held();
  const rig = await startRig({ ...world, functions, leaseMs: 60_000, checkpointing: true });
  await rig.engine.send([{ name: "hold" }]);
  await calls(1);
  world.clock.advance(60_000);
  rig.engine.wake();
  await calls(2);
  release[0]?.("first");
  await new Promise((resolve) => setTimeout(resolve, 100));
  release[1]?.("second");
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "second, then next" }]);
  await rig.engine.stop({ graceMs: 0 });
});

test("a stop lets a running step finish, and leaves the rest for the next start", async () => {
  const world = await makeWorld();
  const { release, functions, calls } = held();
  const first = await startRig({ ...world, functions });
  await first.engine.send([{ name: "hold" }]);
  await calls(1);
  const stopping = first.engine.stop({ graceMs: 10_000 });
  release[0]?.("first");
  await stopping;
  expect(await runsIn(world.db)).toMatchObject([{ status: "running" }]);
  const second = await startRig({ ...world, functions });
  await second.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "first, then next" }]);
  expect(release).toHaveLength(1);
  await second.engine.stop({ graceMs: 0 });
});

test("a stop that may not wait returns the lease: the step is repeated at the next start", async () => {
  const world = await makeWorld();
  const { release, functions, calls } = held();
  const first = await startRig({ ...world, functions });
  await first.engine.send([{ name: "hold" }]);
  await calls(1);
  await first.engine.stop({ graceMs: 0 });
  release[0]?.("first");
  const second = await startRig({ ...world, functions });
  await calls(2);
  release[1]?.("second");
  await second.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "second, then next" }]);
  await second.engine.stop({ graceMs: 0 });
});

test("a step in which the process dies again and again fails in the end, instead of for ever", async () => {
  const world = await makeWorld();
  const { functions, calls, release } = held();
  const start = async () => startRig({ ...world, functions });
  const first = await start();
  await first.engine.send([{ name: "hold" }]);
  for (let death = 1; death <= 5; death += 1) {
    await calls(death);
    // Dropped without a stop, as by a kill: the next start finds its lease.
    if (death < 5) await start();
  }
  const last = await start();
  await last.engine.settled();
  expect(release).toHaveLength(5);
  expect(await runsIn(world.db)).toMatchObject([
    { status: "failed", error: { message: "The process stopped 5 times in the middle of this step." } },
  ]);
});

test("an event in a transaction counts exactly when the transaction does", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "heard", triggers: [{ event: "said" }] }, async ({ event }) => event.data.n),
  ];
  const rig = await startRig({ ...world, functions });
  const say = (n: number, fail: boolean) =>
    world.db.write(async (tx) => {
      await acceptEvents(tx, [{ name: "said", data: { n } }], world.clock.now());
      rig.engine.wake();
      if (fail) throw new Error("changed its mind");
    });
  await expect(say(1, true)).rejects.toThrow("changed its mind");
  await say(2, false);
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: 2 }]);
  await rig.engine.stop({ graceMs: 0 });
});

test("events accepted while no engine runs are handed out at the next start", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "heard", triggers: [{ event: "said" }] }, async () => "heard"),
  ];
  await makeRig({ ...world, functions }).engine.send([{ name: "said" }]);
  const rig = await startRig({ ...world, functions });
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "heard" }]);
  await rig.engine.stop({ graceMs: 0 });
});

test("jobs leased by a turn that was stored but reported as failed are called all the same", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "heard", triggers: [{ event: "said" }] }, async () => "heard"),
  ];
  let lies = 0;
  const write: typeof world.db.write = async (work, options) => {
    const result = await world.db.write(work, options);
    if (lies === 0) return result;
    lies -= 1;
    throw new Error("stored, but not anchored");
  };
  const rig = await startRig({ ...world, db: { ...world.db, write }, functions });
  await rig.engine.settled();
  await world.db.write((tx) => acceptEvents(tx, [{ name: "said" }], world.clock.now()));
  lies = 1;
  rig.engine.wake();
  while (rig.logged.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(rig.engine.state()).toMatchObject({ status: "failing", lastError: "stored, but not anchored" });
  rig.engine.wake();
  await rig.engine.settled();
  expect(await runsIn(world.db)).toMatchObject([{ output: "heard" }]);
  expect(rig.engine.state().status).toBe("running");
  await rig.engine.stop({ graceMs: 0 });
});

test("each finished step renews the lease of its call", async () => {
  const world = await makeWorld();
  let called = 0;
  const functions: Functions = (client) => [
    client.createFunction({ id: "steady", triggers: [{ event: "go" }] }, async ({ step }) => {
      called += 1;
      for (const n of [1, 2, 3, 4]) {
        await step.run(`part-${n}`, () => {
          world.clock.advance(40_000);
          rig.engine.wake();
        });
      }
      return "done";
    }),
  ];
  const rig = await startRig({ ...world, functions, leaseMs: 60_000 });
  await rig.engine.send([{ name: "go" }]);
  await rig.engine.settled();
  expect(called).toBe(1);
  expect(await runsIn(world.db)).toMatchObject([{ output: "done" }]);
  await rig.engine.stop({ graceMs: 0 });
});

test("sending inside a transaction is refused, and writes beside it are not", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "heard", triggers: [{ event: "said" }] }, async () => "heard"),
  ];
  const rig = await startRig({ ...world, functions });
  let inside: Promise<unknown> = Promise.resolve();
  const outside = rig.client.send.bind(rig.client);
  await world.db.write(async () => {
    inside = rig.engine.send([{ name: "said" }]);
    inside.catch(() => undefined);
  });
  await outside({ name: "said" });
  await expect(inside).rejects.toThrow("write inside a write");
  await rig.engine.settled();
  expect(await runsIn(world.db)).toHaveLength(1);
  await rig.engine.stop({ graceMs: 0 });
});

test("a step that is reported again, since the answer to its report was lost, counts once and the run goes on", async () => {
  const world = await makeWorld();
  let did = 0;
  let lost = false;
  const functions: Functions = (client) => [
    client.createFunction({ id: "twice", triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.run("one", () => {
        did += 1;
      });
      return step.run("two", () => "done");
    }),
  ];
  const rig = await startRig({
    ...world,
    functions,
    fetch: async (request, next) => {
      const response = await next(request);
      if (lost || !request.url.includes("/v1/checkpoint/")) return response;
      lost = true;
      throw new Error("the answer got lost");
    },
  });
  await rig.engine.send([{ name: "go" }]);
  await rig.engine.settled();
  expect(lost).toBe(true);
  expect(did).toBe(1);
  expect(await runsIn(world.db)).toMatchObject([{ output: "done" }]);
  await rig.engine.stop({ graceMs: 0 });
});

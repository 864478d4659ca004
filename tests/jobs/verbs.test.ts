import { expect, test } from "vitest";
import { reasonOf } from "@/server/access/perform";
import { entriesOf } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { makeStage, type Stage, startJobs, until } from "./functions";

type Jobs = Awaited<ReturnType<typeof startJobs>>;

async function started(
  name: string,
  stage: Stage = makeStage(),
): Promise<Jobs & { world: TestWorld; runId: string }> {
  const world = await makeWorld();
  const jobs = await startJobs(world, stage);
  await jobs.rig.engine.send([{ name }]);
  await jobs.rig.engine.settled();
  const { lines } = await jobs.api.jobs.list({ functionId: `test-${name}` });
  return { ...jobs, world, runId: lines[0]?.id ?? "" };
}

const stateOf = async ({ api, runId }: Pick<Jobs, "api"> & { runId: string }) =>
  (await api.jobs.run({ runId })).state;

test("a failed run that is tried again goes on where it failed: finished steps are not repeated", async () => {
  const stage = makeStage();
  const run = await started("fragile", stage);
  stage.healed = true;
  const rows = await entriesOf(run.world, () => run.api.jobs.retry({ runId: run.runId }));
  await run.rig.engine.settled();
  expect(stage.did).toEqual(["kept", "failed", "risky"]);
  expect(await stateOf(run)).toBe("completed");
  expect(rows).toMatchObject([
    { event: "jobs.retried", outcome: "done", objects: [`run:${run.runId}`], detail: "test-fragile" },
  ]);
  await run.rig.engine.stop({ graceMs: 0 });
});

test("a run that fails once more after a retry is cleaned up once more", async () => {
  const stage = makeStage();
  const run = await started("fragile", stage);
  await run.api.jobs.retry({ runId: run.runId });
  await run.rig.engine.settled();
  expect(stage.did).toEqual(["kept", "failed", "failed"]);
  expect(await stateOf(run)).toBe("failed");
  await run.rig.engine.stop({ graceMs: 0 });
});

test("only a failed or cancelled run is tried again, once", async () => {
  const run = await started("quick");
  const retry = () => run.api.jobs.retry({ runId: run.runId }).then(() => "done", reasonOf);
  expect(await retry()).toBe("job-not-retried");
  const other = await started("fragile");
  const twice = await Promise.all(
    [1, 2].map(() => other.api.jobs.retry({ runId: other.runId }).then(() => "done", reasonOf)),
  );
  expect(twice.toSorted()).toEqual(["done", "job-not-retried"]);
  await run.rig.engine.stop({ graceMs: 0 });
  await other.rig.engine.stop({ graceMs: 0 });
});

test("a cancelled singleton is not opened again beside the one that runs since", async () => {
  const run = await started("alone");
  await run.api.jobs.cancel({ runId: run.runId });
  await run.rig.engine.send([{ name: "alone" }]);
  await run.rig.engine.settled();
  expect(await run.api.jobs.retry({ runId: run.runId }).then(() => "done", reasonOf)).toBe("job-not-retried");
  expect(await stateOf(run)).toBe("cancelled");
  await run.rig.engine.stop({ graceMs: 0 });
});

test("a sleeping run that is cancelled never wakes, and whoever closes up after it hears of it", async () => {
  const stage = makeStage();
  const run = await started("sleeper", stage);
  const rows = await entriesOf(run.world, () => run.api.jobs.cancel({ runId: run.runId }));
  expect(rows).toMatchObject([{ event: "jobs.cancelled", outcome: "done", detail: "test-sleeper" }]);
  await run.rig.engine.settled();
  run.world.clock.advance(25 * 3_600_000);
  run.rig.engine.wake();
  await run.rig.engine.settled();
  expect(stage.did).toEqual(["closed sleeper", "daily"]);
  expect(await stateOf(run)).toBe("cancelled");
  expect(await run.api.jobs.cancel({ runId: run.runId }).then(() => "done", reasonOf)).toBe("job-ended");
  await run.rig.engine.stop({ graceMs: 0 });
});

test("what closes up after another run cannot be cancelled, and says why", async () => {
  const run = await started("sleeper");
  await run.api.jobs.cancel({ runId: run.runId });
  await run.rig.engine.settled();
  const [closer] = (await run.api.jobs.list({ functionId: "test-closer" })).lines;
  const runId = closer?.id ?? "";
  expect(await run.api.jobs.cancel({ runId }).then(() => "done", reasonOf)).toBe("job-needed");
  expect(await run.api.jobs.run({ runId })).toMatchObject({ state: "sleeping", may: { cancel: false } });
  expect((await run.api.jobs.run({ runId })).kept).toMatch(/rondt af/);
  await run.rig.engine.stop({ graceMs: 0 });
});

test("a run that is being worked on stops counting at once: its late answer is dropped", async () => {
  const world = await makeWorld();
  const stage = makeStage();
  const { rig, api } = await startJobs(world, stage);
  await rig.engine.send([{ name: "held" }]);
  await until(() => stage.release !== undefined);
  const runId = (await api.jobs.list({})).lines[0]?.id ?? "";
  await api.jobs.cancel({ runId });
  stage.release?.();
  await rig.engine.settled();
  expect(await stateOf({ api, runId })).toBe("cancelled");
  expect(stage.did).toEqual([]);
  await rig.engine.stop({ graceMs: 0 });
});

test("an unknown run, and any run while a real server has them, is refused with its own reason", async () => {
  const run = await started("sleeper");
  const reasons = async (runId: string) =>
    Promise.all(
      [run.api.jobs.run, run.api.jobs.cancel, run.api.jobs.retry].map((act) =>
        act({ runId }).then(() => "done", reasonOf),
      ),
    );
  expect(await reasons("nobody")).toEqual(["job-gone", "job-gone", "job-gone"]);
  run.world.background = { mode: "server", address: "http://inngest.example:8288" };
  expect((await reasons(run.runId)).slice(1)).toEqual(["job-elsewhere", "job-elsewhere"]);
  expect((await run.api.jobs.overview()).elsewhere).toBe("http://inngest.example:8288");
  await run.rig.engine.stop({ graceMs: 0 });
});

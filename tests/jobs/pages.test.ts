import { expect, test } from "vitest";
import { reasonOf } from "@/server/access/perform";
import { apiWith, entriesOf } from "../access/people";
import { makeWorld } from "../world";
import { CANARY, makeStage, startJobs, until } from "./functions";

const HOUR = 3_600_000;

async function everything() {
  const world = await makeWorld();
  const stage = makeStage();
  const { rig, api } = await startJobs(world, stage);
  const data = { name: CANARY };
  for (const name of ["quick", "sleeper", "fragile", "stubborn"]) {
    world.clock.advance(10);
    await rig.engine.send([{ name, data }]);
    await rig.engine.settled();
  }
  await rig.engine.send([{ name: "held" }, { name: "held" }]);
  await until(() => stage.release !== undefined);
  return { world, stage, rig, api };
}

test("each run is shown in the state it is in, newest first, and each filter gives exactly those", async () => {
  const { stage, rig, api } = await everything();
  const { lines } = await api.jobs.list({});
  const told = lines.map(
    ({ function: fn, state }) => `${fn.name}${fn.afterFailure ? " daarna" : ""}: ${state}`,
  );
  expect(told.toSorted()).toEqual([
    "Breekbaar daarna: completed",
    "Breekbaar: failed",
    "Koppig: waiting",
    "Lange taak: running",
    "Lange taak: waiting",
    "Slaper: sleeping",
    "Snelle taak: completed",
  ]);
  expect(lines.map(({ id }) => id)).toEqual(
    lines
      .map(({ id }) => id)
      .toSorted()
      .reverse(),
  );
  for (const state of ["running", "waiting", "sleeping", "completed", "failed", "cancelled"] as const) {
    const filtered = await api.jobs.list({ state });
    expect(filtered.lines).toEqual(lines.filter((line) => line.state === state));
  }
  const held = await api.jobs.list({ functionId: "test-held" });
  expect(held.lines).toHaveLength(2);
  expect(lines.find(({ state }) => state === "sleeping")?.until).toBeGreaterThan(Date.UTC(2026, 10, 22));
  const stubborn = lines.find(({ function: fn }) => fn.name === "Koppig");
  expect(stubborn).toMatchObject({ waitingFor: "attempt", attempts: 1, error: { name: "TypeError" } });
  stage.release?.();
  await rig.engine.stop({ graceMs: 0 });
});

test("pages of runs follow each other without gap or double, also while new runs come in between", async () => {
  const world = await makeWorld();
  const { rig, api } = await startJobs(world, makeStage());
  for (let n = 0; n < 7; n++) {
    await rig.engine.send([{ name: "quick" }]);
    world.clock.advance(10);
  }
  await rig.engine.settled();
  const all = (await api.jobs.list({})).lines.map(({ id }) => id);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await api.jobs.list({ after, size: 3 });
    seen.push(...page.lines.map(({ id }) => id));
    after = page.next;
    await rig.engine.send([{ name: "quick" }]);
    await rig.engine.settled();
  } while (after);
  expect(seen).toEqual(all);
  await rig.engine.stop({ graceMs: 0 });
});

test("the overview counts each function's runs by state, as the list shows them, and says what comes next", async () => {
  const { stage, rig, api } = await everything();
  const { functions, due, elsewhere } = await api.jobs.overview();
  const { lines } = await api.jobs.list({});
  expect(elsewhere).toBeNull();
  for (const fn of functions) {
    const own = lines.filter((line) => JSON.stringify(line.function) === JSON.stringify(fn.function));
    for (const [state, count] of Object.entries(fn.counts)) {
      expect([fn.id, state, count]).toEqual([
        fn.id,
        state,
        own.filter((line) => line.state === state).length,
      ]);
    }
  }
  expect(functions.map(({ function: fn }) => fn.name)).toContain("Afsluiter");
  expect(functions.find(({ id }) => id === "test-daily")?.nextAt).toBe(Date.UTC(2026, 10, 22, 2));
  expect(due.map(({ function: fn, what }) => `${fn.name}: ${what}`)).toEqual([
    "Koppig: attempt",
    "Dagelijks: tick",
    "Slaper: wake",
  ]);
  stage.release?.();
  await rig.engine.stop({ graceMs: 0 });
});

test("a run shows its steps with times and attempts, and what it still has to do", async () => {
  const { stage, rig, api } = await everything();
  const { lines } = await api.jobs.list({});
  const open = (name: string) => {
    const line = lines.find(({ function: fn }) => fn.name === name && !fn.afterFailure);
    return api.jobs.run({ runId: line?.id ?? "" });
  };
  expect(await open("Breekbaar")).toMatchObject({
    event: "fragile",
    state: "failed",
    steps: [
      { name: "kept", kind: "step", attempts: 1, error: null },
      { name: "Wankele stap", attempts: 1, error: { name: "NonRetriableError", sentence: null } },
    ],
    ahead: [],
    may: { cancel: false, retry: true },
  });
  const sleeper = await open("Slaper");
  expect(sleeper).toMatchObject({
    steps: [],
    ahead: [{ name: "Een dag wachten", state: "sleeping" }],
    may: { cancel: true, retry: false },
  });
  expect(sleeper.ahead[0]?.until).toBe((sleeper.startedAt ?? 0) + 24 * HOUR);
  expect((await open("Snelle taak")).steps).toMatchObject([{ name: "Eerste stap", kind: "step" }]);
  expect((await open("Koppig")).ahead).toMatchObject([{ state: "waiting", attempts: 1 }]);
  stage.release?.();
  await rig.engine.stop({ graceMs: 0 });
});

test("nothing a function was given, made or said in an error leaves; a reason of ours is its Dutch sentence", async () => {
  const { stage, rig, api } = await everything();
  await rig.engine.send([{ name: "fragile", data: { reason: "export-disk-full" } }]);
  await until(async () => (await api.jobs.list({ state: "failed" })).lines.length === 2);
  const list = await api.jobs.list({});
  const views = await Promise.all(list.lines.map(({ id }) => api.jobs.run({ runId: id })));
  expect(JSON.stringify([list, views, await api.jobs.overview()])).not.toContain(CANARY);
  const sentences = views.map(({ error }) => error?.sentence);
  expect(sentences.some((sentence) => sentence?.startsWith("Er is te weinig ruimte op de schijf"))).toBe(
    true,
  );
  stage.release?.();
  await rig.engine.stop({ graceMs: 0 });
});

test("each look at runs is in the log, with the run that was opened", async () => {
  const world = await makeWorld();
  const { rig, api } = await startJobs(world, makeStage());
  await rig.engine.send([{ name: "quick" }]);
  await rig.engine.settled();
  const runId = (await api.jobs.list({})).lines[0]?.id ?? "";
  const rows = await entriesOf(world, async () => {
    await api.jobs.list({ state: "failed" });
    await api.jobs.run({ runId });
  });
  expect(rows.map(({ event, objects }) => [event, objects])).toEqual([
    ["jobs.viewed", []],
    ["jobs.viewed", [`run:${runId}`]],
  ]);
  await rig.engine.stop({ graceMs: 0 });
});

test("who may only look is offered nothing, and begins and breaks off nothing", async () => {
  const world = await makeWorld();
  const { rig, api } = await startJobs(world, makeStage());
  await rig.engine.send([{ name: "sleeper" }]);
  await rig.engine.settled();
  const runId = (await api.jobs.list({})).lines[0]?.id ?? "";
  const looker = await apiWith(world, { tasks: ["jobs.view"], reach: "everywhere" });
  expect((await api.jobs.run({ runId })).may).toEqual({ retry: false, cancel: true });
  expect((await looker.jobs.run({ runId })).may).toEqual({ retry: false, cancel: false });
  for (const act of [looker.jobs.retry({ runId }), looker.jobs.cancel({ runId })])
    expect(await act.then(() => "done", reasonOf)).toBe("task-missing");
  await rig.engine.stop({ graceMs: 0 });
});

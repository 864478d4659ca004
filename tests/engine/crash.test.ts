import { describe, expect, test } from "vitest";
import { makeWorld } from "../world";
import { dieAt } from "./breakable";
import { type Functions, runOut, runsIn, startRig } from "./rig";

/** How often each step of each run was carried out. */
type Tally = Map<string, number>;

function functionsOf(tally: Tally): Functions {
  const did = (run: string, step: string) =>
    tally.set(`${run}/${step}`, (tally.get(`${run}/${step}`) ?? 0) + 1);
  return (client) => {
    const child = client.createFunction({ id: "child", triggers: [] }, async ({ runId, step }) =>
      step.run("c", () => did(runId, "c") && 5),
    );
    const straight = client.createFunction(
      { id: "straight", triggers: [{ event: "straight" }], retries: 1 },
      async ({ event, runId, step, attempt }) => {
        const one = await step.run("one", () => did(runId, "one") && 1);
        await step.sleep("pause", "1h");
        await step.sendEvent("tell", { name: "told", id: `told-${event.data.n}`, data: { n: event.data.n } });
        const two = await step.run("two", () => {
          if (attempt === 0) throw new Error("once more");
          return did(runId, "two") && one + 1;
        });
        return two + (await step.invoke("ask", { function: child }));
      },
    );
    const wide = client.createFunction(
      { id: "wide", triggers: [{ event: "wide" }] },
      async ({ runId, step }) => {
        const wait = step.waitForEvent("wait", { event: "told", timeout: "1h" });
        const parts = [1, 2, 3].map((n) => step.run(`part-${n}`, () => did(runId, `part-${n}`) && n));
        const sum = (await Promise.all(parts)).reduce((a, b) => a + b, 0);
        await wait;
        return step.run("sum", () => did(runId, "sum") && sum);
      },
    );
    const told = client.createFunction(
      { id: "told", triggers: [{ event: "told" }] },
      async ({ runId, step }) => step.run("t", () => did(runId, "t") && 0),
    );
    return [child, straight, wide, told];
  };
}

// Without checkpointing there are more writes of the same kinds: every third is enough.
describe.each([
  { checkpointing: true, every: 1 },
  { checkpointing: false, every: 3 },
])("killed, checkpointing $checkpointing", ({ checkpointing, every }) => {
  test.each(["before", "after"] as const)(
    "at any write, %s it is stored: results right, at most the step under way repeated",
    async (moment) => {
      const world = await makeWorld();
      const { clock } = world;
      let points = 0;
      for (let at = 1; ; at += every) {
        const tally: Tally = new Map();
        const functions = functionsOf(tally);
        const before = (await runsIn(world.db)).length;
        const broken = dieAt(world.db, at, moment);
        let finished = false;
        const first = await Promise.race([
          startRig({ ...world, db: broken.db, functions, checkpointing }),
          broken.died,
        ]);
        if (first) {
          const work = (async () => {
            await first.engine.send([
              { name: "straight", id: `s-${moment}-${at}`, data: { n: at } },
              { name: "wide", id: `w-${moment}-${at}` },
            ]);
            await runOut(first, world.db, clock);
            finished = true;
          })();
          await Promise.race([work, broken.died]);
        }
        const second = await startRig({ ...world, functions, checkpointing });
        await second.engine.send([
          { name: "straight", id: `s-${moment}-${at}`, data: { n: at } },
          { name: "wide", id: `w-${moment}-${at}` },
        ]);
        await runOut(second, world.db, clock);
        await second.engine.stop({ graceMs: 100 });

        const runs = (await runsIn(world.db)).slice(before);
        const outputs = runs.map((run) => `${run.functionId} ${run.status} ${run.output}`).sort();
        expect({ at, outputs }).toEqual({
          at,
          outputs: [
            "test-child completed 5",
            "test-straight completed 7",
            "test-told completed 0",
            "test-wide completed 6",
          ],
        });
        const repeated = [...tally.values()].reduce((sum, times) => sum + times - 1, 0);
        expect({ at, repeated: repeated <= 4 }).toEqual({ at, repeated: true });
        for (const [step, times] of tally)
          expect({ at, step, times: times <= 2 }).toEqual({ at, step, times: true });
        if (finished) break;
        points += 1;
      }
      expect(points).toBeGreaterThan(10);
    },
    // Every write is a process of its own that dies, starts again and finishes.
    180_000,
  );
});

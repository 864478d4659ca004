import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import type { Functions } from "@/tests/engine/rig";

/** What each run must come to, as `function status output`; sorted, one run a function. */
export const OUTCOMES = [
  "test-child completed 5",
  "test-straight completed 7",
  "test-told completed 0",
  "test-wide completed 6",
];

/** The steps that only begin once the named one is stored: seen in a tally, they prove that it had ended. */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  one: ["two", "c", "t"],
  two: ["c"],
  "part-1": ["sum"],
  "part-2": ["sum"],
  "part-3": ["sum"],
};

/** Appends `run/step` to a file that outlives the process: on disk before the step returns. */
function note(file: string, run: string, step: string): void {
  const descriptor = openSync(file, "a");
  writeSync(descriptor, `${run}/${step}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * Functions that together use what the engine promises to carry over a death: steps, sleep, retry, sent and awaited
 * events, invocation and parallel steps.
 * @param tally file that tells, a line each time, which step of which run was carried out
 */
export function flowsOf(tally: string): Functions {
  const did = <T>(run: string, step: string, answer: T): T => {
    note(tally, run, step);
    return answer;
  };
  return (client) => {
    const child = client.createFunction({ id: "child", triggers: [] }, async ({ runId, step }) =>
      step.run("c", () => did(runId, "c", 5)),
    );
    const straight = client.createFunction(
      { id: "straight", triggers: [{ event: "straight" }], retries: 1 },
      async ({ runId, step, attempt }) => {
        const one = await step.run("one", () => did(runId, "one", 1));
        await step.sleep("pause", "10m");
        await step.sendEvent("tell", { name: "told", id: "told" });
        const two = await step.run("two", () => {
          if (attempt === 0) throw new Error("once more");
          return did(runId, "two", one + 1);
        });
        return two + (await step.invoke("ask", { function: child }));
      },
    );
    const wide = client.createFunction(
      { id: "wide", triggers: [{ event: "wide" }] },
      async ({ runId, step }) => {
        const wait = step.waitForEvent("wait", { event: "told", timeout: "10m" });
        const parts = [1, 2, 3].map((n) => step.run(`part-${n}`, () => did(runId, `part-${n}`, n)));
        const sum = (await Promise.all(parts)).reduce((a, b) => a + b, 0);
        await wait;
        return step.run("sum", () => did(runId, "sum", sum));
      },
    );
    const told = client.createFunction(
      { id: "told", triggers: [{ event: "told" }] },
      async ({ runId, step }) => step.run("t", () => did(runId, "t", 0)),
    );
    return [child, straight, wide, told];
  };
}

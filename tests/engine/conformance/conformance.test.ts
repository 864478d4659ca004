import { beforeAll, describe, expect, test } from "vitest";
import { normal, runsByFunction } from "./normal";
import { missing, oracleFunctions, recordedCalls, type TracedCall } from "./oracle";
import { againstEngine, againstServer } from "./servers";

const server = process.env.CONFORMANCE_URL;

describe.skipIf(missing)(`as a real Inngest server${missing ? `: skipped, ${missing}` : ""}`, () => {
  const expected = missing ? new Map<string, unknown[]>() : runsByFunction(recordedCalls());
  let seen = new Map<string, unknown[]>();

  beforeAll(async () => {
    const functions = await oracleFunctions();
    seen = runsByFunction(
      server ? await againstServer(server, functions) : await againstEngine(functions, false),
    );
  }, 120_000);

  // Whose data wins when two events share an id is not promised, only that one run starts.
  const unpromised = new Set(["same-event-id"]);

  for (const [name, runs] of expected) {
    test(`${name}: the same calls, with the same memo and attempts, and the same answers`, () => {
      const ours = seen.get(name) ?? [];
      if (unpromised.has(name)) expect(ours).toHaveLength(runs.length);
      else expect(ours).toEqual(runs);
    });
  }

  test("no function is called that was not called there", () => {
    expect([...seen.keys()].sort()).toEqual([...expected.keys()].sort());
  });
});

describe.skipIf(missing || server)("with checkpointing, fewer calls and the same results", () => {
  let expected = new Map<string, string[]>();
  let seen = new Map<string, string[]>();

  /** What each run ended with: its last answer, whether given as a body or as a RunComplete. */
  function results(calls: readonly TracedCall[]): Map<string, string[]> {
    const last = new Map<string, TracedCall>();
    for (const call of calls) last.set(call.run, call);
    const byFunction = new Map<string, string[]>();
    for (const { fn, answer } of last.values()) {
      const ops = answer.status === 206 ? (answer.body as { op: string; data: unknown }[]) : [];
      const done = ops.find((op) => op.op === "RunComplete");
      const result = done ? { status: 200, body: done.data } : { status: answer.status, body: answer.body };
      const plain = JSON.stringify(normal(result));
      byFunction.set(fn, [...(byFunction.get(fn) ?? []), plain].sort());
    }
    return byFunction;
  }

  beforeAll(async () => {
    expected = results(recordedCalls());
    seen = results(await againstEngine(await oracleFunctions(), true));
  }, 120_000);

  test("every run of every function ends as it did there", () => {
    for (const name of ["same-event-id", "cron"]) {
      expect(seen.get(name)).toHaveLength(expected.get(name)?.length ?? 0);
      seen.delete(name);
      expected.delete(name);
    }
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
  });
});

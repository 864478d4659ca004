import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/inngest/engine/canonical";
import { tickAfter, tickUntil } from "@/inngest/engine/cron";
import { momentOf, retryDelay, retryMoment } from "@/inngest/engine/duration";
import { holds, keyOf } from "@/inngest/engine/expression";
import { interpret } from "@/inngest/engine/interpret";
import type { Answer, Call } from "@/inngest/engine/protocol";

const NOW = Date.UTC(2026, 10, 21, 9, 0, 0);
const call: Call = {
  ...{
    seq: 1,
    fence: 1,
    runId: "r",
    functionId: "f",
    lane: "",
    stepId: "step",
    name: "",
    attempt: 0,
    losses: 0,
  },
  ...{ planOnly: false, event: "{}", memo: new Map() },
};
const rules = { now: NOW, maxAttempts: 3, retryDelay: () => 15_000 };
const answer = (status: number, body: unknown, more: Partial<Answer> = {}): Answer => ({
  status,
  noRetry: false,
  body,
  ...more,
});
const op = (name: string, more: object = {}) => ({
  id: `hash-${name}`,
  op: "StepRun",
  displayName: name,
  ...more,
});

describe("what an answer means", () => {
  test("200 completes the run with its output", () => {
    expect(interpret(call, answer(200, { b: 1, a: null }), rules)).toEqual({
      kind: "complete",
      saved: [],
      output: '{"a":null,"b":1}',
    });
  });

  test.each([
    ["an error is tried again after the backoff", answer(500, { name: "E", message: "m" }), 0, NOW + 15_000],
    ["a Retry-After in seconds wins", answer(500, {}, { retryAfter: "120" }), 0, NOW + 120_000],
    [
      "a Retry-After date wins",
      answer(500, {}, { retryAfter: "2026-11-21T10:00:00.000Z" }),
      0,
      NOW + 3_600_000,
    ],
    ["no-retry wins over Retry-After", answer(500, {}, { retryAfter: "1", noRetry: true }), 0, undefined],
    ["the last attempt fails", answer(500, {}), 2, undefined],
    ["what cannot be reached is tried again", answer(0, {}), 1, NOW + 15_000],
    ["a step error is tried again", answer(206, [op("s", { op: "StepError", error: {} })]), 0, NOW + 15_000],
  ])("%s", (_title, given, attempt, dueAt) => {
    const outcome = interpret({ ...call, attempt }, given, rules);
    expect(outcome).toMatchObject(dueAt === undefined ? { kind: "fail" } : { kind: "retry", dueAt });
  });

  test("a step error on the last attempt is kept as an error that the function may catch", () => {
    const given = answer(206, [
      op("s", { op: "StepError", error: { name: "E", message: "m", __serialized: true } }),
    ]);
    const outcome = interpret({ ...call, attempt: 2 }, given, rules);
    expect(outcome).toMatchObject({
      kind: "continue",
      saved: [{ memo: '{"error":{"message":"m","name":"E"}}' }],
    });
  });

  test("several operations at once are pending, and only planned from then on", () => {
    const ops = [op("p", { op: "StepPlanned" }), { id: "z", op: "Sleep", name: "1h", displayName: "z" }];
    expect(interpret(call, answer(206, ops), rules)).toEqual({
      kind: "continue",
      saved: [],
      planOnly: true,
      pending: [
        { stepId: "hash-p", name: "p", kind: "call", dueAt: NOW },
        { stepId: "z", name: "z", kind: "sleep", dueAt: NOW + 3_600_000 },
      ],
    });
  });

  test.each([
    ["no operations", []],
    ["text", "gateway timeout"],
    ["an unknown operation", [op("x", { op: "AIGateway" })]],
    [
      "a wait with a wrong condition",
      [op("w", { op: "WaitForEvent", name: "e", opts: { timeout: "1h", if: "async." } })],
    ],
    ["a sleep without end", [op("z", { op: "Sleep", name: "soon" })]],
    ["more than 4 MB", [op("big", { data: "x".repeat(4_300_000) })]],
  ])("%s fails the run instead of leaving it hanging", (_title, body) => {
    expect(interpret(call, answer(206, body), rules)).toMatchObject({ kind: "fail" });
  });

  test("the thousandth step is allowed, one more fails the run", () => {
    const memo = (count: number) => new Map(Array.from({ length: count }, (_, n) => [`s${n}`, "null"]));
    const next = answer(206, [op("next", { data: 1 })]);
    expect(interpret({ ...call, memo: memo(999) }, next, rules)).toMatchObject({ kind: "continue" });
    expect(interpret({ ...call, memo: memo(1_000) }, next, rules)).toMatchObject({ kind: "fail" });
  });
});

test("waits are read as the SDK writes them", () => {
  expect(momentOf("1w2d3h4m5s", NOW) - NOW).toBe(((9 * 24 + 3) * 3600 + 4 * 60 + 5) * 1_000);
  expect(momentOf("2026-11-22T09:00:00.000Z", NOW)).toBe(NOW + 86_400_000);
  expect(() => momentOf("tomorrow", NOW)).toThrow("neither");
  expect(retryMoment("later", NOW)).toBeUndefined();
});

test("the backoff grows to two hours and is spread over half a minute", () => {
  const bounds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200].map((seconds) => seconds * 1_000);
  for (const [attempt, bound] of bounds.entries()) {
    const delay = retryDelay(attempt);
    expect(delay).toBeGreaterThanOrEqual(bound);
    expect(delay).toBeLessThan(bound + 30_000);
  }
});

test("a cron follows the clock of its own time zone, also over the change to summer time", () => {
  const at3 = "TZ=Europe/Amsterdam 0 3 * * *";
  expect(new Date(tickAfter(at3, Date.UTC(2026, 2, 28, 12))).toISOString()).toBe("2026-03-29T01:00:00.000Z");
  expect(new Date(tickAfter(at3, Date.UTC(2026, 2, 29, 1))).toISOString()).toBe("2026-03-30T01:00:00.000Z");
  expect(new Date(tickAfter("0 3 * * *", NOW)).toISOString()).toBe("2026-11-22T03:00:00.000Z");
  expect(tickUntil("0 * * * *", NOW)).toBe(NOW);
  expect(tickUntil("0 * * * *", NOW - 1)).toBe(NOW - 3_600_000);
});

test("a condition on a field that is not there does not hold, and a key that is not there is none", () => {
  const event = { data: { go: true, n: 2, list: [1] } };
  expect(holds("event.data.go == true", { event })).toBe(true);
  expect(holds("event.data.gone == true", { event })).toBe(false);
  expect(
    holds("event.data.n > 1 && async.data.n == event.data.n", { event, async: { data: { n: 2 } } }),
  ).toBe(true);
  expect(holds(undefined, { event })).toBe(true);
  expect([
    keyOf("event.data.n", event),
    keyOf("event.data.gone", event),
    keyOf("event.data.list", event),
  ]).toEqual(["2", undefined, "[1]"]);
});

test("canonical JSON says the same as JSON, whatever the order of its members", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonicalJson({ b: [undefined, { d: 1, c: undefined }], a: "é\u2028" })).toBe(
    '{"a":"é\u2028","b":[null,{"d":1}]}',
  );
});

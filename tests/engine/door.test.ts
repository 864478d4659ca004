import { cron } from "inngest";
import { expect, test } from "vitest";
import { canonicalJson, signature } from "@/inngest/engine/canonical";
import { makeWorld } from "../world";
import { EVENT_KEY, type Functions, makeRig, runsIn, SIGNING_KEY, startRig } from "./rig";

const none: Functions = (client) => [
  client.createFunction({ id: "f", triggers: [{ event: "e" }] }, async () => 1),
];

const call = {
  event: { name: "e", data: {} },
  events: [],
  steps: {},
  ctx: { run_id: "r", attempt: 0 },
  version: -1,
};

function request(method: string, body: string, headers: Record<string, string>): Request {
  const url = "http://engine.invalid/api/inngest?fnId=test-f&stepId=step";
  return new Request(url, { method, body, headers: { host: "engine.invalid", ...headers } });
}

test("an unsigned, wrongly signed or altered call is refused; the engine's own is not", async () => {
  const { reach } = makeRig({ ...(await makeWorld()), functions: none });
  const body = canonicalJson(call);
  const signed = (key: string) => ({ "x-inngest-signature": signature(body, key) });
  const statuses: number[] = [];
  for (const attempt of [
    request("POST", body, {}),
    request("PUT", "{}", {}),
    request("POST", body, signed(`signkey-prod-${"00".repeat(32)}`)),
    request("POST", body.replace('"attempt":0', '"attempt":1'), signed(SIGNING_KEY)),
    request("POST", body, signed(SIGNING_KEY)),
  ]) {
    statuses.push((await reach(attempt)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 200]);
});

test("the engine does not start on a handler with other keys", async () => {
  const rig = makeRig({
    ...(await makeWorld()),
    functions: none,
    signingKey: `signkey-prod-${"00".repeat(32)}`,
  });
  await expect(rig.engine.start()).rejects.toThrow("could not be registered: 401");
});

test("events and checkpoints with a wrong key are refused, and unknown addresses are named", async () => {
  const rig = makeRig({ ...(await makeWorld()), functions: none });
  const post = async (path: string, headers = {}) => {
    const response = await rig.engine.fetch(`http://engine.invalid${path}`, {
      method: "POST",
      body: "[]",
      headers,
    });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  expect(await post("/e/other-key")).toEqual([401, "Unknown event key"]);
  expect(await post(`/e/${EVENT_KEY}`)).toEqual([200, undefined]);
  expect(await post("/v1/checkpoint/run/async")).toEqual([401, "Unknown signing key"]);
  expect(await post("/v1/signals")).toEqual([501, "The embedded engine has no POST /v1/signals"]);
});

test("an event the real server would refuse is refused, and nothing of its batch is kept", async () => {
  const world = await makeWorld();
  const rig = await startRig({ ...world, functions: none });
  await expect(rig.engine.send([{ name: "e" }, { name: "inngest/function.failed" }])).rejects.toThrow(
    "reserved",
  );
  await expect(rig.engine.send([{ name: "e", data: { big: "x".repeat(3_200_000) } }])).rejects.toThrow(
    "3 MB",
  );
  await rig.engine.settled();
  expect(await runsIn(world.db)).toEqual([]);
  await rig.engine.stop({ graceMs: 0 });
});

const refused: [string, Parameters<typeof optioned>[0]][] = [
  ["debounce", { debounce: { period: "1s" } }],
  ["throttle", { throttle: { limit: 1, period: "1s" } }],
  ["rateLimit", { rateLimit: { limit: 1, period: "1s" } }],
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
  ["priority", { priority: { run: "1" } }],
  ["timeouts", { timeouts: { finish: "1s" } }],
  ["singleton.mode", { singleton: { mode: "cancel" } }],
  ["concurrency", { concurrency: { limit: 1, scope: "account", key: '"x"' } }],
  [
    "two keyed",
    {
      concurrency: [
        { limit: 1, key: "event.data.a" },
        { limit: 1, key: "event.data.b" },
      ],
    },
  ],
  ["timeout", { cancelOn: [{ event: "stop", timeout: "1h" }] }],
  ["jitter", { triggers: [Object.assign(cron("0 * * * *"), { jitter: "30s" })] }],
  ["triggers", { triggers: [{ event: "app/*" }] }],
  ["event.data.", { idempotency: "event.data." }],
  ["99 * * * *", { triggers: [cron("99 * * * *")] }],
];

function optioned(
  options: Partial<Parameters<ReturnType<typeof makeRig>["client"]["createFunction"]>[0]>,
): Functions {
  return (client) => [
    client.createFunction({ id: "f", triggers: [{ event: "e" }], ...options }, async () => 1),
  ];
}

test.each(refused)("start refuses what it does not do, by name: %s", async (name, options) => {
  const rig = makeRig({ ...(await makeWorld()), functions: optioned(options) });
  await expect(rig.engine.start()).rejects.toThrow(name);
  await expect(rig.engine.start()).rejects.toThrow('"test-f"');
});

test("a step kind the engine does not do fails its run, by name", async () => {
  const world = await makeWorld();
  const functions: Functions = (client) => [
    client.createFunction({ id: "f", triggers: [{ event: "e" }] }, async ({ step }) =>
      step.waitForSignal("s", { signal: "x", timeout: "1h" }),
    ),
  ];
  const rig = await startRig({ ...world, functions });
  await rig.engine.send([{ name: "e" }]);
  await rig.engine.settled();
  expect((await runsIn(world.db))[0]?.error?.message).toContain("WaitForSignal");
  await rig.engine.stop({ graceMs: 0 });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { engineEvents, engineJobs, engineRuns } from "@/db/schema/engine";
import { signature } from "@/inngest/engine/canonical";
import { serveFunctions } from "@/inngest/serve";
import { startEngine } from "@/inngest/start";
import type { RunningEngine } from "@/server/core/world";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
import { startRig } from "../engine/rig";
import { makeWorld, type TestWorld } from "../world";
import { type FakeInngest, startFakeInngest } from "./fake-inngest";
import { functionsOn, makeStage, until } from "./functions";

const SIGNING_KEY = "signkey-test-00112233445566778899aabbccddeeff";

// One server for the file: the SDK remembers its address from the first call on.
let fake: FakeInngest;
beforeAll(async () => {
  fake = await startFakeInngest();
});
afterAll(() => fake.close());
beforeEach(() => Object.assign(fake, { received: [], registered: [], keys: [], mood: "up" }));

async function remoteWorld(): Promise<TestWorld> {
  const world = await makeWorld();
  const server = { baseUrl: fake.url, signingKey: SIGNING_KEY, eventKey: "the-event-key" };
  world.env = { ...world.env, inngest: { ...server, serveOrigin: "http://kroniek.internal:3000" } };
  return world;
}

const startOn = (world: TestWorld): Promise<RunningEngine> => startEngine(world);
const waiting = (world: TestWorld) => world.db.read.$count(engineEvents);

/** Someone asks for an export of this client: an act that sends one event. */
async function ask(world: TestWorld, client: keyof typeof CLIENTS): Promise<string> {
  const api = await apiWith(world, { tasks: ["dossier.export"], reach: "everywhere" });
  const { exportId } = await api.export.request({
    clientId: String(CLIENTS[client]),
    requestKey: `request-${client}`.padEnd(36, "0"),
  });
  return exportId;
}

test("events of an act arrive at the server with their own ids, and the embedded engine does nothing", async () => {
  const world = await remoteWorld();
  await makePlaces(world);
  const engine = await startOn(world);
  const exportId = await ask(world, "own");
  await until(() => fake.received.length > 0);
  await until(async () => (await waiting(world)) === 0);
  expect(fake.events()).toMatchObject([
    { id: `export-${exportId}`, name: "export/requested", data: { exportId } },
  ]);
  expect(fake.received).toHaveLength(1);
  expect(fake.keys).toEqual(["the-event-key"]);
  for (const table of [engineRuns, engineJobs]) expect(await world.db.read.$count(table)).toBe(0);
  expect((await world.db.read.all(sql`SELECT * FROM engine_crons`)).length).toBe(0);
  await engine.stop();
});

test("an act that is refused or fails sends nothing: its event stands or falls with it", async () => {
  const world = await remoteWorld();
  await makePlaces(world);
  const engine = await startOn(world);
  await ask(world, "own");
  await ask(world, "own").catch(() => undefined);
  await until(async () => (await waiting(world)) === 0);
  expect(fake.received).toHaveLength(1);
  await engine.stop();
});

test("what was committed but not yet sent when the process died is sent by the next start, exactly once by id", async () => {
  const world = await remoteWorld();
  await makePlaces(world);
  // The process dies between the commit and the send: the forwarder is never woken.
  const first = await startOn(world);
  await first.stop();
  const exportId = await ask(world, "own");
  expect(await waiting(world)).toBe(1);
  expect(fake.received).toEqual([]);
  const second = await startOn(world);
  await until(async () => (await waiting(world)) === 0);
  expect(fake.received.map(({ id }) => id)).toEqual([`export-${exportId}`]);
  await second.stop();
});

test("a send whose answer was lost is repeated with the same id, so the server counts it once", async () => {
  const world = await remoteWorld();
  await makePlaces(world);
  const engine = await startOn(world);
  fake.mood = "deaf";
  const ids = [await ask(world, "own"), await ask(world, "below")];
  await until(() => fake.received.length >= 2);
  expect(await waiting(world)).toBeGreaterThan(0);
  fake.mood = "up";
  world.wake();
  await until(async () => (await waiting(world)) === 0);
  expect(fake.received.length).toBeGreaterThan(2);
  expect(fake.events().map(({ id }) => id)).toEqual(ids.map((id) => `export-${id}`));
  await engine.stop();
});

test("the functions are registered at start, signed, with the address at which the server reaches them", async () => {
  const world = await remoteWorld();
  fake.mood = "down";
  const engine = await startOn(world);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(engine.health()).toMatchObject({ status: "failing", reason: expect.stringMatching(/functions/) });
  fake.mood = "up";
  await until(() => engine.health().status === "ok");
  expect(fake.registered).toHaveLength(1);
  const [registration] = fake.registered;
  expect(registration?.url).toBe("http://kroniek.internal:3000/api/inngest");
  expect(registration?.authorization).toMatch(/^Bearer signkey-test-[0-9a-f]{64}$/);
  expect(registration?.functions.map(({ id }) => id)).toContain("kroniek-make-export");
  await engine.stop();
});

test("events that cannot be sent make the health say so, and wait", async () => {
  const world = await remoteWorld();
  await makePlaces(world);
  const engine = await startOn(world);
  await until(() => engine.health().status === "ok");
  fake.mood = "down";
  await ask(world, "own");
  await until(() => engine.health().status !== "ok");
  expect(engine.health()).toMatchObject({ reason: expect.stringMatching(/^Events wait/) });
  const api = await apiWith(world, { tasks: ["jobs.view", "organisation.manage"], reach: "everywhere" });
  expect(await api.jobs.overview()).toMatchObject({ elsewhere: fake.url, unsent: 1 });
  fake.mood = "up";
  world.wake();
  await until(() => engine.health().status === "ok");
  await engine.stop();
});

test("the server's calls are answered only when signed with the shared key", async () => {
  const world = await remoteWorld();
  const engine = await startOn(world);
  const call = (key: string) =>
    serveFunctions(
      new Request("http://kroniek.internal:3000/api/inngest?fnId=kroniek-sweep-exports&stepId=step", {
        method: "POST",
        body: "{}",
        headers: {
          host: "kroniek.internal:3000",
          "content-type": "application/json",
          "x-inngest-signature": signature("{}", key),
        },
      }),
    );
  expect((await call("signkey-test-ffffffffffffffff")).status).toBe(401);
  expect((await call(SIGNING_KEY)).status).not.toBe(401);
  await engine.stop();
});

test("what the embedded engine still had to do is given to the server once; ticks of crons are not", async () => {
  const world = await remoteWorld();
  const rig = await startRig({ ...world, functions: functionsOn(makeStage()) });
  await rig.engine.send([
    { name: "sleeper", id: "night-1" },
    { name: "quick", id: "done-already" },
    { name: "stubborn", id: "again" },
  ]);
  await rig.engine.settled();
  await rig.engine.stop({ graceMs: 0 });
  const tick = { name: "inngest/scheduled.timer", id: "2026-11-21T09:00:00Z", ts: 0, data: {} };
  await world.db.write((tx) =>
    tx.insert(engineRuns).values({
      ...{ id: "a tick", functionId: "test-daily", status: "queued", lane: "", createdAt: 0 },
      event: JSON.stringify(tick),
    }),
  );
  for (let start = 0; start < 2; start++) {
    const engine = await startOn(world);
    await until(async () => (await waiting(world)) === 0);
    await engine.stop();
  }
  expect(fake.received.map(({ id, name }) => [id, name])).toEqual([
    ["night-1", "sleeper"],
    ["again", "stubborn"],
  ]);
  expect(await world.db.read.$count(engineJobs)).toBe(0);
});

test("a switch while a run that cleans up after another is not done is refused, and changes nothing", async () => {
  const world = await remoteWorld();
  const rig = await startRig({ ...world, functions: functionsOn(makeStage()) });
  await rig.engine.send([{ name: "sleeper" }, { name: "alone" }]);
  await rig.engine.settled();
  const [run] = await world.db.read.select().from(engineRuns);
  await world.db.write((tx) => rig.engine.cancel(tx, run?.id ?? ""));
  await rig.engine.settled();
  await rig.engine.stop({ graceMs: 0 });
  const jobs = await world.db.read.$count(engineJobs);
  await expect(startOn(world)).rejects.toThrow(/Achtergrondtaken/);
  expect(await world.db.read.$count(engineJobs)).toBe(jobs);
  expect(fake.received).toEqual([]);
});

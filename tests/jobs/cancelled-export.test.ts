import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { exports } from "@/db/schema/exports";
import { sweepExports } from "@/inngest/export";
import { startEngine } from "@/inngest/start";
import { type RunningEngine, setRunning } from "@/server/core/world";
import { underWay } from "@/server/export/builder";
import { exportPath } from "@/server/export/paths";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { until } from "./functions";

const DAY = 24 * 3_600_000;

/** The product's own functions on the embedded engine, and someone who may export and look after runs. */
async function product() {
  const world = await makeWorld();
  world.env = { ...world.env, production: true };
  await makePlaces(world);
  const engine: RunningEngine = await startEngine(world);
  setRunning({ world, health: engine.health });
  const api = await apiWith(world, {
    tasks: ["dossier.export", "jobs.view", "organisation.manage"],
    reach: "everywhere",
  });
  let count = 0;
  const ask = async (client: keyof typeof CLIENTS) => {
    const requestKey = `request-${count++}`.padEnd(36, "0");
    return (await api.export.request({ clientId: String(CLIENTS[client]), requestKey })).exportId;
  };
  const runs = async () => (await api.jobs.list({ functionId: "kroniek-make-export" })).lines;
  return { world, engine, api, ask, runs };
}

async function rowOf(world: TestWorld, exportId: string) {
  const [row] = await world.db.read.select().from(exports).where(eq(exports.id, exportId));
  return row;
}

async function events(world: TestWorld): Promise<string[]> {
  return (await world.db.read.select().from(auditEntries)).map(({ event, outcome }) => `${event} ${outcome}`);
}

test("cancelling the run of an export that waits or is being made makes it Mislukt with the reason, and frees the client", async () => {
  const { world, engine, api, ask, runs } = await product();
  const first = await ask("own");
  const second = await ask("below");
  // Whichever state each is in by now, neither is Klaar: the second at least waits for its turn.
  await until(async () => (await runs()).length === 2);
  for (const { id, state } of await runs()) {
    if (state !== "sleeping") await api.jobs.cancel({ runId: id });
  }
  const cancelled = (await runs()).filter(({ state }) => state === "cancelled").length;
  expect(cancelled).toBeGreaterThan(0);
  const failed = async () => {
    const rows = [await rowOf(world, first), await rowOf(world, second)];
    return rows.filter((row) => row?.status === "failed" && row.failure === "export-cancelled").length;
  };
  await until(async () => (await failed()) === cancelled && underWay().size === 0);
  expect(await rowOf(world, second)).toMatchObject({ status: "failed", failure: "export-cancelled" });
  await sweepExports(world);
  expect(existsSync(exportPath(world.env.dataDir, second))).toBe(false);
  expect(await events(world)).toContain("export.failed done");
  const [line] = await api.export.list({ clientId: String(CLIENTS.below) });
  expect(line?.failure).toMatch(/geannuleerd/);
  expect(await ask("below")).not.toBe(second);
  await engine.stop();
});

test("cancelling the run of an export that is Klaar keeps its 24 hours, and the sweep destroys it on time", async () => {
  const { world, engine, api, ask, runs } = await product();
  const exportId = await ask("own");
  await until(async () => (await runs())[0]?.state === "sleeping");
  const [run] = await runs();
  await api.jobs.cancel({ runId: run?.id ?? "" });
  const closer = async () =>
    (await api.jobs.list({ functionId: "kroniek-close-cancelled-export", state: "completed" })).lines.length;
  await until(async () => (await closer()) === 1);
  expect((await rowOf(world, exportId))?.status).toBe("ready");
  expect(existsSync(exportPath(world.env.dataDir, exportId))).toBe(true);
  await engine.stop();
  world.clock.advance(DAY - 1);
  await sweepExports(world);
  expect((await rowOf(world, exportId))?.deletedAt).toBeNull();
  world.clock.advance(1);
  await sweepExports(world);
  expect(await rowOf(world, exportId)).toMatchObject({ deletedAt: world.clock.now(), wrappedKey: null });
  expect(existsSync(exportPath(world.env.dataDir, exportId))).toBe(false);
});

test("trying the run of a Mislukt export again does not bring the export back: the run fails with its reason", async () => {
  const { world, engine, api, ask, runs } = await product();
  const exportId = await ask("own");
  await until(async () => (await runs()).length === 1);
  const [run] = await runs();
  const runId = run?.id ?? "";
  await world.db.write((tx) =>
    tx.update(exports).set({ status: "failed", failure: "export-disk-full", failedAt: world.clock.now() }),
  );
  const failed = async () => (await runs())[0]?.state === "failed" && underWay().size === 0;
  await until(failed);
  await api.jobs.retry({ runId });
  await until(failed);
  expect((await api.jobs.run({ runId })).error?.sentence).toMatch(/te weinig ruimte/);
  expect(await rowOf(world, exportId)).toMatchObject({ status: "failed", failure: "export-disk-full" });
  expect(existsSync(exportPath(world.env.dataDir, exportId))).toBe(false);
  await engine.stop();
});

test("an export that nobody makes any more becomes Mislukt after a day, and not before", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, { tasks: ["dossier.export"], reach: "everywhere" });
  const asked = { clientId: String(CLIENTS.own), requestKey: "request".padEnd(36, "0") };
  const { exportId } = await api.export.request(asked);
  world.clock.advance(DAY - 1);
  expect(await sweepExports(world)).toMatchObject({ stalled: 0 });
  expect((await rowOf(world, exportId))?.status).toBe("pending");
  // A process that began a moment ago: the day in which nothing ran does not count against the export.
  expect(await sweepExports({ ...world, startedAt: world.clock.now() })).toMatchObject({ stalled: 0 });
  world.clock.advance(1);
  expect(await sweepExports({ ...world, startedAt: world.clock.now() })).toMatchObject({ stalled: 0 });
  expect(await sweepExports(world)).toMatchObject({ stalled: 1 });
  expect(await rowOf(world, exportId)).toMatchObject({ status: "failed", failure: "export-failed" });
});

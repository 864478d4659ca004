import { existsSync, readdirSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { POST } from "@/app/api/exports/[exportId]/route";
import { auditEntries } from "@/db/schema/audit";
import { reports } from "@/db/schema/dossier/reports";
import type { Engine } from "@/inngest/engine/engine";
import { sweepExports } from "@/inngest/export";
import { startJobs } from "@/scripts/evidence/export/jobs";
import { dieAndRecover } from "@/scripts/evidence/export/kill-points";
import { cancelBuilds, underWay } from "@/server/export/builder";
import type { Manifest } from "@/server/export/manifest";
import { exportFolder } from "@/server/export/paths";
import { KEPT_MS } from "@/server/export/rules";
import { apiAs, CLIENTS, openSession, takeTask } from "../access/people";
import { ask, cookieOf, type House, makeHouse, OWN, rowOf } from "./house";
import { readZip } from "./zip-reader";

const engines = new Set<Engine>();
afterEach(async () => {
  for (const engine of engines) await engine.stop({ graceMs: 20_000 });
  engines.clear();
});

/** A house whose background work runs. */
async function running(): Promise<House & { engine: Engine; logged: string[] }> {
  const house = await makeHouse();
  const logged: string[] = [];
  house.world.log = (message) => logged.push(message);
  return { ...house, engine: await start(house), logged };
}

async function start(house: House): Promise<Engine> {
  const engine = await startJobs(house.world);
  engines.add(engine);
  return engine;
}

/** Lets everything that is due by then happen, the clock going from one due moment to the next. */
async function runUntil(house: House & { engine: Engine }, moment: number): Promise<void> {
  const { world, engine } = house;
  for (;;) {
    await engine.settled();
    const [next] = await world.db.read.all<{ at: number | null }>(
      sql`SELECT min(due_at) AS at FROM engine_jobs WHERE state <> 'ready'`,
    );
    if (next?.at == null || next.at > moment) break;
    world.clock.set(Math.max(next.at, world.clock.now()));
  }
  world.clock.set(moment);
  await engine.settled();
}

const folder = ({ world }: House) =>
  existsSync(exportFolder(world.env.dataDir)) ? readdirSync(exportFolder(world.env.dataDir)) : [];

async function logOf({ world }: House) {
  const rows = await world.db.read.select().from(auditEntries).orderBy(auditEntries.sequence);
  return rows
    .filter(({ event }) => event.startsWith("export."))
    .map(({ event, outcome, actor, onBehalfOf, detail }) => ({ event, outcome, actor, onBehalfOf, detail }));
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
};

/** Breaks the dossier so that no worker can read it. */
const spoil = ({ world }: House) =>
  world.db.write(async (tx) => {
    await tx.insert(reports).values({
      ...{ id: "r1", clientId: "client-own", moment: 1, recordedAt: 1, recordedBy: "Iemand" },
      ...{ category: "care", discipline: "nurse", text: "Rustige dag.", expertises: [] },
    });
    await tx.run(sql`UPDATE reports SET expertises = 'no json'`);
  });

test("from the click to the trace: made, Klaar, downloaded, refused at 24 hours, destroyed", async () => {
  const house = await running();
  const { world, api } = house;
  const { exportId } = await api.export.request(ask());
  await house.engine.settled();
  const row = await rowOf(world, exportId);
  expect(row).toMatchObject({ status: "ready", expiresAt: (row.completedAt ?? 0) + KEPT_MS });
  expect(folder(house)).toEqual([`${exportId}.sealed`]);

  const press = async () => {
    const session = await openSession(world, house.exporterId);
    const headers = { origin: world.env.publicUrl, cookie: await cookieOf(world, session) };
    const request = new Request(`${world.env.publicUrl}/api/exports/${exportId}`, {
      method: "POST",
      headers,
    });
    return POST(request, { params: Promise.resolve({ exportId }) });
  };
  const entries = readZip(Buffer.from(await (await press()).arrayBuffer()));
  const manifest: Manifest = JSON.parse(
    entries.find(({ name }) => name === "manifest.json")?.content.toString() ?? "{}",
  );
  expect(manifest).toMatchObject({ clientNumber: OWN, scope: "complete", requestedBy: "Sanne Kuipers" });

  await runUntil(house, (row.expiresAt ?? 0) - 1);
  expect((await press()).status).toBe(200);
  await runUntil(house, row.expiresAt ?? 0);
  expect((await press()).status).toBe(404);
  expect(folder(house)).toEqual([]);
  expect(await rowOf(world, exportId)).toMatchObject({ wrappedKey: null, deletedAt: row.expiresAt });
  const [shown] = await (await apiAs(world, await openSession(world, house.exporterId))).export.list({
    clientId: OWN,
  });
  expect(shown).toMatchObject({ heading: "deleted", requestedBy: "Sanne Kuipers" });

  const me = `employee:${house.exporterId}`;
  const log = (await logOf(house)).map(({ event, outcome, actor, onBehalfOf }) => [
    event,
    outcome,
    actor,
    onBehalfOf,
  ]);
  expect(log).toEqual([
    ["export.requested", "done", me, null],
    ["export.built", "done", me, me],
    ["export.downloaded", "done", me, null],
    ["export.downloaded", "done", me, null],
    ["export.deleted", "done", "systeem", null],
    ["export.downloaded", "failed", me, null],
    ["export.listed", "done", me, null],
  ]);
});

test("asks the waiting page for nothing but counts: rows known and done are those of the dossier", async () => {
  const house = await running();
  await house.world.db.write((tx) =>
    tx.insert(reports).values(
      Array.from({ length: 5 }, (_, at) => ({
        ...{ id: `r${at}`, clientId: "client-own", moment: at, recordedAt: at, recordedBy: "Iemand" },
        ...{ category: "care", discipline: "nurse", text: "Rustige dag.", expertises: [] },
      })),
    ),
  );
  await house.api.export.request(ask());
  await house.engine.settled();
  const { exports } = await house.api.export.poll({ clientId: OWN });
  expect(exports).toMatchObject([{ status: "ready", rowsKnown: 5, rowsDone: 5, part: null }]);
});

test("a right taken away before the work begins: Mislukt, with the reason, and nothing kept", async () => {
  const house = await makeHouse();
  await startAndStop(house);
  const { exportId } = await house.api.export.request(ask());
  await takeTask(house.world, house.exporterId);
  const engine = await start(house);
  await engine.settled();
  expect(await rowOf(house.world, exportId)).toMatchObject({ status: "failed", failure: "export-withdrawn" });
  expect(folder(house)).toEqual([]);
});

/** Events are stored with the act that sends them once an engine has been there. */
async function startAndStop(house: House): Promise<void> {
  const engine = await startJobs(house.world);
  await engine.stop({ graceMs: 0 });
}

test("a right taken away while it is made: never Klaar, and the finished file goes", async () => {
  const house = await running();
  const { exportId } = await house.api.export.request(ask());
  await until(() => underWay().has(exportId));
  await takeTask(house.world, house.exporterId);
  await house.engine.settled();
  expect(await rowOf(house.world, exportId)).toMatchObject({
    status: "failed",
    failure: "export-withdrawn",
    wrappedKey: null,
  });
  expect(folder(house)).toEqual([]);
  const events = (await logOf(house)).map(({ event, outcome, detail }) => [event, outcome, detail]);
  expect(events).toContainEqual(["export.built", "refused", "task-missing"]);
  expect(events.at(-1)).toEqual(["export.failed", "done", "export-withdrawn"]);
});

test("a worker that fails is tried four times in all, then it is Mislukt in words and a new one may be asked", async () => {
  const house = await running();
  await spoil(house);
  const { exportId } = await house.api.export.request(ask());
  await house.engine.settled();
  expect((await rowOf(house.world, exportId)).status).toBe("pending");
  await runUntil(house, house.world.clock.now() + 60_000);
  expect(house.logged.filter((line) => line === "An export build failed")).toHaveLength(4);
  expect(await rowOf(house.world, exportId)).toMatchObject({ status: "failed", failure: "export-failed" });
  expect(folder(house)).toEqual([]);
  await house.world.db.write((tx) => tx.delete(reports).where(eq(reports.id, "r1")));
  const second = await house.api.export.request(ask());
  await house.engine.settled();
  expect((await rowOf(house.world, second.exportId)).status).toBe("ready");
});

test("two clients at once: one build after the other, both Klaar", async () => {
  const house = await running();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, underWay().size);
  }, 1);
  const first = await house.api.export.request(ask());
  const second = await house.api.export.request(ask(String(CLIENTS.below)));
  await house.engine.settled();
  clearInterval(watch);
  expect(most).toBe(1);
  for (const { exportId } of [first, second])
    expect((await rowOf(house.world, exportId)).status).toBe("ready");
});

test("stopped in the middle of a build, it is made at the next start", async () => {
  const house = await running();
  const { exportId } = await house.api.export.request(ask());
  await until(() => underWay().has(exportId));
  cancelBuilds();
  await house.engine.stop({ graceMs: 10_000 });
  engines.clear();
  expect((await rowOf(house.world, exportId)).status).toBe("pending");
  expect(folder(house)).toEqual([]);
  await sweepExports(house.world);
  house.engine = await start(house);
  await runUntil(house, house.world.clock.now() + 10_000);
  expect((await rowOf(house.world, exportId)).status).toBe("ready");
  expect(folder(house)).toEqual([`${exportId}.sealed`]);
});

test.each(["building", "after-rename", "after-finish", "key-overwritten"] as const)(
  "a process killed at %s: at the next start one file and one Klaar, or one deletion, and no orphans",
  async (point) => {
    expect(await dieAndRecover(point)).toEqual({ wrong: [], orphans: [] });
  },
);

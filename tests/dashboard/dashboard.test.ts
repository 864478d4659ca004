import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { clientLocations } from "@/db/schema/clients";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { apiWith, makePlaces, newestEntry } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

let world: TestWorld;

/** A plan of a client with this evaluation day; the test clock stands at 21 November 2026. */
async function plan(
  id: string,
  clientId: string,
  evaluateOn: string,
  status: "active" | "completed" = "active",
) {
  await world.db.write((tx) =>
    tx.insert(carePlans).values({
      ...{ id, clientId, evaluateOn, status, moment: 0, recordedAt: 0, recordedBy: "Iemand" },
      ...{ title: "Zorgleefplan", domain: "all", goals: [], actions: [] },
    }),
  );
}

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
});

it("announces evaluations up to a week ahead and those that are late, nothing later and nothing finished", async () => {
  await plan("late", "client-own", "2026-11-20");
  await plan("soon", "client-own", "2026-11-28");
  await plan("later", "client-own", "2026-11-29");
  await plan("done", "client-own", "2026-11-20", "completed");
  const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const { signals } = await api.dashboard.view();
  expect(signals).toMatchObject([{ id: "care-plans", count: 2 }]);
  expect(signals[0]?.items.map(({ key, note }) => [key, note?.late])).toEqual([
    ["late", true],
    ["soon", false],
  ]);
});

it("tells nothing of clients out of reach, nor to who may not see the dossier", async () => {
  await plan("beside", "client-beside", "2026-11-20");
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const office = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  expect((await carer.dashboard.view()).signals).toEqual([]);
  expect((await office.dashboard.view()).signals).toEqual([]);
});

it("logs whom the signals named", async () => {
  await plan("late", "client-own", "2026-11-20");
  const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  await api.dashboard.view();
  expect(await newestEntry(world)).toMatchObject({
    event: "dashboard.viewed",
    objects: ["client:client-own"],
  });
});

it("lists the clients someone opened, last first and once, without those who moved out of reach", async () => {
  const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const colleague = await apiWith(world, { tasks: ["dossier.view"], reach: "everywhere" });
  for (const clientId of ["20001", "20002", "20001"]) await api.clients.header({ clientId });
  await colleague.clients.header({ clientId: "20003" });
  expect((await api.dashboard.view()).recent.map(({ number }) => number)).toEqual([20001, 20002]);
  await world.db.write((tx) =>
    tx.update(clientLocations).set({ untilDate: "2026-11-01" }).where(eq(clientLocations.id, "stay-own")),
  );
  expect((await api.dashboard.view()).recent.map(({ number }) => number)).toEqual([20002]);
});

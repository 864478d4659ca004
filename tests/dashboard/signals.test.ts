import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { exports } from "@/db/schema/exports";
import { apiAs, apiWith, makeEmployee, makePlaces, newestEntry, openSession } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
});

type Api = Awaited<ReturnType<typeof apiWith>>;
const manages = { tasks: ["client.manage"], reach: "everywhere" } as const;

const setClient = (number: number, fields: Partial<typeof clients.$inferInsert>) =>
  world.db.write((tx) => tx.update(clients).set(fields).where(eq(clients.number, number)));

/** What a signal names: client numbers by item. */
async function numbers(api: Api, signal: string) {
  const found = (await api.dashboard.view()).signals.find(({ id }) => id === signal);
  return found?.items.map((item) => item.clients.map(({ number }) => number)) ?? [];
}

describe("Dubbele burgerservicenummers", () => {
  it("names the clients who have one number together, and nobody once they have not", async () => {
    await setClient(20001, { bsnSearch: "one" });
    await setClient(20003, { bsnSearch: "one" });
    await setClient(20002, { bsnSearch: "two" });
    const office = await apiWith(world, manages);
    const { signals } = await office.dashboard.view();
    expect(signals.find(({ id }) => id === "same-bsn")).toMatchObject({
      title: "Dubbele burgerservicenummers",
      count: 1,
      items: [{ clients: [{ number: 20001 }, { number: 20003 }] }],
    });
    expect(JSON.stringify(signals)).not.toContain('"one"');
    await setClient(20003, { bsnSearch: null, bsnSealed: null });
    expect(await numbers(office, "same-bsn")).toEqual([]);
    expect(await numbers(office, "no-bsn")).toEqual([[20003]]);
  });

  it("says nothing when only one of the two is in reach, nor to who does not manage clients", async () => {
    await setClient(20001, { bsnSearch: "one" });
    await setClient(20003, { bsnSearch: "one" });
    const local = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
    const carer = await apiWith(world, { tasks: ["dossier.view", "caren.view"], reach: "everywhere" });
    expect(await numbers(local, "same-bsn")).toEqual([]);
    expect(await numbers(carer, "same-bsn")).toEqual([]);
    expect(await carer.dashboard.signal({ signal: "same-bsn" })).toBeNull();
  });
});

it("BSN ontbreekt counts clients in care only", async () => {
  const office = await apiWith(world, manages);
  const none = { bsnSealed: null, bsnSearch: null };
  await setClient(20001, none);
  await setClient(20002, { ...none, outOfCareSince: "2026-11-21" });
  await setClient(20003, { ...none, outOfCareSince: "2026-11-22" });
  expect(await numbers(office, "no-bsn")).toEqual([[20001], [20003]]);
});

describe("Zorgplan verlopen", () => {
  const plan = (id: string, fields: Partial<typeof carePlans.$inferInsert>) =>
    world.db.write((tx) =>
      tx.insert(carePlans).values({
        ...{ id, clientId: "client-own", status: "active", moment: 0, recordedAt: 0, recordedBy: "Iemand" },
        ...{ title: "Zorgleefplan", domain: "all", goals: [], actions: [] },
        ...fields,
      }),
    );

  it("is about plans still worked by after their last day; not finished, archived or roughly dated ones", async () => {
    await plan("expired", { endedOn: "2026-11-20" });
    await plan("paused", { endedOn: "2026-01-01", status: "paused" });
    await plan("today", { endedOn: "2026-11-21" });
    await plan("done", { endedOn: "2026-01-01", status: "completed" });
    await plan("archived", { endedOn: "2026-01-01", archivedAt: 1 });
    await plan("roughly", { endedOn: "2026" });
    await plan("open", {});
    const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
    const { signals } = await carer.dashboard.view();
    expect(signals.map(({ id, items }) => [id, items.map(({ key }) => key)])).toEqual([
      ["care-plans-expired", ["paused", "expired"]],
    ]);
    await setClient(20001, { outOfCareSince: "2026-11-01" });
    expect((await carer.dashboard.view()).signals).toEqual([]);
  });
});

describe("Export klaar om te downloaden", () => {
  it("is about one's own, not yet downloaded, until the moment it expires", async () => {
    const id = await makeEmployee(world, [{ tasks: ["dossier.export"], reach: "own" }]);
    const mine = await apiAs(world, await openSession(world, id));
    const colleague = await apiWith(world, { tasks: ["dossier.export"], reach: "own" });
    const now = world.clock.now();
    const row = {
      ...({ clientId: "client-own", scope: "complete", purpose: "internal", status: "ready" } as const),
      ...{ requestedById: id, requestedByName: "Iemand", requestedAt: now, expiresAt: now + 1000 },
    };
    await world.db.write((tx) =>
      tx.insert(exports).values([
        { ...row, id: "waits", requestKey: "key-waits" },
        { ...row, id: "taken", requestKey: "key-taken", downloads: 1 },
        { ...row, id: "gone", requestKey: "key-gone", deletedAt: now },
        { ...row, id: "moved", requestKey: "key-moved", clientId: "client-beside" },
      ]),
    );
    expect(await numbers(mine, "exports-ready")).toEqual([[20001]]);
    expect(await numbers(colleague, "exports-ready")).toEqual([]);
    world.clock.advance(1000);
    expect(await numbers(mine, "exports-ready")).toEqual([]);
  });
});

it("the whole list is paged, and whom a page names is in the log", async () => {
  await world.db.write((tx) =>
    tx.insert(clients).values(
      Array.from({ length: 30 }, (_, at) => ({
        ...({
          id: `c${at}`,
          number: 30_001 + at,
          lastName: "Zonder",
          nameUse: "own",
          gender: "female",
        } as const),
        ...{ createdAt: 0, changedAt: 0 },
      })),
    ),
  );
  const office = await apiWith(world, manages);
  const first = await office.dashboard.signal({ signal: "no-bsn" });
  const second = await office.dashboard.signal({ signal: "no-bsn", page: 2 });
  expect([first?.count, first?.items.length, second?.items.length]).toEqual([30, 25, 5]);
  expect(await newestEntry(world)).toMatchObject({ event: "signal.listed", outcome: "done" });
  expect((await newestEntry(world))?.objects).toHaveLength(5);
  expect(await office.dashboard.signal({ signal: "no such" })).toBeNull();
  expect((await office.dashboard.view()).signals[0]?.items).toHaveLength(5);
});

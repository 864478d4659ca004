import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees, grants, locations } from "@/db/schema/access";
import { clientLocations, clients } from "@/db/schema/clients";
import { dossierRoles } from "@/db/schema/sharing";
import type { Reach, Scope } from "@/server/access/policy";
import { findClient, loadEmployee, looksLikeClientNumber, withinScope } from "@/server/access/reach";
import { makeWorld, type TestWorld } from "../world";
import { apiAs, apiWith, canaryOf, makeEmployee, makePlaces, openSession } from "./people";

const DAY = "2026-11-21";

async function madeWorld(): Promise<TestWorld> {
  const world = await makeWorld();
  await makePlaces(world);
  return world;
}

async function reachAt(world: TestWorld, employeeId: string): Promise<Reach | undefined> {
  return (await loadEmployee(world.db.read, employeeId, world.clock.now()))?.grants[0]?.reach;
}

describe("someone's rights", () => {
  it("reach a location and everything under it, as the tree is at this moment", async () => {
    const world = await madeWorld();
    const id = await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "own" }]);
    expect([...((await reachAt(world, id)) ?? [])].sort()).toEqual(["below", "own"]);
    await world.db.write((tx) =>
      tx.update(locations).set({ parentId: "beside" }).where(eq(locations.id, "below")),
    );
    expect(await reachAt(world, id)).toEqual(["own"]);
  });

  it("do not run in circles when the tree does", async () => {
    const world = await madeWorld();
    const id = await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "own" }]);
    await world.db.write((tx) =>
      tx.update(locations).set({ parentId: "below" }).where(eq(locations.id, "own")),
    );
    expect([...((await reachAt(world, id)) ?? [])].sort()).toEqual(["below", "own"]);
  });

  it("are nothing where a grant names no place", async () => {
    const world = await madeWorld();
    expect(
      await reachAt(world, await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "nowhere" }])),
    ).toEqual([]);
  });

  it("end with the account and with the grant", async () => {
    const world = await madeWorld();
    const id = await makeEmployee(world, [{ tasks: ["dossier.view"], reach: "own" }]);
    await world.db.write((tx) => tx.delete(grants));
    expect((await loadEmployee(world.db.read, id, world.clock.now()))?.grants).toEqual([]);
    await world.db.write((tx) => tx.update(employees).set({ disabledAt: 1 }).where(eq(employees.id, id)));
    expect(await loadEmployee(world.db.read, id, world.clock.now())).toBeUndefined();
    expect(await loadEmployee(world.db.read, "nobody", world.clock.now())).toBeUndefined();
  });
});

describe("a client's place", () => {
  it("is where they are today: from the first day of a stay, until the last, which no longer counts", async () => {
    const world = await madeWorld();
    await world.db.write((tx) =>
      tx
        .update(clientLocations)
        .set({ fromDate: "2026-11-20", untilDate: "2026-11-22" })
        .where(eq(clientLocations.clientId, "client-own")),
    );
    const placesOn = async (day: string) => (await findClient(world.db.read, "20001", day))?.locations;
    expect(await placesOn("2026-11-19")).toEqual([]);
    expect(await placesOn("2026-11-20")).toEqual(["own"]);
    expect(await placesOn("2026-11-21")).toEqual(["own"]);
    expect(await placesOn("2026-11-22")).toEqual([]);
  });

  it("is found by a plain number only", async () => {
    const world = await madeWorld();
    for (const odd of [" 20001", "20001 ", "020001", "20001.0", "2e4", "20001;", "٢٠٠٠١", "20001\n"]) {
      expect(await findClient(world.db.read, odd, DAY), odd).toBeUndefined();
    }
    expect((await findClient(world.db.read, "20001", DAY))?.id).toBe("client-own");
  });

  it("is asked for by numbers that cannot be a BSN", () => {
    expect(looksLikeClientNumber("1000")).toBe(true);
    expect(looksLikeClientNumber("9999999")).toBe(true);
    for (const bsn of ["99999001", "999990019", "012345672"]) expect(looksLikeClientNumber(bsn)).toBe(false);
  });
});

describe("a list of clients", () => {
  it("holds those in reach, once each, and none without a place unless the reach is everywhere", async () => {
    const world = await madeWorld();
    await world.db.write((tx) =>
      tx
        .insert(clientLocations)
        .values({ id: "second", clientId: "client-own", locationId: "below", fromDate: "2024-01-01" }),
    );
    const listed = async (reach: Reach, given: Partial<Scope> = {}) =>
      (
        await world.db.read
          .select()
          .from(clients)
          .where(withinScope({ reach, besides: [], without: [], ...given }, DAY))
      )
        .map(({ id }) => id.replace("client-", ""))
        .sort();
    expect(await listed(["own", "below"])).toEqual(["below", "own"]);
    expect(await listed(["beside"])).toEqual(["beside"]);
    expect(await listed([])).toEqual([]);
    expect(await listed("everywhere")).toEqual(["below", "beside", "left", "nowhere", "own"]);
    expect(await listed([], { besides: ["client-left"] })).toEqual(["left"]);
    expect(await listed(["own"], { besides: ["client-own", "client-left"] })).toEqual(["left", "own"]);
    expect(await listed(["own", "below"], { without: ["client-own"] })).toEqual(["below"]);
    expect(await listed("everywhere", { without: ["client-own"] })).toHaveLength(4);
  });

  it("holds a dossier shared with someone beside their reach, from its day until the last, which no longer counts", async () => {
    const world = await madeWorld();
    const holding = { tasks: ["dossier.view"] as const, reach: "nowhere" as const };
    const id = await makeEmployee(world, [holding]);
    const session = await openSession(world, id);
    const found = async (search: string) =>
      (await (await apiAs(world, session)).clients.search({ search })).lines.map(({ number }) => number);
    expect(await found("Kanarie")).toEqual([]);
    const role = { clientId: "client-beside", employeeId: id, role: "viewer", givenBy: "Iemand" } as const;
    const give = (fromDate: string, untilDate: string | null) =>
      world.db.write(async (tx) => {
        await tx.delete(dossierRoles);
        await tx.insert(dossierRoles).values({ ...role, id: "r", fromDate, untilDate, givenAt: 0 });
      });
    await give(DAY, null);
    for (const search of ["Kanarie", "20003", "06-05-1940"])
      expect(await found(search), search).toEqual([20003]);
    expect((await (await apiAs(world, session)).clients.list({})).lines).toHaveLength(1);
    await give(DAY, DAY);
    expect(await found("Kanarie")).toEqual([]);
    await give("2026-11-22", null);
    expect(await found("Kanarie")).toEqual([]);
  });

  it("never shows a client out of reach, whatever is searched or wherever a page is said to start", async () => {
    const world = await madeWorld();
    const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
    const asked = [
      { search: "" },
      { search: "Kanarie" },
      { search: canaryOf("beside") },
      { search: "20003" },
      { search: "06-05-1940" },
      { search: "999990019" },
      { search: '" OR "' },
      { after: { key: "", number: 0 } },
      { after: { key: canaryOf("beside"), number: 20003 }, descending: true },
    ];
    for (const input of asked) {
      const { lines, total } = await api.clients.search(input);
      expect(lines.every(({ number }) => number === 20001 || number === 20002)).toBe(true);
      expect(total).toBeLessThanOrEqual(2);
    }
    expect((await api.clients.search({ search: "Kanarie" })).total).toBe(2);
  });
});

import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { clientLocations, clients } from "@/db/schema/clients";
import { apiWith, type CLIENTS, makePlaces, type PlaceName } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const MIGRATIONS = `${import.meta.dirname}/../../db/migrations`;

/** Numbers of whom someone at `own` (and `below`) finds by a part of their name. */
async function foundAtOwn(world: TestWorld, search = "kanarie"): Promise<number[]> {
  const api = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  const { lines, total } = await api.clients.search({ search });
  expect(total).toBe(lines.length);
  return lines.map(({ number }) => number).sort();
}

async function stay(
  world: TestWorld,
  client: keyof typeof CLIENTS,
  locationId: PlaceName,
  fromDate: string,
  untilDate: string | null = null,
) {
  const id = `stay-${client}-${locationId}-${fromDate}`;
  await world.db.write((tx) =>
    tx.insert(clientLocations).values({ id, clientId: `client-${client}`, locationId, fromDate, untilDate }),
  );
}

it("finds by name whoever is within reach on the day itself, by every kind of stay", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  expect(await foundAtOwn(world)).toEqual([20001, 20002]);
  await stay(world, "nowhere", "own", "2026-11-22");
  await stay(world, "left", "below", "2026", "2026-11-21");
  expect(await foundAtOwn(world)).toEqual([20001, 20002]);
  await stay(world, "beside", "below", "2026-11-21", "2026-11-22");
  expect(await foundAtOwn(world)).toEqual([20001, 20002, 20003]);
  world.clock.advance(24 * 60 * 60 * 1000);
  expect(await foundAtOwn(world)).toEqual([20001, 20002, 20004]);
});

it("finds someone who stays at two places within reach once", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await stay(world, "own", "below", "2025-01-01");
  await stay(world, "own", "below", "2024-02-01");
  expect(await foundAtOwn(world)).toEqual([20001, 20002]);
});

it("follows each change of a stay, a name and a number", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const change = (id: string, row: Partial<typeof clientLocations.$inferInsert>) =>
    world.db.write((tx) => tx.update(clientLocations).set(row).where(eq(clientLocations.id, id)));
  await change("stay-own", { locationId: "beside" });
  expect(await foundAtOwn(world)).toEqual([20002]);
  await change("stay-below", { clientId: "client-nowhere" });
  expect(await foundAtOwn(world)).toEqual([20004]);
  await world.db.write((tx) => tx.delete(clientLocations).where(eq(clientLocations.id, "stay-below")));
  expect(await foundAtOwn(world)).toEqual([]);
  await change("stay-own", { locationId: "own", untilDate: "2026-12-01" });
  await world.db.write((tx) =>
    tx.update(clients).set({ number: 30_001, lastName: "Roodborst" }).where(eq(clients.id, "client-own")),
  );
  expect(await foundAtOwn(world)).toEqual([]);
  expect(await foundAtOwn(world, "roodb")).toEqual([30_001]);
});

it("sorts hits by name, number and birth date, and walks them page by page", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) =>
    tx.update(clients).set({ birthDate: "1930-01-01" }).where(eq(clients.number, 20003)),
  );
  const api = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  const walk = async (order: { sort: "name" | "number" | "birthDate"; descending: boolean }) => {
    const seen: number[] = [];
    let after: { key: string; number: number } | undefined;
    do {
      const page = await api.clients.search({ search: "kanarie", size: 2, after, ...order });
      expect(page.total).toBe(5);
      seen.push(...page.lines.map(({ number }) => number));
      after = page.next;
    } while (after);
    return seen;
  };
  expect(await walk({ sort: "name", descending: false })).toEqual([20002, 20003, 20005, 20004, 20001]);
  expect(await walk({ sort: "number", descending: true })).toEqual([20005, 20004, 20003, 20002, 20001]);
  expect(await walk({ sort: "birthDate", descending: false })).toEqual([20003, 20001, 20002, 20004, 20005]);
});

it("is filled for the clients of a database from before it", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await world.db.write(async (tx) => {
    await tx.run(sql`DROP TABLE client_finder`);
    await tx.run(sql`DROP TABLE finder_places`);
  });
  await migrate(world.db, MIGRATIONS);
  expect(await foundAtOwn(world)).toEqual([20001, 20002]);
});

it("shows nobody whom only the finder puts within reach", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) =>
    tx.run(sql`UPDATE client_finder SET from_day = 0, until_day = NULL, place =
      (SELECT place FROM finder_places WHERE location_id = 'own')`),
  );
  const api = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  const { lines } = await api.clients.search({ search: "kanarie" });
  expect(lines.map(({ number }) => number).sort()).toEqual([20001, 20002]);
});

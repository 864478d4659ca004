import { expect, it } from "vitest";
import { clientLocations } from "@/db/schema/clients";
import { apiWith, makePlaces } from "../access/people";
import { makeWorld } from "../world";

it("shows the tree as far as someone's reach, with the way up by name only", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  const below = { code: "BELOW", name: "Huis below", clients: 1, children: [] };
  const own = { code: "OWN", name: "Huis own", clients: 2, children: [below] };
  expect(await api.locations.tree()).toEqual([
    { code: "HOUSE", name: "Huis house", clients: null, children: [own] },
  ]);
});

it("counts a client once above two places, and not where they no longer are", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) =>
    tx.insert(clientLocations).values({
      id: "second",
      clientId: "client-own",
      locationId: "beside",
      fromDate: "2026-01-01",
    }),
  );
  const api = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  const [house] = await api.locations.tree();
  expect(house?.clients).toBe(3);
  expect(house?.children.map(({ code, clients }) => [code, clients])).toEqual([
    ["BESIDE", 2],
    ["OWN", 2],
  ]);
});

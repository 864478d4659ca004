import { expect, it } from "vitest";
import { clientLocations } from "@/db/schema/clients";
import { reasonOf } from "@/server/access/perform";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
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

it("lists who is at a location and below it now, a page at a time, by name", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, { tasks: ["caren.view"], reach: "house" });
  const first = await api.locations.clients({ code: "HOUSE", size: 2 });
  expect(first).toMatchObject({ total: 3, lines: [{ number: CLIENTS.below }, { number: CLIENTS.beside }] });
  const second = await api.locations.clients({ code: "HOUSE", size: 2, after: first.next });
  expect(second).toMatchObject({ lines: [{ number: CLIENTS.own }], next: undefined });
  const own = await api.locations.clients({ code: "OWN" });
  expect(own.lines.map(({ number, places }) => [number, places])).toEqual([
    [CLIENTS.below, [{ location: "Huis below", room: null }]],
    [CLIENTS.own, [{ location: "Huis own", room: null }]],
  ]);
});

it("answers alike for a location out of reach, one above it, and one nobody knows", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const api = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
  for (const code of ["BESIDE", "HOUSE", "NERGENS", "own"])
    expect(await api.locations.clients({ code }).then(() => "done", reasonOf)).toBe("location-gone");
  expect((await api.locations.clients({ code: "BELOW" })).total).toBe(1);
});

import { describe, expect, test } from "vitest";
import { apiWith, type Holding, makePlaces } from "../access/people";
import { makeWorld } from "../world";

describe("searching by BSN", () => {
  test("is refused after thirty in a minute, one's own and nobody else's, and works again a minute later", async () => {
    const world = await makeWorld();
    await makePlaces(world);
    const task: Holding = { tasks: ["client.manage"], reach: "everywhere" };
    const one = await apiWith(world, task);
    const other = await apiWith(world, task);
    const search = (api: typeof one) => api.clients.search({ search: "999909782" });
    for (let turn = 0; turn < 30; turn++) expect((await search(one)).total).toBe(0);
    await expect(search(one)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    await expect(one.clients.search({ search: "verhoeven" })).resolves.toMatchObject({ total: 0 });
    await expect(search(other)).resolves.toMatchObject({ total: 0 });
    world.clock.advance(61_000);
    await expect(search(one)).resolves.toMatchObject({ total: 0 });
  });
});

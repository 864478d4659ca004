import { expect, it } from "vitest";
import { makeWorld } from "../world";
import { runTampers } from "./tampers";

it("whatever is changed, deleted, swapped, inserted, cut or put back: the check of the log finds it", async () => {
  const world = await makeWorld();
  const { tampers, missed, sound } = await runTampers(world, () =>
    world.keeper.checkpoint(world.clock.now()),
  );
  expect(missed).toEqual([]);
  expect(sound).toBe(true);
  expect(tampers).toBeGreaterThan(500);
});

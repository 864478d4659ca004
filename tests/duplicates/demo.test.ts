import { afterAll, beforeAll, expect, it } from "vitest";
import { duplicateChanges } from "@/db/schema/duplicates";
import { apiWith } from "../access/people";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";
import { MERGER, pairsOf } from "./people";

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
}, 120_000);
afterAll(() => world.close());

it("the demo begins with its pairs: same BSN first, then the likeliest; twins are none", async () => {
  const office = await apiWith(world, MERGER);
  expect(await pairsOf(office)).toEqual([
    [10_004, 10_005],
    [10_002, 10_003],
    [10_235, 10_236],
    [10_215, 10_219],
  ]);
  const twins = await office.duplicates.list({ client: 10_227 });
  expect(twins.counts).toEqual({ open: 0, dismissed: 0 });
  const [swapped] = (await office.duplicates.list({ client: 10_219 })).pairs;
  const words = swapped?.fields.map(({ field, agreement }) => `${field} ${agreement}`);
  expect(words).toEqual(
    expect.arrayContaining(["birthDate close", "surname same", "given same", "phone same", "bsn unknown"]),
  );
  expect(await world.db.read.$count(duplicateChanges)).toBe(0);
  const { signals } = await office.dashboard.view();
  const counts = signals.map(({ id, count }) => `${id} ${count}`);
  expect(counts).toEqual(expect.arrayContaining(["same-bsn 2", "duplicates 2"]));
});

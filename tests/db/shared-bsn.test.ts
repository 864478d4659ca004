import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { clients } from "@/db/schema/clients";
import { makeWorld, type TestWorld } from "../world";

const codes = async (world: TestWorld) =>
  (await world.db.read.all<{ code: string }>(sql`SELECT code FROM shared_bsn`)).map(({ code }) => code);

async function worldWith(...numbers: (string | null)[]): Promise<TestWorld> {
  const world = await makeWorld();
  const base = { lastName: "Berg", nameUse: "own", gender: "unknown", createdAt: 0, changedAt: 0 } as const;
  await world.db.write((tx) =>
    tx
      .insert(clients)
      .values(numbers.map((bsnSearch, at) => ({ ...base, bsnSearch, id: `c${at}`, number: 30_001 + at }))),
  );
  return world;
}

const give = (world: TestWorld, id: string, bsnSearch: string | null) =>
  world.db.write((tx) => tx.update(clients).set({ bsnSearch }).where(eq(clients.id, id)));

it("holds the codes that more than one client has, and none that no two have any more", async () => {
  const world = await worldWith("a", "a", "a", "b", null, null);
  expect(await codes(world)).toEqual(["a"]);
  await give(world, "c4", "b");
  expect(await codes(world)).toEqual(["a", "b"]);
  await give(world, "c4", null);
  await give(world, "c0", null);
  expect(await codes(world)).toEqual(["a"]);
  await world.db.write((tx) => tx.delete(clients).where(eq(clients.id, "c1")));
  expect(await codes(world)).toEqual([]);
});

it("is filled for the clients of a database from before it", async () => {
  const world = await worldWith("a", "a", "b");
  await world.db.write((tx) => tx.run(sql`DROP TABLE shared_bsn`));
  await migrate(world.db, `${import.meta.dirname}/../../db/migrations`);
  expect(await codes(world)).toEqual(["a"]);
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { employees } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { newId } from "@/server/core/ids";
import { differences, stateOf } from "@/scripts/evidence/merge/state";
import { apiAs, openSession } from "../access/people";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
  world.log = console.log;
}, 60_000);
afterAll(() => world.close());

async function as(email: string) {
  const [row] = await world.db.read.select().from(employees).where(eq(employees.email, email));
  return apiAs(world, await openSession(world, row?.id ?? ""));
}
const idOf = async (number: number) =>
  (await world.db.read.select().from(clients).where(eq(clients.number, number)))[0]?.id ?? "";

test("10002 and 10003 become one and two again", async () => {
  const office = await as("administratie@kroniek.example");
  const ids = [await idOf(10002), await idOf(10003)];
  const before = await stateOf(world.db.read, ids);
  const pair = { clientId: "10002", otherId: "10003" };
  const choices = {
    fields: { name: "right", phone: "right" },
    rows: { addresses: "both", "care-plans": "both", notes: "right" },
  } as const;
  const preview = await office.merge.preview({ ...pair, choices });
  expect(preview.plan).not.toBeNull();
  const requestKey = newId(world.clock.now());
  const done = await office.merge.carryOut({
    ...{ ...pair, choices, planDigest: preview.plan?.digest ?? "", requestKey },
    password: "kroniek-demo",
  });
  const [list] = await office.merge.list({ clientId: "10002" });
  const undo = await office.merge.previewUndo({ clientId: "10002", mergeId: list?.id ?? "" });
  await office.merge.undo({ clientId: "10002", mergeId: list?.id ?? "", items: {}, fields: {}, requestKey: newId(0), password: "kroniek-demo" });
  expect(differences(before, await stateOf(world.db.read, ids))).toEqual([]);
});

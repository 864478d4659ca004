import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { merges } from "@/db/schema/merge";
import { apiWith, CLIENTS, makePlaces } from "../access/people";
import { makeWorld } from "../world";

it("personalia tell of a merge and of its undoing as changes of their own, each with what it changed", async () => {
  const world = await makeWorld();
  await makePlaces(world);
  const own = eq(clients.id, "client-own");
  const office = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  const clientId = String(CLIENTS.own);
  const row = async () => {
    const [{ bsnSearch: _, ...found } = {}] = await world.db.read.select().from(clients).where(own);
    return found as Record<string, string | number | null>;
  };
  const set = (fields: Partial<typeof clients.$inferInsert>) =>
    world.db.write((tx) => tx.update(clients).set(fields).where(own));
  const shown = async (kind?: string) =>
    (await office.records.history({ clientId, ...(kind && { kind }) })).changes.map(({ did, fields, by }) => [
      did,
      by,
      fields.map(({ label, before, after }) => `${label}: ${before} → ${after}`),
    ]);

  await set({ phone: "010 111" });
  const personBefore = await row();
  await set({ phone: "010 222" });
  await world.db.write((tx) =>
    tx.insert(merges).values({
      ...{
        id: "m1",
        survivorId: "client-own",
        retiredId: "client-beside",
        choices: sql`'{}'`,
        plan: sql`'{}'`,
      },
      ...{ mergedAt: world.clock.now(), mergedBy: "Gerda Vink", requestKey: "m1", requestDigest: "" },
      personBefore,
    }),
  );
  const merged = ["samengevoegd met 20003", "Gerda Vink", ["Telefoon: 010 111 → 010 222"]];
  expect(await shown()).toEqual([merged]);
  expect(await shown("person")).toEqual([merged]);
  expect(await shown("contacts")).toEqual([]);

  world.clock.advance(60_000);
  const personBeforeUndo = await row();
  await set({ phone: "010 111" });
  const undone = { undoneAt: world.clock.now(), undoneBy: "Bram de Groot", personBeforeUndo };
  await world.db.write((tx) => tx.update(merges).set(undone));
  expect(await shown()).toEqual([
    ["samenvoegen ongedaan gemaakt met 20003", "Bram de Groot", ["Telefoon: 010 222 → 010 111"]],
    merged,
  ]);
  const carer = await apiWith(world, { tasks: ["dossier.view"], reach: "everywhere" });
  expect(JSON.stringify(await carer.records.history({ clientId }).catch(String))).not.toContain(
    "samengevoegd",
  );
});

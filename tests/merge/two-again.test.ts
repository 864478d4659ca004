import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { employees } from "@/db/schema/access";
import { auditEntries } from "@/db/schema/audit";
import { clientLocations, clients } from "@/db/schema/clients";
import { exports } from "@/db/schema/exports";
import { performOnClient } from "@/server/access/perform";
import { newId } from "@/server/core/ids";
import { finishExport } from "@/server/export/lifecycle";
import { apiAs, apiWith, openSession } from "../access/people";
import { refusalOf } from "../clients/office";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

let world: TestWorld;
let office: Awaited<ReturnType<typeof apiAs>>;
let ids: Record<"left" | "right", string>;
beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.db.read
    .select()
    .from(employees)
    .where(eq(employees.email, "administratie@kroniek.example"));
  office = await apiAs(world, await openSession(world, row?.id ?? ""));
  ids = { left: await idOf(10002), right: await idOf(10003) };
}, 60_000);
afterAll(() => world.close());

const idOf = async (number: number) =>
  (await world.db.read.select().from(clients).where(eq(clients.number, number)))[0]?.id ?? "";
const key = () => newId(world.clock.now());
const PAIR = { clientId: "10002", otherId: "10003" };
const choices = { fields: {}, rows: { "care-plans": "both", stays: "both" } } as const;

async function merge(): Promise<string> {
  const { plan } = await office.merge.preview({ ...PAIR, choices });
  const asked = { ...PAIR, choices, planDigest: plan?.digest ?? "", requestKey: key() };
  return (await office.merge.carryOut(asked)).mergeId;
}
const undoing = (mergeId: string) => ({
  clientId: "10002",
  mergeId,
  items: {},
  fields: {},
  requestKey: key(),
});

const logOf = (clientId: string, event: string) =>
  world.db.read.$count(auditEntries, and(eq(auditEntries.clientId, clientId), eq(auditEntries.event, event)));

const made = (fields: Partial<typeof exports.$inferInsert>): typeof exports.$inferInsert => ({
  ...{ id: newId(world.clock.now()), clientId: ids.left, scope: "complete", purpose: "internal" },
  ...{ requestedById: "x", requestedByName: "Iemand", requestedAt: world.clock.now(), requestKey: key() },
  status: "ready",
  ...fields,
});

test("what is looked at, merged and undone is in the log of both, also when they are two again", async () => {
  const count = async () => {
    const counts = [];
    for (const event of ["merge.previewed", "merge.carried-out", "merge.undone"])
      counts.push([event, await logOf(ids.left, event), await logOf(ids.right, event)]);
    return counts;
  };
  await office.merge.undo(undoing(await merge()));
  expect(await count()).toEqual([
    ["merge.previewed", 1, 1],
    ["merge.carried-out", 1, 1],
    ["merge.undone", 1, 1],
  ]);
});

test("a file with the dossier of both is gone when they are two again; one from before stays", async () => {
  const now = world.clock.now();
  const before = made({ snapshotAt: now - 1000, expiresAt: now + 3_600_000 });
  const mergeId = await merge();
  const between = made({ snapshotAt: now + 1000, expiresAt: now + 3_600_000 });
  await world.db.write((tx) => tx.insert(exports).values([before, between]));
  world.clock.advance(60_000);
  await office.merge.undo(undoing(mergeId));
  const expiryOf = async (id: string) =>
    (await world.db.read.select().from(exports).where(eq(exports.id, id)))[0]?.expiresAt;
  expect(await expiryOf(before.id)).toBe(now + 3_600_000);
  expect(await expiryOf(between.id)).toBe(world.clock.now());
});

test("an export under way while a merge is undone is not finished with what is another's", async () => {
  const mergeId = await merge();
  const pending = made({ status: "pending" });
  await world.db.write((tx) => tx.insert(exports).values(pending));
  const snapshotAt = world.clock.now();
  world.clock.advance(1000);
  await office.merge.undo(undoing(mergeId));
  const act = { tasks: [], audit: "export.built", kind: "mutation" } as const;
  const caller = { actor: { kind: "command" }, accessPoint: "command", source: null } as const;
  const finish = (at: number) =>
    performOnClient(world, caller, act, "10002", (ctx) =>
      finishExport(ctx, pending.id, { snapshotAt: at, bytes: 1, rows: 1, wrappedKey: "k" }),
    );
  await expect(finish(snapshotAt)).rejects.toThrow("undone");
  world.clock.advance(1000);
  await finish(world.clock.now());
});

test("who does not reach the one who comes back cannot undo a merge", async () => {
  const [west] = await world.db.read.all<{ id: string }>(sql`SELECT id FROM locations WHERE code = 'WEST-1'`);
  const [east] = await world.db.read.all<{ id: string }>(sql`SELECT id FROM locations WHERE code = 'OOST-1'`);
  await world.db.write((tx) =>
    tx
      .update(clientLocations)
      .set({ locationId: west?.id ?? "" })
      .where(eq(clientLocations.clientId, ids.right)),
  );
  const mergeId = await merge();
  const tasks = ["client.manage", "client.merge"] as const;
  const near = await apiWith(world, { tasks, reach: (east?.id ?? "") as never });
  expect(await refusalOf(near.merge.previewUndo({ clientId: "10002", mergeId }))).toBe("merge-beyond-reach");
  expect(await refusalOf(near.merge.undo(undoing(mergeId)))).toBe("merge-beyond-reach");
  await office.merge.undo(undoing(mergeId));
});

test("a merge asked for again after it was undone is not told to be done", async () => {
  const { plan } = await office.merge.preview({ ...PAIR, choices });
  const asked = { ...PAIR, choices, planDigest: plan?.digest ?? "", requestKey: key() };
  const { mergeId } = await office.merge.carryOut(asked);
  await office.merge.undo(undoing(mergeId));
  expect(await refusalOf(office.merge.carryOut(asked))).toBe("merge-undone");
});

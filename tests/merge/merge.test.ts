import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { employees } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { merges } from "@/db/schema/merge";
import { dossierRoles } from "@/db/schema/sharing";
import { differences, stateOf } from "@/scripts/evidence/merge/state";
import { newId } from "@/server/core/ids";
import { claims } from "@/server/merge/claims";
import type { MergeChoices } from "@/server/merge/input";
import { apiAs, openSession } from "../access/people";
import { refusalOf } from "../clients/office";
import { demoWorld } from "../demo-world";
import type { TestWorld } from "../world";

let world: TestWorld;
let office: Awaited<ReturnType<typeof apiAs>>;
beforeAll(async () => {
  world = await demoWorld();
  office = await as("administratie@kroniek.example");
}, 60_000);
afterAll(() => world.close());

async function as(email: string) {
  const [row] = await world.db.read.select().from(employees).where(eq(employees.email, email));
  return apiAs(world, await openSession(world, row?.id ?? ""));
}
const clientOf = async (number: number) => {
  const [row] = await world.db.read.select().from(clients).where(eq(clients.number, number));
  if (!row) throw new Error(`No client ${number}.`);
  return row;
};
const idOf = async (number: number) => (await clientOf(number)).id;
const key = () => newId(world.clock.now());

const PAIR = { clientId: "10002", otherId: "10003" };
const MIXED: MergeChoices = {
  fields: { name: "right", phone: "right" },
  rows: { addresses: "both", "care-plans": "both", notes: "right", dossier: "both" },
};

async function merge(pair = PAIR, choices = MIXED, requestKey = key()) {
  const preview = await office.merge.preview({ ...pair, choices });
  const planDigest = preview.plan?.digest ?? "0".repeat(64);
  return office.merge.carryOut({ ...pair, choices, planDigest, requestKey });
}

async function undo(survivor = "10002", given: { items?: Record<string, "left" | "right"> } = {}) {
  const [newest] = await office.merge.list({ clientId: survivor });
  const mergeId = newest?.id ?? "";
  return office.merge.undo({
    ...{ clientId: survivor, mergeId, items: given.items ?? {}, fields: {}, requestKey: key() },
  });
}

test("what was previewed is what is done, and undone it is as it was, row by row", async () => {
  const ids = [await idOf(10002), await idOf(10003)];
  const [left = "", right = ""] = ids;
  const before = await stateOf(world.db.read, ids);
  const preview = await office.merge.preview({ ...PAIR, choices: MIXED });
  await merge();
  const counts = async (table: string, id: string) =>
    (
      await world.db.read.all<{ n: number }>(
        sql`SELECT count(*) AS n FROM ${sql.raw(table)} WHERE client_id = ${id}`,
      )
    )[0]?.n;
  for (const { table, label } of claims.filter((each) => each.table !== "audit_entries")) {
    const step = preview.plan?.tables.find((each) => each.label === label);
    const made = table === "consent_decisions" ? undefined : 0;
    if (made === undefined) continue;
    const survivor = (step?.left ?? 0) + (step?.moves ?? 0) - (step?.setAside ?? 0);
    const retired = (step?.stays ?? 0) + (step?.setAside ?? 0);
    expect([table, await counts(table, left), await counts(table, right)]).toEqual([
      table,
      survivor,
      retired,
    ]);
  }
  expect(await clientOf(10002)).toMatchObject({ callName: "Henk", mobile: "06-12345203" });
  expect(await clientOf(10003)).toMatchObject({ mergedIntoId: left, callName: "Henk" });
  await undo();
  expect(differences(before, await stateOf(world.db.read, ids))).toEqual([]);
});

test("the strands of a table leave no row out and take none twice", async () => {
  const pair = { left: await idOf(10001), right: await idOf(10002) };
  for (const { table, strands } of claims) {
    const count = async (where: ReturnType<typeof sql>) =>
      (
        await world.db.read.all<{ n: number }>(sql`
        SELECT count(*) AS n FROM ${sql.raw(table)} AS t
        WHERE t.client_id IN (${pair.left}, ${pair.right}) AND ${where}`)
      )[0]?.n ?? 0;
    const each = [];
    for (const { where } of strands) each.push(await count(where?.(pair) ?? sql`1`));
    expect([table, each.reduce((sum, n) => sum + n, 0)]).toEqual([table, await count(sql`1`)]);
  }
});

test("the same click twice is one merge, and other content under its key is refused", async () => {
  const requestKey = key();
  const preview = await office.merge.preview({ ...PAIR, choices: MIXED });
  const asked = { ...PAIR, choices: MIXED, planDigest: preview.plan?.digest ?? "", requestKey };
  const [first, second] = await Promise.all([office.merge.carryOut(asked), office.merge.carryOut(asked)]);
  expect(second).toEqual(first);
  expect(await world.db.read.$count(merges, isNull(merges.undoneAt))).toBe(1);
  const other = { ...asked, choices: { ...MIXED, fields: {} } };
  expect(await refusalOf(office.merge.carryOut(other))).toBe("request-reused");
  await undo();
});

test("of two who merge the same pair at once, from either side, one is told that it is done", async () => {
  const reversed = { clientId: "10003", otherId: "10002" };
  const asked = await Promise.all(
    [PAIR, reversed].map(async (pair) => {
      const preview = await office.merge.preview({ ...pair, choices: MIXED });
      return { ...pair, choices: MIXED, planDigest: preview.plan?.digest ?? "", requestKey: key() };
    }),
  );
  const outcomes = await Promise.all(asked.map((each) => refusalOf(office.merge.carryOut(each))));
  expect(outcomes.sort()).toEqual(["done", "merge-already"]);
  const [live] = await world.db.read.select().from(merges).where(isNull(merges.undoneAt));
  await undo(String(live?.plan.survivor));
});

test("when something changed since the preview, nothing is merged and the choices are looked at again", async () => {
  const preview = await office.merge.preview({ ...PAIR, choices: MIXED });
  const values = { subject: "Post", text: "Net binnen" };
  await office.records.add({ clientId: "10003", kind: "notes", values, requestKey: key() });
  const asked = { ...PAIR, choices: MIXED, planDigest: preview.plan?.digest ?? "", requestKey: key() };
  expect(await refusalOf(office.merge.carryOut(asked))).toBe("merge-plan-changed");
  expect((await clientOf(10003)).mergedIntoId).toBeNull();
});

test("where both have care plans, questionnaires or documents, somebody must choose", async () => {
  const choices = { fields: {}, rows: {} };
  const pair = { clientId: "10002", otherId: "10007" };
  expect((await office.merge.preview({ ...pair, choices })).plan).toBeNull();
  const asked = { ...pair, choices, planDigest: "0".repeat(64), requestKey: key() };
  expect(await refusalOf(office.merge.carryOut(asked))).toBe("merge-choose-first");
});

test("two with care rules are not merged", async () => {
  const pair = { clientId: "10004", otherId: "10005" };
  const preview = await office.merge.preview({ ...pair, choices: MIXED });
  expect([preview.blockers, preview.plan]).toEqual([["care-rules-both"], null]);
  const asked = { ...pair, choices: MIXED, planDigest: "0".repeat(64), requestKey: key() };
  expect(await refusalOf(office.merge.carryOut(asked))).toBe("merge-blocked");
});

test("one owner goes on, and the other works on as Collaborator until it is undone", async () => {
  const [left, right] = [await idOf(10002), await idOf(10003)];
  const owners = async (id: string) =>
    world.db.read
      .select({ id: dossierRoles.id, role: dossierRoles.role })
      .from(dossierRoles)
      .where(and(eq(dossierRoles.clientId, id), isNull(dossierRoles.endedAt)));
  const [someone] = await world.db.read
    .select()
    .from(employees)
    .where(eq(employees.email, "zorg@kroniek.example"));
  await world.db.write(async (tx) => {
    await tx.delete(dossierRoles).where(eq(dossierRoles.clientId, right));
    await tx.insert(dossierRoles).values({
      ...{ id: "theirs", clientId: right, employeeId: someone?.id ?? "", role: "owner", givenAt: 0 },
      ...{ fromDate: "2026-01-01", givenBy: "Iemand" },
    });
  });
  await merge();
  expect((await owners(left)).filter(({ role }) => role === "owner")).toHaveLength(1);
  expect(await owners(left)).toContainEqual({ id: "theirs", role: "collaborator" });
  await undo();
  expect(await owners(right)).toEqual([{ id: "theirs", role: "owner" }]);
});

test("what was made since must be assigned, and goes where it is said to belong", async () => {
  await merge();
  const values = { subject: "Post", text: "Na het samenvoegen" };
  await office.records.add({ clientId: "10002", kind: "notes", values, requestKey: key() });
  const [newest] = await office.merge.list({ clientId: "10002" });
  const view = await office.merge.previewUndo({ clientId: "10002", mergeId: newest?.id ?? "" });
  expect(view.items).toMatchObject([{ group: "Notities", text: "Post" }]);
  expect(await refusalOf(undo())).toBe("merge-not-assigned");
  const [item] = view.items;
  await undo("10002", { items: { [item?.key ?? ""]: "right" } });
  const cards = await office.records.cards({ clientId: "10003", page: "profile" });
  const notes = cards.find(({ kind }) => kind === "notes")?.records ?? [];
  expect(notes.map(({ notes: lines }) => lines.join())).toContain("Na het samenvoegen");
});

test("chains come apart in the order they were made", async () => {
  const ids = [await idOf(10002), await idOf(10003), await idOf(10010)];
  const before = await stateOf(world.db.read, ids);
  await merge();
  const [first] = await office.merge.list({ clientId: "10002" });
  await merge({ clientId: "10010", otherId: "10003" }, { fields: {}, rows: { "care-plans": "both" } });
  expect((await clientOf(10002)).mergedIntoId).toBe(ids[2]);
  // The old numbers lead to whoever is left at the end.
  const [last] = await office.merge.list({ clientId: "10003" });
  expect([last?.survivor, last?.retired]).toEqual([10010, 10002]);
  const early = { items: {}, fields: {}, requestKey: key(), mergeId: first?.id ?? "" };
  expect(await refusalOf(office.merge.undo({ clientId: "10010", ...early }))).toBe("merge-undone");
  await undo("10010");
  await undo("10002");
  expect(differences(before, await stateOf(world.db.read, ids))).toEqual([]);
});

test("of two merges into one, the later comes apart first", async () => {
  await merge();
  await merge({ clientId: "10002", otherId: "10010" }, { fields: {}, rows: { "care-plans": "both" } });
  const [, older] = await office.merge.list({ clientId: "10002" });
  const asked = { clientId: "10002", mergeId: older?.id ?? "", items: {}, fields: {}, requestKey: key() };
  expect(await refusalOf(office.merge.undo(asked))).toBe("merge-not-newest");
  await undo();
  await undo();
});

test("who may not see dossiers is told counts, dates and authors, and no text", async () => {
  const view = JSON.stringify(await office.merge.preview({ ...PAIR, choices: MIXED }));
  const texts = await world.db.read.all<{ text: string | null }>(sql`
    SELECT text FROM reports WHERE client_id IN (${await idOf(10002)}, ${await idOf(10003)}) AND length(text) > 20`);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter(({ text }) => text !== null && view.includes(text.slice(0, 20)))).toEqual([]);
});

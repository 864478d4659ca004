import { describe, expect, it } from "vitest";
import { auditChecks } from "@/db/schema/audit";
import { checkLog } from "@/inngest/audit";
import { beginDailyCheck, giveUpCheck } from "@/server/audit/check";
import { apiWith, entriesOf, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { addRows, intruder } from "./tampers";

async function withRows(rows: number): Promise<TestWorld> {
  const world = await makeWorld();
  await makePlaces(world);
  await addRows(world, rows);
  return world;
}

const chainOf = async (world: TestWorld) =>
  (await apiWith(world, { tasks: ["audit.view"], reach: "everywhere" })).audits.chain();

/** Enough for three stretches: between them others get their turn. */
const ROWS = 1_250;

describe("the daily check", () => {
  it("goes through every row while people go on working, and leaves one row in the log", async () => {
    const world = await withRows(ROWS);
    const id = await beginDailyCheck(world);
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    const entries = await entriesOf(world, () => checkLog(world, id));
    clearInterval(timer);
    expect(others).toBeGreaterThan(1);
    expect(entries.map(({ event, actor, detail }) => [event, actor, detail])).toEqual([
      ["audit.checked", "systeem", `rows ${ROWS}`],
    ]);
    expect((await chainOf(world)).checked).toEqual({
      at: world.clock.now(),
      rows: ROWS,
      failed: false,
      deviation: null,
    });
  });

  it("tells a deviation in words, and how many rows before it were right", async () => {
    const world = await withRows(20);
    const db = intruder(world);
    await db.execute("DROP TRIGGER audit_entries_no_update");
    await db.execute("UPDATE audit_entries SET actor_name = 'Niemand' WHERE sequence = 12");
    db.close();
    await checkLog(world, await beginDailyCheck(world));
    expect((await chainOf(world)).checked).toMatchObject({
      rows: 11,
      deviation: "Logregel 12 of een regel ervoor is veranderd.",
    });
  });

  it("is one with the check someone asked for, and one that stopped halfway hinders no other for long", async () => {
    const world = await withRows(2);
    const id = await beginDailyCheck(world);
    expect(await beginDailyCheck(world)).toBe(id);
    world.clock.advance(2 * 3_600_000);
    expect(await beginDailyCheck(world)).not.toBe(id);
    expect(await world.db.read.$count(auditChecks)).toBe(2);
  });

  it("that did not come to an end says so, and is not taken for a right log", async () => {
    const world = await withRows(2);
    await giveUpCheck(world, await beginDailyCheck(world));
    expect((await chainOf(world)).checked).toMatchObject({ failed: true, deviation: null });
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { duplicateChanges, duplicatePairs } from "@/db/schema/duplicates";
import { compareEveryone, findDue } from "@/inngest/duplicates";
import { bsnSearchCode } from "@/server/clients/bsn";
import { settleChanges } from "@/server/duplicates/settle";
import { apiWith, makePlaces, newestEntry, PASTED_BSN } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { change, MERGER, makeClient, moveInto, pairsOf, TRUUS } from "./people";

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) => tx.update(clients).set({ birthDate: null, gender: "unknown" }));
});

const changes = () => world.db.read.$count(duplicateChanges);
const stored = async () =>
  (await world.db.read.select().from(duplicatePairs)).map(({ oneId, otherId }) => [oneId, otherId]);

describe("comparing everyone", () => {
  it("finds one person written down twice and not the twin, and stores why without what was compared", async () => {
    await makeClient(world, 10_001, TRUUS);
    await makeClient(world, 10_002, { ...TRUUS, birthDate: "1941-09-03", firstNames: null, initials: "G." });
    await makeClient(world, 10_003, { ...TRUUS, firstNames: "Antonia", initials: "A.", callName: "Toos" });
    expect(await compareEveryone(world)).toEqual({ people: 8, pairs: 1 });
    const [pair] = await world.db.read.select().from(duplicatePairs);
    expect(pair).toMatchObject({ oneId: "client-10001", otherId: "client-10002", sameBsn: false });
    expect(pair?.reasons).toContainEqual({ field: "birthDate", agreement: "close", weight: 7 });
    expect(JSON.stringify(pair)).not.toMatch(/Meulen|Truus|1941|2345678/);
    expect(await changes()).toBe(0);
    expect(await newestEntry(world)).toMatchObject({
      ...{ event: "duplicates.scanned", actor: "systeem", detail: "8 clients, 1 pairs" },
    });
  });

  it("keeps a pair with one BSN whatever else differs, and leaves out who was merged away", async () => {
    const bsnSearch = bsnSearchCode(world.keys, PASTED_BSN);
    await makeClient(world, 10_001, { ...TRUUS, bsnSearch });
    await makeClient(world, 10_002, {
      lastName: "Anders",
      birthDate: "1999-01-31",
      gender: "male",
      bsnSearch,
    });
    await makeClient(world, 10_003, TRUUS);
    await compareEveryone(world);
    expect(await stored()).toEqual([
      ["client-10001", "client-10002"],
      ["client-10001", "client-10003"],
    ]);
    await change(world, 10_001, { mergedIntoId: "client-10003" });
    await compareEveryone(world);
    expect(await stored()).toEqual([]);
  });

  it("forgets pairs that are none any more, and remembers since when it knows the others", async () => {
    await makeClient(world, 10_001, TRUUS);
    await makeClient(world, 10_002, TRUUS);
    await makeClient(world, 10_003, TRUUS);
    await compareEveryone(world);
    const since = world.clock.now();
    world.clock.advance(1000);
    await change(world, 10_003, {
      lastName: "Zeldzaam",
      birthDate: "1977-12-31",
      callName: "Bo",
      firstNames: "Bo",
    });
    await compareEveryone(world);
    const pairs = await world.db.read.select().from(duplicatePairs);
    expect(pairs).toMatchObject([{ oneId: "client-10001", otherId: "client-10002", foundAt: since }]);
  });
});

describe("who changed", () => {
  it("is compared anew by every way a person is changed, and nobody else", async () => {
    await compareEveryone(world);
    const one = await makeClient(world, 10_001, TRUUS);
    expect(await changes()).toBe(1);
    await settleChanges(world);
    expect([await changes(), await stored()]).toEqual([0, []]);
    const other = await makeClient(world, 10_002, TRUUS);
    await settleChanges(world);
    expect(await stored()).toEqual([[one, other]]);
    const seen: number[] = [];
    for (const act of [
      () => moveInto(world, 10_001, "Molenweg"),
      () => change(world, 10_001, { email: "truus@post.example" }),
      () => change(world, 10_001, { mergedIntoId: other }),
    ]) {
      await act();
      seen.push(await changes());
      await settleChanges(world);
    }
    expect(seen).toEqual([1, 1, 1]);
    expect(await stored()).toEqual([]);
    await change(world, 10_001, { mergedIntoId: null });
    await change(world, 10_002, { pharmacy: "De Linde" });
    expect(await changes()).toBe(1);
    await settleChanges(world);
    expect(await stored()).toEqual([[one, other]]);
  });

  it("is not shown as a duplicate when their data no longer say so, before anything was compared anew", async () => {
    const office = await apiWith(world, MERGER);
    await makeClient(world, 10_001, TRUUS);
    await makeClient(world, 10_002, TRUUS);
    await compareEveryone(world);
    expect(await pairsOf(office)).toEqual([[10_001, 10_002]]);
    await change(world, 10_002, {
      birthDate: "1977-12-31",
      callName: "Bo",
      firstNames: "Bo",
      initials: "B.",
    });
    expect(await stored()).toHaveLength(1);
    expect(await pairsOf(office)).toEqual([]);
    expect((await office.duplicates.list({})).counts.open).toBe(0);
    await change(world, 10_002, { ...TRUUS, phone: null });
    const { pairs } = await office.duplicates.list({});
    expect(pairs[0]?.fields.find(({ field }) => field === "phone")).toMatchObject({ agreement: "unknown" });
  });
});

it("works only when there is work: everyone at first, each night and when asked; else who changed", async () => {
  const office = await apiWith(world, MERGER);
  expect(await findDue(world)).toEqual({ people: 5 });
  expect(await findDue(world)).toEqual({ people: 0 });
  await makeClient(world, 10_001, TRUUS);
  expect(await findDue(world)).toEqual({ people: 1 });
  world.clock.advance(60_000);
  await office.duplicates.ask();
  expect(world.sent.map(({ name, data }) => [name, data])).toEqual([["duplicates/asked", {}]]);
  expect(await office.duplicates.scan()).toMatchObject({ state: "waiting" });
  expect(await findDue(world)).toEqual({ people: 6 });
  expect(await office.duplicates.scan()).toMatchObject({
    state: "done",
    finishedAt: world.clock.now(),
    people: 6,
  });
  expect(await findDue(world)).toEqual({ people: 0 });
  // 10.01 uur; the night begins at 3.00 uur
  world.clock.advance(16 * 3_600_000);
  expect(await findDue(world)).toEqual({ people: 0 });
  world.clock.advance(3_600_000);
  expect(await findDue(world)).toEqual({ people: 6 });
});

it("a comparison that was broken off is done again, and stores the same", async () => {
  await makeClient(world, 10_001, TRUUS);
  await makeClient(world, 10_002, TRUUS);
  const [first, second] = await Promise.all([compareEveryone(world), compareEveryone(world)]);
  expect(first).toEqual(second);
  await world.db.write((tx) => tx.delete(duplicatePairs).where(eq(duplicatePairs.oneId, "client-10001")));
  await compareEveryone(world);
  expect(await stored()).toEqual([["client-10001", "client-10002"]]);
});

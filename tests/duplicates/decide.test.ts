import { beforeEach, describe, expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { duplicateDecisions } from "@/db/schema/duplicates";
import { compareEveryone } from "@/inngest/duplicates";
import { bsnSearchCode, sealBsn } from "@/server/clients/bsn";
import { settleChanges } from "@/server/duplicates/settle";
import { endOvertaken } from "@/server/duplicates/store";
import { DUPLICATES } from "../access/declared/duplicates";
import { runMatrix } from "../access/matrix";
import { apiWith, entriesOf, makePlaces, newestEntry, PASTED_BSN } from "../access/people";
import { refusalOf } from "../clients/office";
import { makeWorld, type TestWorld } from "../world";
import { change, firstPair, MERGER, makeClient, moveInto, pairsOf, TRUUS } from "./people";

type Api = Awaited<ReturnType<typeof apiWith>>;

let world: TestWorld;
let office: Api;
const one = [10_001, 10_002];

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) => tx.update(clients).set({ birthDate: null, gender: "unknown" }));
  await makeClient(world, 10_001, TRUUS);
  await makeClient(world, 10_002, { ...TRUUS, callName: "Geertruida" }, "beside");
  await compareEveryone(world);
  office = await apiWith(world, MERGER);
});

const dismiss = async (api = office) => api.duplicates.dismiss(await firstPair(api));
const counts = async () => Object.values((await office.duplicates.list({})).counts);

/** What the dashboard says of duplicates, as `signal count`. */
async function signals(api = office) {
  const { signals: all } = await api.dashboard.view();
  return all
    .filter(({ id }) => ["same-bsn", "duplicates"].includes(id))
    .map(({ id, count }) => `${id} ${count}`);
}

it("the doors answer and log as declared, whoever knocks", async () => {
  const fresh = await makeWorld();
  const { mismatches, rows } = await runMatrix(fresh, DUPLICATES);
  expect(mismatches.filter((line) => line.includes("duplicates."))).toEqual([]);
  expect(rows.missing).toBe(0);
}, 120_000);

describe("looking", () => {
  it("shows two side by side with each field explained and a BSN masked; both are in the log", async () => {
    const bsn = {
      bsnSearch: bsnSearchCode(world.keys, PASTED_BSN),
      bsnSealed: sealBsn(world.keys, PASTED_BSN),
    };
    for (const number of one) await change(world, number, bsn);
    await settleChanges(world);
    const { pairs, total } = await office.duplicates.list({});
    expect(total).toBe(1);
    expect(pairs[0]).toMatchObject({
      ...{ certainty: "nearly-certain", decision: null },
      left: { number: 10_001, birthDate: "1941-03-09", places: ["Huis own"] },
      right: { number: 10_002, places: ["Huis beside"] },
    });
    const fields = pairs[0]?.fields ?? [];
    expect(fields.map(({ field, agreement, speaks }) => `${field} ${agreement} ${speaks}`)).toEqual([
      ...["bsn same for", "surname same for", "given same for", "birthDate same for", "gender same for"],
      ...["address unknown nothing", "phone same for", "email unknown nothing"],
    ]);
    expect(fields[0]).toMatchObject({ left: "******019", right: "******019" });
    expect(JSON.stringify(pairs)).not.toContain(PASTED_BSN);
    expect(await newestEntry(world)).toMatchObject({
      ...{ event: "duplicates.viewed", outcome: "done" },
      objects: ["client:client-10001", "client:client-10002"],
    });
  });

  it.each([
    ["reaches one of the two", { tasks: MERGER.tasks, reach: "own" }],
    ["merges at one and manages at the other", undefined],
  ] as const)("tells nothing to who %s", async (_name, holding) => {
    const here = { tasks: ["client.manage", "client.merge"], reach: "own" } as const;
    const there = { tasks: ["client.manage"], reach: "beside" } as const;
    const local = await (holding ? apiWith(world, holding) : apiWith(world, here, there));
    expect(await local.duplicates.list({})).toMatchObject({
      total: 0,
      pairs: [],
      counts: { open: 0, dismissed: 0 },
    });
    expect(await signals(local)).toEqual([]);
    const shown = await firstPair(office);
    expect(await refusalOf(local.duplicates.dismiss(shown))).toBe("not-found");
    await dismiss();
    expect((await local.duplicates.list({ show: "dismissed" })).total).toBe(0);
    expect(await refusalOf(local.duplicates.reopen(shown))).toBe("not-found");
  });

  it("is of one client when asked, and a page at a time: same BSN first, then the likeliest", async () => {
    const bsnSearch = bsnSearchCode(world.keys, PASTED_BSN);
    await makeClient(world, 10_003, { lastName: "Zeeman", birthDate: "1950-01-31", bsnSearch });
    await makeClient(world, 10_004, { lastName: "Anders", birthDate: "1988-12-03", bsnSearch });
    for (let at = 0; at < 40; at++)
      await makeClient(world, 11_000 + at, { lastName: "Iemand", bsnSearch: `pair ${at >> 1}` });
    await compareEveryone(world);
    const pages = [await office.duplicates.list({}), await office.duplicates.list({ page: 2 })];
    expect(pages.map(({ pairs, total }) => [pairs.length, total])).toEqual([
      [20, 22],
      [2, 22],
    ]);
    expect(pages[1]?.pairs).toMatchObject([
      { certainty: "number-only", left: { number: 10_003 } },
      { certainty: "nearly-certain", left: { number: 10_001 } },
    ]);
    const numbers = pages.flatMap(({ pairs }) => pairs.map(({ left }) => left.number));
    expect(new Set(numbers).size).toBe(22);
    expect((await office.duplicates.list({ client: 10_002 })).pairs).toMatchObject([
      { left: { number: 10_001 } },
    ]);
  });
});

describe("Geen dubbele", () => {
  it("takes a pair from list and signals, says who and when, and can be taken back", async () => {
    expect([await pairsOf(office), await signals()]).toEqual([[one], ["duplicates 1"]]);
    await dismiss();
    expect([await pairsOf(office), await signals(), await counts()]).toEqual([[], [], [0, 1]]);
    expect(await newestEntry(world)).toMatchObject({ event: "duplicates.viewed" });
    const { pairs } = await office.duplicates.list({ show: "dismissed" });
    expect(pairs[0]?.decision).toEqual({ at: world.clock.now(), by: "Iemand" });
    await office.duplicates.reopen(await firstPair(office, "dismissed"));
    expect([await pairsOf(office), await signals(), await counts()]).toEqual([
      [one],
      ["duplicates 1"],
      [1, 0],
    ]);
  });

  it("leaves the signal of one BSN too, of three only those about whom everything was said", async () => {
    const bsnSearch = bsnSearchCode(world.keys, PASTED_BSN);
    for (const number of one) await change(world, number, { bsnSearch });
    await makeClient(world, 10_003, { lastName: "Derde", bsnSearch });
    await compareEveryone(world);
    const named = async () => {
      const { signals: all } = await office.dashboard.view();
      return all
        .find(({ id }) => id === "same-bsn")
        ?.items.map((item) => item.clients.map(({ href }) => href));
    };
    const href = (number: number) => `/clients/duplicates?client=${number}`;
    expect(await named()).toEqual([[href(10_001), href(10_002), href(10_003)]]);
    const pairs = (await office.duplicates.list({ client: 10_003 })).pairs;
    for (const { left, right, stamp } of pairs)
      await office.duplicates.dismiss({ left: left.number, right: right.number, stamp });
    expect(await named()).toEqual([[href(10_001), href(10_002)]]);
    await dismiss();
    expect(await named()).toBeUndefined();
  });

  it.each<[string, () => Promise<unknown>]>([
    ["birth date", () => change(world, 10_002, { birthDate: "1941-09-03" })],
    ["phone", () => change(world, 10_001, { phone: "030-2345679" })],
    ["home", () => moveInto(world, 10_001, "Molenweg")],
    ["BSN", () => change(world, 10_001, { bsnSearch: bsnSearchCode(world.keys, PASTED_BSN) })],
  ])("is forgotten when a %s changes, before and after everyone was compared anew", async (_name, act) => {
    await dismiss();
    await act();
    expect([await pairsOf(office), await counts()]).toEqual([[one], [1, 0]]);
    await settleChanges(world);
    expect([await pairsOf(office), await counts()]).toEqual([[one], [1, 0]]);
    const [kept] = await world.db.read.select().from(duplicateDecisions);
    expect(kept).toMatchObject({ ended: "changed", endedAt: world.clock.now() });
    expect((await office.duplicates.list({})).pairs[0]?.decision).toMatchObject({ by: "Iemand" });
    await dismiss();
    expect(await counts()).toEqual([0, 1]);
  });

  it("is forgotten by the nightly comparison as well, and stays when nothing that counts changed", async () => {
    await dismiss();
    await change(world, 10_001, { pharmacy: "De Linde" });
    await change(world, 10_001, TRUUS);
    expect(await counts()).toEqual([0, 1]);
    await settleChanges(world);
    await compareEveryone(world);
    expect(await counts()).toEqual([0, 1]);
    await change(world, 10_001, { phone: null });
    await compareEveryone(world);
    expect(await counts()).toEqual([1, 0]);
  });

  it("is refused of what was shown before it changed, stores a double click once, and asks for a pair there is", async () => {
    const shown = await firstPair(office);
    const before = await entriesOf(world, () => change(world, 10_002, { phone: "030-1111111" }));
    expect(before).toEqual([]);
    expect(await refusalOf(office.duplicates.dismiss(shown))).toBe("duplicate-changed");
    expect(await counts()).toEqual([1, 0]);
    const anew = await firstPair(office);
    await Promise.all([office.duplicates.dismiss(anew), office.duplicates.dismiss(anew)]);
    expect(await world.db.read.$count(duplicateDecisions)).toBe(1);
    await office.duplicates.reopen(anew);
    expect(await refusalOf(office.duplicates.reopen(anew))).toBe("duplicate-changed");
    const { stamp } = anew;
    expect(await refusalOf(office.duplicates.dismiss({ left: 10_001, right: 20_001, stamp }))).toBe(
      "duplicate-changed",
    );
    expect(await refusalOf(office.duplicates.dismiss({ left: 10_001, right: 10_001, stamp }))).toBe(
      "not-found",
    );
  });

  it("stays whose it was when a colleague says so too, and when it was made while everyone was being compared", async () => {
    const shown = await firstPair(office);
    await office.duplicates.dismiss(shown);
    const at = world.clock.now();
    world.clock.advance(1000);
    await (await apiWith(world, MERGER)).duplicates.dismiss(shown);
    const earlier = { oneId: "client-10001", otherId: "client-10002", compared: "what they were before" };
    await world.db.write((tx) => endOvertaken(tx, [earlier], world.clock.now()));
    const [kept] = await world.db.read.select().from(duplicateDecisions);
    expect(kept).toMatchObject({ decidedAt: at, endedAt: null });
  });

  it("waits for who was merged away, and counts again when they are back", async () => {
    await dismiss();
    await change(world, 10_002, { mergedIntoId: "client-10001" });
    expect(await counts()).toEqual([0, 0]);
    await settleChanges(world);
    await compareEveryone(world);
    expect(await counts()).toEqual([0, 0]);
    await change(world, 10_002, { mergedIntoId: null });
    expect(await counts()).toEqual([0, 1]);
    await settleChanges(world);
    expect(await counts()).toEqual([0, 1]);
  });
});

it("whoever may merge nowhere is not signalled, and is led to the client", async () => {
  const bsnSearch = bsnSearchCode(world.keys, PASTED_BSN);
  for (const number of one) await change(world, number, { bsnSearch });
  const manager = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  const merger = await apiWith(world, { tasks: ["client.merge"], reach: "everywhere" });
  const { signals: all } = await manager.dashboard.view();
  expect(all.find(({ id }) => id === "same-bsn")?.items[0]?.clients[0]?.href).toBe("/clients/10001");
  expect([await signals(manager), await signals(merger)]).toEqual([["same-bsn 1"], []]);
});

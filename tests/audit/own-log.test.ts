import { beforeEach, describe, expect, it } from "vitest";
import { installation } from "@/db/schema/installation";
import { EVENTS } from "@/server/audit/events";
import { DID, ownText } from "@/server/audit/own-words";
import { apiAs, apiWith, makeEmployee, makePlaces, openSession, takeTask } from "../access/people";
import { makeWorld, START, type TestWorld } from "../world";

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  await world.db.write((tx) => tx.insert(installation).values({ name: "organisation", value: "De Linde" }));
});

const MINUTE = 60_000;

async function nurse(name = "Fatima El Amrani") {
  const holding = { tasks: ["dossier.view"], reach: "own" } as const;
  const id = await makeEmployee(world, [holding], { name, title: "verzorgende" });
  return { id, api: await apiAs(world, await openSession(world, id)) };
}

const reader = () => apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });

describe("the client's own log", () => {
  it("tells by day who did what with which data, when, by which task, in words of daily life", async () => {
    const { api } = await nurse();
    await api.dossier.overview({ clientId: "20001" });
    world.clock.advance(2 * MINUTE);
    await api.dossier.entries({ clientId: "20001", part: "reports" });
    const log = await (await reader()).audits.client({ clientId: "20001" });
    expect(log.organisation).toBe("De Linde");
    expect(log.days.map(({ day }) => day)).toEqual(["2026-11-21"]);
    expect(log.days[0]?.entries).toMatchObject([
      {
        who: "Fatima El Amrani",
        role: "verzorgende",
        what: "Bekeek Rapportages",
        allowedBy: "Dossier inzien",
        from: START + 2 * MINUTE,
        emergency: false,
        outcome: "done",
      },
      { what: "Bekeek het medisch overzicht", from: START },
    ]);
  });

  it("tells the same act within a quarter of an hour once, with how often", async () => {
    const { api } = await nurse();
    for (const minutes of [0, 5, 9, 30]) {
      world.clock.set(START + minutes * MINUTE);
      await (await nurse()).api.dossier.overview({ clientId: "20001" });
    }
    expect(api).toBeDefined();
    const log = await (await reader()).audits.client({ clientId: "20001" });
    expect(
      log.days[0]?.entries.map(({ times, from, until }) => [times, from - START, until - START]),
    ).toEqual([
      [1, 30 * MINUTE, 30 * MINUTE],
      [3, 0, 9 * MINUTE],
    ]);
  });

  it("tells who tried and was not allowed, without a task that would have allowed it", async () => {
    const { id, api } = await nurse("Kevin Mulder");
    await takeTask(world, id);
    await expect(
      (await apiWith(world, { tasks: ["dossier.view"], reach: "beside" })).dossier.overview({
        clientId: "20001",
      }),
    ).rejects.toThrow();
    expect(api).toBeDefined();
    const log = await (await reader()).audits.client({ clientId: "20001" });
    expect(log.days[0]?.entries).toMatchObject([{ outcome: "refused", allowedBy: null }]);
  });

  it("is about this client only, within its period, and each look at it is in it", async () => {
    const { api } = await nurse();
    await api.dossier.overview({ clientId: "20001" });
    await api.dossier.overview({ clientId: "20002" });
    const office = await reader();
    expect((await office.audits.client({ clientId: "20001", until: "2026-11-20" })).days).toEqual([]);
    const log = await office.audits.client({ clientId: "20001" });
    expect(log.days[0]?.entries.map(({ what }) => what)).toEqual([
      "Bekeek dit overzicht",
      "Bekeek het medisch overzicht",
    ]);
  });

  it("goes on page by page, and back", async () => {
    const { api } = await nurse();
    for (let turn = 0; turn < 5; turn++) await api.dossier.overview({ clientId: "20001" });
    const office = await reader();
    const first = await office.audits.client({ clientId: "20001", size: 2 });
    expect([first.newer, first.older]).toEqual([false, true]);
    const second = await office.audits.client({
      clientId: "20001",
      size: 2,
      place: { older: first.last ?? 0 },
    });
    expect([second.newer, second.older, second.first]).toEqual([true, true, (first.last ?? 0) - 1]);
  });
});

describe("its words", () => {
  it("are of events there are, and each sentence that needs a part has one", () => {
    expect(Object.keys(DID).filter((event) => !Object.hasOwn(EVENTS, event))).toEqual([]);
    expect(ownText("dossier.entry-added", ["client:x", "part:care-plans"])).toBe(
      "Schreef iets bij in Zorgplannen",
    );
    expect(ownText("dossier.part-viewed", [])).toBe("Bekeek het dossier");
    expect(ownText("something.new", [])).toBe("something.new");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { installation } from "@/db/schema/installation";
import { EVENTS } from "@/server/audit/events";
import { TRIED } from "@/server/audit/own-attempts";
import { DID, ownText, withheldText } from "@/server/audit/own-words";
import { record } from "@/server/audit/record";
import { CONSENT_REFUSALS } from "@/server/core/refusals/consent";
import { apiAs, apiWith, CLIENTS, makeEmployee, makePlaces, openSession, takeTask } from "../access/people";
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
        task: "Dossier inzien",
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

  it("tells who tried and was not allowed, with the task that would have taken", async () => {
    const { id, api } = await nurse("Kevin Mulder");
    await takeTask(world, id);
    await expect(
      (await apiWith(world, { tasks: ["dossier.view"], reach: "beside" })).dossier.overview({
        clientId: "20001",
      }),
    ).rejects.toThrow();
    expect(api).toBeDefined();
    const log = await (await reader()).audits.client({ clientId: "20001" });
    expect(log.days[0]?.entries).toMatchObject([
      {
        what: "Probeerde het medisch overzicht te bekijken — geweigerd",
        outcome: "refused",
        task: "Dossier inzien",
      },
    ]);
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

describe("rows of doors without a client", () => {
  const listed = (objects: string[]) =>
    world.db.write((tx) =>
      record(tx, world.keys, {
        ...{ at: world.clock.now(), event: "dashboard.viewed", outcome: "done", actor: "employee:1" },
        ...{ actorName: "Kevin Mulder", role: null, onBehalfOf: null, clientId: null, objects },
        ...{ purpose: null, task: null, emergency: false, accessPoint: "web", source: null, detail: null },
      }),
    );

  it("are found by the one client they touched, and by no client when they touched more", async () => {
    const person = "client:client-own";
    const [alone, more] = [
      await listed(["employee:7", person, person]),
      await listed([person, "client:client-below"]),
    ];
    const log = await apiWith(world, { tasks: ["audit.view"], reach: "everywhere" });
    const found = await log.audits.list({ client: String(CLIENTS.own), size: 40 });
    expect(found.lines.map(({ sequence }) => sequence)).toEqual([alone]);
    expect(more).toBe(alone + 1);
    const told = await (await reader()).audits.client({ clientId: String(CLIENTS.own) });
    expect(told.days[0]?.entries).toMatchObject([{ what: "Zag de cliënt op het dashboard" }]);
  });
});

describe("a party that got nothing", () => {
  it("is told with why, and that asking was allowed", async () => {
    await world.db.write((tx) =>
      record(tx, world.keys, {
        ...{ at: world.clock.now(), event: "consent.copy-given", outcome: "failed", actor: "employee:1" },
        ...{ actorName: "Kevin Mulder", role: null, onBehalfOf: null, clientId: "client-own", objects: [] },
        ...{ purpose: null, task: "consent.exchange", emergency: false, accessPoint: "web", source: null },
        detail: "consent-withdrawn",
      }),
    );
    const told = await (await reader()).audits.client({ clientId: String(CLIENTS.own) });
    expect(told.days[0]?.entries).toMatchObject([
      {
        outcome: "failed",
        task: "Gegevens aan partijen verstrekken",
        withheld: "Niet gegeven: de toestemming is ingetrokken",
      },
    ]);
    const kept = Object.keys(CONSENT_REFUSALS).filter((reason) => reason.startsWith("consent-"));
    expect(kept.filter((reason) => withheldText(reason) === null)).toEqual([
      ...["consent-no-choice", "consent-changed", "consent-nothing-to-withdraw", "consent-statement-unknown"],
    ]);
    expect(withheldText("input-invalid") ?? withheldText(null)).toBeNull();
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

  it("tell what was refused or did not succeed as tried, whatever it was, and never as done", () => {
    const tried = (outcome: "refused" | "failed") => (event: string) => ownText(event, [], outcome);
    expect(Object.keys(TRIED).filter((event) => !Object.hasOwn(DID, event))).toEqual([]);
    for (const event of [...Object.keys(EVENTS), "something.new"]) {
      expect(tried("refused")(event)).toMatch(/^Probeerde .+[^*] — geweigerd$/);
      expect(tried("failed")(event)).toMatch(/^Probeerde .+[^*] — niet gelukt$/);
    }
    expect(ownText("dossier.part-viewed", ["part:care-plans"], "refused")).toBe(
      "Probeerde Zorgplannen te bekijken — geweigerd",
    );
    expect(ownText("sharing.added", [], "refused")).toBe(
      "Probeerde een collega toegang te geven tot het dossier — geweigerd",
    );
    expect(tried("refused")("employee.made")).toContain("“Maakt medewerker aan”");
  });
});

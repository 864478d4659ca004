import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { clients } from "@/db/schema/clients";
import { locationMessages } from "@/db/schema/location-messages";
import { reasonOf } from "@/server/access/perform";
import { bsnSearchCode } from "@/server/clients/bsn";
import { apiWith, entriesOf, makeEmployee, PASTED_BSN } from "../access/people";
import { guest, knownCode, makeCarenHouse } from "./house";

const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const numbers = ({ lines }: { lines: { number: number }[] }) => lines.map(({ number }) => number).sort();

describe("the dashboard of Ons Cliënt", () => {
  let house: Awaited<ReturnType<typeof makeCarenHouse>>;
  let manager: Awaited<ReturnType<typeof apiWith>>;
  beforeAll(async () => {
    house = await makeCarenHouse({ keep: true });
    const { world, invite } = house;
    manager = await apiWith(world, { tasks: ["caren.view"], reach: "own" });
    const { invitationId } = await invite("20001");
    await (await guest(world)).portalCaren.redeem({ code: await knownCode(world, invitationId) });
    await invite("20002");
    await invite("20003");
    const found = { bsnSearch: bsnSearchCode(world.keys, PASTED_BSN) };
    await world.db.write((tx) => tx.update(clients).set(found).where(eq(clients.number, 20002)));
    const senderId = await makeEmployee(world, []);
    const sent = { senderId, sender: "Iemand", body: "Dag", createdAt: 0, requestDigest: "" };
    for (const [id, locationId] of [
      ["here", "below"],
      ["there", "beside"],
    ] as const)
      await world.db.write((tx) =>
        tx.insert(locationMessages).values({
          ...{ ...sent, id, locationId, requestKey: id, state: "sent" },
          ...{ expectedClients: 1, expectedAccounts: 1 },
        }),
      );
    return () => world.close();
  });

  it("counts what the list shows, of each status and within reach only", async () => {
    for (const [api, all, byStatus] of [
      [house.office, 5, { linked: 1, invited: 2, "not-linked": 2, unknown: 0 }],
      [manager, 2, { linked: 1, invited: 1, "not-linked": 0, unknown: 0 }],
    ] as const) {
      const { totals } = await api.caren.dashboard();
      expect([totals.clients, totals.byStatus]).toEqual([all, byStatus]);
      for (const [status, count] of Object.entries(byStatus)) {
        const page = await api.caren.list({ status: status as "linked" });
        expect([status, page.total, page.lines.length]).toEqual([status, count, count]);
        expect(page.lines.every((line) => line.status === status)).toBe(true);
      }
      for (const line of (await api.caren.list({})).lines) {
        const one = await api.caren.client({ clientId: String(line.number) });
        expect([line.number, one.status]).toEqual([line.number, line.status]);
      }
    }
    expect((await manager.caren.dashboard()).totals).toMatchObject({ locations: 0, messages: 1 });
    expect((await house.office.caren.dashboard()).totals.messages).toBe(2);
  });

  it("has a tree that counts each client once at every place above, and shows places out of reach by name only", async () => {
    const { tree } = await manager.caren.locations();
    expect(tree).toEqual([
      {
        ...{ code: "HOUSE", name: "Huis house", clients: null, linked: null },
        children: [
          {
            ...{ code: "OWN", name: "Huis own", clients: 2, linked: 1 },
            children: [{ code: "BELOW", name: "Huis below", clients: 1, linked: 0, children: [] }],
          },
        ],
      },
    ]);
    const [top] = (await house.office.caren.locations()).tree;
    expect([top?.clients, top?.linked]).toEqual([3, 1]);
    expect(await manager.caren.location({ code: "OWN" })).toMatchObject({
      clients: 2,
      byStatus: { linked: 1 },
    });
  });

  it("finds by name, number and BSN within a location, and tells nothing of one out of reach", async () => {
    const { world } = house;
    const list = (input: Parameters<typeof manager.caren.list>[0]) => manager.caren.list(input).then(numbers);
    expect(await list({ search: "kanarie" })).toEqual([20001, 20002]);
    expect(await list({ search: "KANARIEBEL" })).toEqual([20002]);
    expect(await list({ search: "20001" })).toEqual([20001]);
    expect(await list({ search: "20003" })).toEqual([]);
    expect(await list({ search: PASTED_BSN })).toEqual([20002]);
    expect(await list({ search: "kanarie", location: "BELOW" })).toEqual([20002]);
    expect(await list({ search: "%" })).toEqual([]);
    for (const code of ["BESIDE", "HOUSE", "NOWHERE", "' OR 1=1"]) {
      expect(await said(manager.caren.list({ location: code }))).toBe("location-gone");
      expect(await said(manager.caren.location({ code }))).toBe("location-gone");
    }
    const rows = await entriesOf(world, () => manager.caren.list({ search: PASTED_BSN }));
    expect(rows.map(({ event }) => event)).toEqual(["caren.listed"]);
    expect(JSON.stringify(rows)).not.toContain(PASTED_BSN);
  });

  it("pages by name without losing or repeating anyone, and leaves out who was merged into another", async () => {
    const { world, office } = house;
    const seen: number[] = [];
    let after: Awaited<ReturnType<typeof office.caren.list>>["next"];
    do {
      const page = await office.caren.list({ size: 2, after });
      seen.push(...page.lines.map(({ number }) => number));
      expect(page.total).toBe(5);
      after = page.next;
    } while (after);
    expect(seen.toSorted()).toEqual([20001, 20002, 20003, 20004, 20005]);
    const merged = (mergedIntoId: string | null) =>
      world.db.write((tx) => tx.update(clients).set({ mergedIntoId }).where(eq(clients.number, 20005)));
    await merged("client-own");
    expect((await office.caren.list({})).total).toBe(4);
    expect((await office.caren.dashboard()).totals.clients).toBe(4);
    await merged(null);
  });

  it("is a signal when a letter was never used, until the client is linked or invited anew", async () => {
    const { world, office, invite } = house;
    const signal = async () => {
      const { signals } = await office.dashboard.view();
      return (
        signals.find(({ id }) => id === "invitation-expired")?.items.map(({ key: _key, ...item }) => item) ??
        []
      );
    };
    expect(await signal()).toEqual([]);
    world.clock.advance(42 * 86_400_000);
    const due = await signal();
    expect(due.map((item) => item.clients[0]?.href).sort()).toEqual([
      "/ons-client/clients/20002",
      "/ons-client/clients/20003",
    ]);
    await invite("20002");
    expect((await signal()).map((item) => item.clients[0]?.number)).toEqual([20003]);
    world.clock.advance(-42 * 86_400_000);
  });
});

import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { movedAddress } from "@/app/_merged/moved-address";
import { migrate } from "@/db/migrate";
import { clients } from "@/db/schema/clients";
import { reasonOf } from "@/server/access/perform";
import { findClient } from "@/server/access/reach";
import { bsnSearchCode, sealBsn } from "@/server/clients/bsn";
import {
  apiAs,
  apiWith,
  CLIENTS,
  type ClientName,
  entriesOf,
  makePlaces,
  signInPortal,
} from "../access/people";
import { makeWorld, type TestWorld } from "../world";

const DAY = "2026-11-22";
const BSN = "999990007";
let world: TestWorld;

const number = (name: ClientName) => String(CLIENTS[name]);
const into = (name: ClientName, survivor: ClientName | null) =>
  world.db.write((tx) =>
    tx
      .update(clients)
      .set({ mergedIntoId: survivor && `client-${survivor}` })
      .where(eq(clients.id, `client-${name}`)),
  );

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
});

describe("the number of who was merged away", () => {
  it("finds whom they were merged into, through any number of merges, with the survivor's places", async () => {
    await into("beside", "own");
    const own = { id: "client-own", number: CLIENTS.own, locations: ["own"] };
    expect(await findClient(world.db.read, number("beside"), DAY)).toEqual(own);
    await into("own", "below");
    const below = { id: "client-below", number: CLIENTS.below, locations: ["below"] };
    for (const name of ["beside", "own", "below"] as const)
      expect(await findClient(world.db.read, number(name), DAY)).toEqual(below);
    await into("own", null);
    expect(await findClient(world.db.read, number("beside"), DAY)).toEqual(own);
  });

  it("opens the survivor to who reaches them, and to nobody by where the other was", async () => {
    await into("beside", "own");
    const here = await apiWith(world, { tasks: ["dossier.view"], reach: "own" });
    const shown = await here.clients.header({ clientId: number("beside") });
    expect(shown).toMatchObject({ number: CLIENTS.own, formerNumbers: [CLIENTS.beside] });
    const there = await apiWith(world, { tasks: ["dossier.view"], reach: "beside" });
    await expect(there.clients.header({ clientId: number("beside") })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is understood by the search, which says so; to who may not see the survivor it finds nobody", async () => {
    await into("beside", "own");
    const here = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
    const { lines, total } = await here.clients.search({ search: number("beside") });
    expect(total).toBe(1);
    expect(lines).toMatchObject([{ number: CLIENTS.own, formerly: CLIENTS.beside }]);
    const own = await here.clients.search({ search: number("own") });
    expect(own.lines).toMatchObject([{ number: CLIENTS.own, formerly: null }]);
    expect((await here.clients.search({ search: "kanariebeside" })).lines).toEqual([]);
    const there = await apiWith(world, { tasks: ["client.manage"], reach: "beside" });
    expect(await there.clients.search({ search: number("beside") })).toMatchObject({ total: 0, lines: [] });
  });

  it("finds the survivor in an emergency, and a BSN both had finds one person", async () => {
    const bsn = { bsnSearch: bsnSearchCode(world.keys, BSN), bsnSealed: sealBsn(world.keys, BSN) };
    await world.db.write((tx) => tx.update(clients).set(bsn));
    for (const name of ["below", "nowhere", "left", "beside"] as const) await into(name, "own");
    const who = await apiWith(world, { tasks: ["emergency.open", "dossier.view"], reach: "nowhere" });
    for (const sought of [BSN, number("beside")])
      expect(await who.emergency.find({ sought })).toMatchObject({ client: { number: CLIENTS.own } });
    expect(await world.db.read.all(sql`SELECT * FROM shared_bsn`)).toEqual([]);
    await into("beside", null);
    expect(await who.emergency.find({ sought: BSN })).toMatchObject({ outcome: "several" });
    expect(await world.db.read.all(sql`SELECT * FROM shared_bsn`)).toHaveLength(1);
  });

  it("cannot be merged with the survivor: they are the same client already", async () => {
    await into("beside", "own");
    const tasks = ["client.merge", "client.manage"] as const;
    const api = await apiWith(world, { tasks, reach: "everywhere" });
    for (const [clientId, otherId, why] of [
      [number("own"), number("beside"), "merge-already"],
      [number("beside"), number("own"), "merge-already"],
      [number("beside"), number("beside"), "merge-same-client"],
    ] as const) {
      const preview = api.merge.preview({ clientId, otherId, choices: { fields: {}, rows: {} } });
      expect(await preview.catch(reasonOf)).toBe(why);
    }
  });

  it("in the portal leads who is something to the survivor on, and tells a stranger nothing", async () => {
    await into("beside", "own");
    const guest = await apiAs(world, await signInPortal(world, [{ kind: "involved", to: "own" }]));
    expect(await guest.portal.client({ clientId: number("beside") })).toMatchObject({
      number: CLIENTS.own,
      formerNumbers: [CLIENTS.beside],
    });
    // What someone still is to the one who was merged away, left there by the merge, shows nothing of either.
    const left = await apiAs(world, await signInPortal(world, [{ kind: "involved", to: "beside" }]));
    expect(await left.portal.clients()).toEqual([]);
    for (const clientId of [number("beside"), number("own")])
      await expect(left.portal.client({ clientId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the log", () => {
  /** Somebody looked at each of the two, before they became one. */
  async function lookedAt(): Promise<void> {
    const anyone = await apiWith(world, { tasks: ["dossier.view"], reach: "everywhere" });
    for (const name of ["own", "beside", "below"] as const)
      await anyone.clients.personalia({ clientId: number(name) });
  }

  it("shows the history of both under either number, to who reaches the survivor, and calls both by one name", async () => {
    await lookedAt();
    await into("beside", "own");
    for (const reach of ["everywhere", "own"] as const) {
      const reader = await apiWith(world, { tasks: ["audit.view", "client.manage"], reach });
      for (const client of [number("own"), number("beside")]) {
        const { lines, total } = await reader.audits.list({ client, events: ["client.viewed"] });
        expect(total.rows).toBe(2);
        expect(lines.map((line) => line.client)).toEqual([
          { number: CLIENTS.beside, name: "Kanarieown" },
          { number: CLIENTS.own, name: "Kanarieown" },
        ]);
      }
    }
    const beside = await apiWith(world, { tasks: ["audit.view"], reach: "beside" });
    for (const client of [number("own"), number("beside")])
      expect((await beside.audits.list({ client })).lines).toEqual([]);
  });

  it("of a client tells them of both, to the office and in the portal", async () => {
    await lookedAt();
    await into("beside", "own");
    await into("own", "below");
    const whole = { ...{ from: "2026-01-01", until: "2027-01-01" }, place: "newest", size: 50 } as const;
    const office = await apiWith(world, { tasks: ["client.manage", "dossier.view"], reach: "everywhere" });
    const times = (days: { entries: { what: string; times: number }[] }[]) =>
      days
        .flatMap(({ entries }) => entries)
        .filter(({ what }) => what === "Bekeek de persoonsgegevens")
        .reduce((sum, entry) => sum + entry.times, 0);
    const clientId = number("below");
    expect(times((await office.audits.client({ clientId, ...whole })).days)).toBe(3);
    const own = await apiAs(world, await signInPortal(world, [{ kind: "client", to: "below" }]));
    expect(times((await own.portalAccess.log({ clientId, ...whole })).days)).toBe(3);
  });

  it("writes what is done by an old number down with the survivor", async () => {
    await into("beside", "own");
    const api = await apiWith(world, { tasks: ["dossier.view"], reach: "everywhere" });
    const rows = await entriesOf(world, () => api.clients.personalia({ clientId: number("beside") }));
    expect(rows.map(({ clientId }) => clientId)).toEqual(["client-own"]);
  });
});

it("a database with the triggers of an earlier release gets those of this one", async () => {
  const old = "AFTER UPDATE OF id ON clients BEGIN SELECT 1; END";
  await world.db.write(async (tx) => {
    for (const name of ["clients_name_update", "client_finder_client_changed", "shared_bsn_changed"]) {
      await tx.run(sql.raw(`DROP TRIGGER ${name}`));
      await tx.run(sql.raw(`CREATE TRIGGER ${name} ${old}`));
    }
  });
  await migrate(world.db, `${import.meta.dirname}/../../db/migrations`);
  await into("beside", "own");
  const api = await apiWith(world, { tasks: ["client.manage"], reach: "everywhere" });
  expect((await api.clients.search({ search: "kanariebeside" })).total).toBe(0);
  const named = sql`SELECT rowid FROM client_names WHERE client_names MATCH 'kanariebeside'`;
  expect(await world.db.read.all(named)).toEqual([]);
  expect(await world.db.read.all(sql`SELECT * FROM client_finder WHERE sort_name = 'kanariebeside'`)).toEqual(
    [],
  );
  await into("beside", null);
  expect((await api.clients.search({ search: "kanariebeside" })).total).toBe(1);
});

it.each([
  ["/clients/10003", "/clients/10002?merged=10003"],
  ["/clients/10003/dossier/reports?page=2", "/clients/10002/dossier/reports?page=2&merged=10003"],
  ["/caren/10003/documents", "/caren/10002/documents?merged=10003"],
  ["/clients/10004/dossier", undefined],
  ["/admin/10003", undefined],
  ["", undefined],
])("the address %s of who was merged away leads to %s", (address, moved) => {
  expect(movedAddress(address, "10003", 10_002)).toBe(moved);
});

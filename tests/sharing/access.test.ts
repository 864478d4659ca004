import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { clients } from "@/db/schema/clients";
import { reports } from "@/db/schema/dossier/reports";
import { dossierRoles } from "@/db/schema/sharing";
import { reasonOf } from "@/server/access/perform";
import { bsnSearchCode } from "@/server/clients/bsn";
import { newId } from "@/server/core/ids";
import { CLIENTS, giveDossierRole, makePlaces, PASTED_BSN } from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import { type Colleague, EXTERN, makeColleague, PRACTITIONER, switchOff } from "./scene";

const clientId = String(CLIENTS.own);
let world: TestWorld;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
});

const allergy = () => ({
  ...{ clientId, part: "allergies", requestKey: newId(0) },
  values: { substance: "Noten", category: "food" },
});

const adds = async (who: Colleague) => (await who.api()).entries.add(allergy()).then(() => "done", reasonOf);

test("a Viewer edits nothing there, whatever their reach; a Collaborator does, without any", async () => {
  const near = await makeColleague(world, PRACTITIONER, "everywhere");
  expect(await adds(near)).toBe("done");
  await giveDossierRole(world, near.id, "own", "viewer");
  expect(await adds(near)).toBe("dossier-role-caps");
  expect((await (await near.api()).clients.header({ clientId })).may.edit).toBe(false);
  const far = await makeColleague(world, EXTERN);
  expect(await adds(far)).toBe("not-found");
  await giveDossierRole(world, far.id, "own", "collaborator");
  expect(await adds(far)).toBe("done");
});

test("who works only by a role finds exactly the dossiers that were shared, wherever they look", async () => {
  const code = bsnSearchCode(world.keys, PASTED_BSN);
  await world.db.write((tx) => tx.update(clients).set({ bsnSearch: code }));
  const extern = await makeColleague(world, EXTERN);
  const found = async (search: string) => {
    const { lines, total } = await (await extern.api()).clients.search({ search });
    expect(total).toBe(lines.length);
    return lines.map(({ number }) => number);
  };
  const searches = ["Kanarie", "20001", "20003", PASTED_BSN, "06-05-1940"];
  const all = async () => {
    const seen: number[][] = [];
    for (const search of searches) seen.push(await found(search));
    const { lines } = await (await extern.api()).clients.list({});
    const { recent } = await (await extern.api()).dashboard.view();
    return [...seen, lines.map(({ number }) => number), recent.map(({ number }) => number)];
  };
  expect(await all()).toEqual([[], [], [], [], [], [], []]);
  await giveDossierRole(world, extern.id, "own", "viewer");
  await (await extern.api()).clients.header({ clientId });
  const own = [CLIENTS.own];
  expect(await all()).toEqual([own, own, [], own, own, own, own]);
  const other = String(CLIENTS.beside);
  const api = await extern.api();
  expect(await api.clients.header({ clientId: other }).catch(reasonOf)).toBe("not-found");
  await world.db.write((tx) => tx.update(dossierRoles).set({ endedAt: world.clock.now() }));
  expect(await all()).toEqual([[], [], [], [], [], [], []]);
});

test("a role shows all of the dossier: hidden reports and those bound to an expertise too", async () => {
  const now = world.clock.now();
  const entry = {
    clientId: "client-own",
    moment: now,
    recordedAt: now,
    recordedBy: "Iemand",
    category: "dag",
  };
  await world.db.write((tx) =>
    tx.insert(reports).values([
      { ...entry, id: "open", discipline: "zorg", expertises: [], text: "Open" },
      { ...entry, id: "hidden", discipline: "zorg", expertises: [], text: "Verborgen", hidden: true },
      { ...entry, id: "bound", discipline: "zorg", expertises: ["psychologist"], text: "Gebonden" },
    ]),
  );
  const carer = await makeColleague(world, EXTERN, "own");
  const seen = async () => {
    const { entries } = await (await carer.api()).dossier.entries({ clientId, part: "reports" });
    return entries.map(({ id }) => id).sort();
  };
  expect(await seen()).toEqual(["open"]);
  await giveDossierRole(world, carer.id, "own", "viewer");
  expect(await seen()).toEqual(["bound", "hidden", "open"]);
});

test("a dossier in care that nobody owns today is a signal to who may appoint an owner there", async () => {
  const owner = await makeColleague(world, PRACTITIONER, "own");
  const missing = async (who: Colleague) => {
    const { signals } = await (await who.api()).dashboard.view();
    const signal = signals.find(({ id }) => id === "no-owner");
    return signal?.items.flatMap((item) => item.clients.map(({ number }) => number)) ?? [];
  };
  expect(await missing(owner)).toEqual([CLIENTS.own, CLIENTS.below]);
  const away = await makeColleague(world, EXTERN);
  await giveDossierRole(world, away.id, "own", "owner");
  expect(await missing(owner)).toEqual([CLIENTS.below]);
  await switchOff(world, away.id);
  expect(await missing(owner)).toEqual([CLIENTS.own, CLIENTS.below]);
  await giveDossierRole(world, owner.id, "below", "owner");
  expect(await missing(owner)).toEqual([CLIENTS.own]);
  const from = { fromDate: "2026-11-22" };
  await world.db.write((tx) =>
    tx.update(dossierRoles).set(from).where(eq(dossierRoles.employeeId, owner.id)),
  );
  expect(await missing(owner)).toEqual([CLIENTS.own, CLIENTS.below]);
  const out = { outOfCareSince: "2026-11-21" };
  await world.db.write((tx) => tx.update(clients).set(out).where(eq(clients.id, "client-own")));
  expect(await missing(owner)).toEqual([CLIENTS.below]);
  expect(await missing(await makeColleague(world, ["dossier.view"], "own"))).toEqual([]);
});

import { beforeEach, expect, test } from "vitest";
import { employees } from "@/db/schema/access";
import { contacts } from "@/db/schema/clients";
import { mails } from "@/db/schema/mails";
import { portalAccounts } from "@/db/schema/portal";
import { reasonOf } from "@/server/access/perform";
import { newId } from "@/server/core/ids";
import { apiAs, apiWith, giveDossierRole, makeEmployee, openSession } from "../access/people";
import { recordsOf } from "../clients/office";
import { refusedFields } from "../clinimetrics/nurse";
import { makeWorld, type TestWorld } from "../world";
import { around, CLIENT, personAs } from "./people";

let world: TestWorld;
let house: Awaited<ReturnType<typeof around>>;
beforeEach(async () => {
  world = await makeWorld();
  house = await around(world);
});

const gerda = {
  ...{ clientId: CLIENT, kind: "involved" as const, name: "Gerda Smit" },
  ...{ email: "gerda@voorbeeld.example", relation: "buurvrouw" },
};
const why = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const listed = async () => (await house.sharer.involved.list({ clientId: CLIENT })).people;

test("someone is invited once, and what is missing is told at its field", async () => {
  const { invite } = house.sharer.involved;
  const wrong = await refusedFields(invite({ ...gerda, name: " ", email: "gerda", relation: "" }));
  expect(wrong.fields).toMatchObject([
    { path: "name", problem: "required" },
    { path: "email", problem: "not-an-email" },
    { path: "relation", problem: "required" },
  ]);
  expect(await invite(gerda)).toMatchObject({ alreadyActive: false });
  const kinds = async () => (await world.db.read.select().from(mails)).map(({ kind }) => kind).toSorted();
  // Who is involved already hears of it.
  expect(await kinds()).toEqual(["portal-activation", "sharing-changed"]);
  expect(await why(invite({ ...gerda, email: "GERDA@voorbeeld.example" }))).toBe("portal-already");
  expect(await listed()).toContainEqual(
    expect.objectContaining({ name: "Gerda Smit", state: "invited", kindText: "Betrokkene" }),
  );
});

test("nobody invites themselves, a reader invites nobody, and there is one account of the client", async () => {
  const id = await makeEmployee(world, [{ tasks: ["dossier.view", "dossier.share"], reach: "own" }]);
  const [me] = (await world.db.read.select().from(employees)).filter((each) => each.id === id);
  const own = await apiAs(world, await openSession(world, id));
  const self = own.involved.invite({ ...gerda, email: me?.email.toUpperCase() ?? "" });
  expect(await why(self)).toBe("portal-invite-self");
  await giveDossierRole(world, id, "own", "viewer");
  const viewer = await apiAs(world, await openSession(world, id));
  expect(await why(viewer.involved.invite(gerda))).toBe("dossier-role-caps");
  await personAs(world, "client", "own", "De Cliënt");
  expect(await why(house.sharer.involved.invite({ ...gerda, kind: "client" }))).toBe("portal-client-already");
});

test("a representative has a power about care that holds now", async () => {
  const add = (id: string, more: Partial<typeof contacts.$inferInsert>) =>
    world.db.write((tx) =>
      tx.insert(contacts).values({ id, clientId: "client-own", name: `Iemand ${id}`, ...more }),
    );
  await add("mentor", { representation: "mentor" });
  await add("money", { representation: "administrator" });
  await add("over", { representation: "mentor", untilDate: "2026-11-21" });
  await add("none", {});
  await world.db.write((tx) =>
    tx
      .insert(contacts)
      .values({ id: "away", clientId: "client-beside", name: "Elders", representation: "mentor" }),
  );
  const { powers } = await house.sharer.involved.list({ clientId: CLIENT });
  expect(powers.map(({ id }) => id)).toEqual(["mentor"]);
  const invite = (contactId: string) =>
    why(house.sharer.involved.invite({ ...gerda, kind: "representative", contactId }));
  for (const id of ["money", "over", "none", "away"]) expect(await invite(id)).toBe("portal-no-power");
  expect(await invite("mentor")).toBe("done");
});

test("the network is not managed here, and another client's people are nobody", async () => {
  const network = await personAs(world, "network", "own", "Net Werk");
  const away = await personAs(world, "involved", "beside", "Els Elders");
  const { remove, resend } = house.sharer.involved;
  const at = (relationId: string) => ({ clientId: CLIENT, relationId });
  expect(await why(remove(at(network.relationId)))).toBe("not-for-network");
  expect(await why(resend(at(network.relationId)))).toBe("not-for-network");
  expect(await why(remove(at(away.relationId)))).toBe("portal-relation-gone");
  expect(await why(resend(at(house.anja.relationId)))).toBe("portal-active");
  expect((await listed()).map(({ state }) => state)).toEqual(["active", "active"]);
});

test("who has access is shown by role and kind, and only as it is now", async () => {
  const owner = await makeEmployee(world, [], { name: "Sanne Kuipers", title: "regiebehandelaar" });
  await giveDossierRole(world, owner, "own", "owner");
  const client = await personAs(world, "client", "own", "De Cliënt");
  await house.sharer.involved.remove({ clientId: CLIENT, relationId: house.anja.relationId });
  const shown = await (await client.api()).portalAccess.people({ clientId: CLIENT });
  expect(shown).toEqual({
    staff: [{ name: "Sanne Kuipers", title: "regiebehandelaar", role: "Eigenaar" }],
    people: [{ name: "De Cliënt", kind: "Cliënt" }],
  });
});

test("whom an address already belongs to is not told: staff and others see the name the inviter typed", async () => {
  const anja = await world.db.read.select().from(portalAccounts);
  const email = anja[0]?.email ?? "";
  const at = { kind: "client" as const, clientId: CLIENT };
  const typed = await house.sharer.involved.invite({ ...gerda, ...at, email, name: "Mevrouw X" });
  const ask = { ...house.asked, relationId: typed.relationId, requestKey: "of-the-typed" };
  await house.carer.involved.ask(ask);
  const { people, activities } = await house.sharer.involved.list({ clientId: CLIENT });
  expect(people.find(({ relationId }) => relationId === typed.relationId)?.name).toBe("Mevrouw X");
  expect(activities.map(({ person }) => person)).toEqual(["Mevrouw X"]);
  const own = await house.anja.api();
  const seen = await own.portalAccess.people({ clientId: CLIENT });
  expect(seen.people.map(({ name }) => name)).toEqual(["Anja Visser", "Mevrouw X"]);
  expect(await own.portal.me()).toMatchObject({ name: "Anja Visser" });
});

test("the contact a representative's access hangs on stays one person, until that access is ended", async () => {
  const contact = {
    id: "mentor",
    clientId: "client-own",
    name: "Anja Visser",
    representation: "mentor" as const,
  };
  await world.db.write((tx) => tx.insert(contacts).values(contact));
  const invited = {
    ...gerda,
    kind: "representative" as const,
    contactId: "mentor",
    email: "a@voorbeeld.example",
  };
  const { relationId } = await house.sharer.involved.invite(invited);
  const office = await apiWith(world, { tasks: ["client.manage"], reach: "own" });
  const rename = async (name: string, more: Record<string, string> = {}) => {
    const at = { clientId: CLIENT, kind: "contacts", recordId: "mentor" } as const;
    const stamp = (await recordsOf(office, CLIENT, "contacts"))[0]?.stamp ?? "";
    const values = { name, representation: "mentor", ...more };
    const change = { ...at, stamp, requestKey: newId(0), values };
    return why(office.records.change(change));
  };
  const alike = ["mevr. A. Visser", "Anja Visser-de Wit", "anja vísser", "Visser", "Anja Visser"];
  for (const name of alike) expect(await rename(name), name).toBe("done");
  const others = ["Peter Visser", "Anja Bakker", "Jan de Boer", "Bakker"];
  for (const name of others) expect(await rename(name), name).toBe("contact-in-portal");
  // Nor in two steps, by which the power would come back for somebody else.
  expect(await rename("Anja Visser", { representation: "" })).toBe("done");
  expect(await rename("Peter Visser")).toBe("contact-in-portal");
  await house.sharer.involved.remove({ clientId: CLIENT, relationId });
  expect(await rename("Peter Visser")).toBe("done");
});

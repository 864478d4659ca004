import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { grants, roleTasks } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import { dossierRoles } from "@/db/schema/sharing";
import { reasonOf } from "@/server/access/perform";
import { DomainError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import {
  CLIENTS,
  entriesOf,
  giveDossierRole,
  makeEmployee,
  makePlaces,
  signInPortal,
} from "../access/people";
import { makeWorld, type TestWorld } from "../world";
import {
  adding,
  type Colleague,
  EXTERN,
  mailsTo,
  makeColleague,
  PRACTITIONER,
  personIn,
  switchOff,
} from "./scene";

const clientId = String(CLIENTS.own);

let world: TestWorld;
let owner: Colleague;
let extern: Colleague;

beforeEach(async () => {
  world = await makeWorld();
  await makePlaces(world);
  owner = await makeColleague(world, PRACTITIONER, "own", "Eigenaar");
  extern = await makeColleague(world, EXTERN, "nowhere", "Extern");
  await giveDossierRole(world, owner.id, "own", "owner");
});

/** Why an act was refused: its reason, or the fields that are wrong as `path: problem`. */
async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof DomainError && at.fields.length > 0)
      return at.fields.map(({ path, problem }) => `${path}: ${problem}`);
  return error === undefined ? "done" : reasonOf(error);
}

const add = async (by: Colleague, ...given: Parameters<typeof adding>) =>
  (await by.api()).sharing.add(adding(...given));
const transfer = async (by: Colleague, rowId: string, requestKey = newId(0)) =>
  (await by.api()).sharing.transfer({ clientId, rowId, requestKey });
const openOwners = () =>
  world.db.read.$count(dossierRoles, and(eq(dossierRoles.role, "owner"), isNull(dossierRoles.endedAt)));

describe("adding", () => {
  test("gives the role at once, and takes it away when it is removed", async () => {
    expect(await refusalOf((await extern.api()).clients.header({ clientId }))).toBe("not-found");
    await add(owner, extern.email.toUpperCase(), "viewer");
    const header = await (await extern.api()).clients.header({ clientId });
    expect(header.may).toMatchObject({ dossier: true, edit: false });
    const person = await personIn(owner, "Extern");
    expect(person).toMatchObject({ label: "Viewer", fromDate: "2026-11-21", givenBy: "Eigenaar, proef" });
    await (await owner.api()).sharing.remove({ clientId, rowId: person.rowId });
    expect(await refusalOf((await extern.api()).clients.header({ clientId }))).toBe("not-found");
    const { former } = await (await owner.api()).sharing.page({ clientId });
    expect(former).toMatchObject([{ name: "Extern", why: "removed", endedBy: "Eigenaar, proef" }]);
  });

  test("asks for an active account of an employee, whatever else there is at that address", async () => {
    await signInPortal(world, [{ kind: "client", to: "own" }], { email: "portaal@kroniek.example" });
    await makeEmployee(world, [], { email: "nieuw@kroniek.example" });
    const off = await makeColleague(world, EXTERN);
    await switchOff(world, off.id);
    for (const email of [
      "niemand@kroniek.example",
      "portaal@kroniek.example",
      "nieuw@kroniek.example",
      off.email,
    ])
      expect(await refusalOf(add(owner, email, "viewer"))).toEqual(["email: account-needed"]);
    expect(await refusalOf(add(owner, "geen adres", "viewer"))).toEqual(["email: not-an-email"]);
  });

  test("refuses yourself, someone twice, a role above your own and one that its holder has no task for", async () => {
    const office = await makeColleague(world, ["client.manage"]);
    expect(await refusalOf(add(owner, owner.email, "viewer"))).toEqual(["email: not-yourself"]);
    expect(await refusalOf(add(owner, office.email, "viewer"))).toEqual(["role: role-without-task"]);
    await add(owner, extern.email, "collaborator");
    expect(await refusalOf(add(owner, extern.email, "viewer"))).toEqual(["email: already-shared"]);
    expect(await refusalOf(add(owner, extern.email, "owner"))).toBe("sharing-owner-there");
    const narrow = await makeColleague(
      world,
      ["dossier.view", "dossier.view-hidden", "dossier.share"],
      "own",
    );
    const another = await makeColleague(world, EXTERN);
    expect(await refusalOf(add(narrow, another.email, "collaborator"))).toEqual(["role: role-not-yours"]);
  });

  test("is not for a viewer or a collaborator, whatever their reach", async () => {
    const near = await makeColleague(world, PRACTITIONER, "everywhere");
    for (const role of ["viewer", "collaborator"] as const) {
      await world.db.write((tx) => tx.delete(dossierRoles).where(eq(dossierRoles.employeeId, near.id)));
      await giveDossierRole(world, near.id, "own", role);
      expect(await refusalOf(add(near, extern.email, "viewer"))).toBe("dossier-role-caps");
    }
  });

  test("of two at once of the same person one is told, and a double click is one role and one mail", async () => {
    const manager = await makeColleague(world, PRACTITIONER, "own");
    const both = await Promise.all([
      refusalOf(add(owner, extern.email, "viewer")),
      refusalOf(add(manager, extern.email, "viewer")),
    ]);
    expect(both).toContain("done");
    expect(both).toContainEqual(["email: already-shared"]);
    const another = await makeColleague(world, EXTERN);
    const click = adding(another.email, "viewer");
    const api = await owner.api();
    await Promise.all([api.sharing.add(click), api.sharing.add(click)]);
    expect((await mailsTo(world)).filter((mail) => mail.endsWith(another.email))).toHaveLength(1);
    const typedOn = { ...click, values: { ...click.values, role: "collaborator" } };
    expect(await refusalOf(api.sharing.add(typedOn))).toBe("request-reused");
  });

  test("counts from its first day to the day before its last", async () => {
    await add(owner, extern.email, "viewer", { fromDate: "2026-11-23", untilDate: "2026-11-25" });
    const asked = async () => refusalOf((await extern.api()).clients.header({ clientId }));
    const seen = [await asked()];
    // Midnight in Amsterdam is 23.00 uur the day before in UTC.
    for (const moment of ["22T22:59", "22T23:00", "24T22:59", "24T23:00"]) {
      world.clock.set(Date.parse(`2026-11-${moment}:00Z`));
      seen.push(await asked());
    }
    expect(seen).toEqual(["not-found", "not-found", "done", "done", "not-found"]);
    expect((await (await owner.api()).sharing.page({ clientId })).former).toMatchObject([{ why: "expired" }]);
    await add(owner, extern.email, "collaborator");
    expect(await asked()).toBe("done");
  });
});

describe("changing", () => {
  test("another role counts at once; the earlier one stays readable", async () => {
    await add(owner, extern.email, "viewer");
    const before = await personIn(owner, "Extern");
    const api = await owner.api();
    const change = { clientId, rowId: before.rowId, requestKey: newId(0) };
    await api.sharing.change({ ...change, values: { ...before.filled, role: "collaborator" } });
    await api.sharing.change({ ...change, values: { ...before.filled, role: "collaborator" } });
    expect((await (await extern.api()).clients.header({ clientId })).may.edit).toBe(true);
    const { former } = await api.sharing.page({ clientId });
    expect(former).toMatchObject([{ name: "Extern", label: "Viewer", why: "changed" }]);
    const stale = { ...change, requestKey: newId(0), values: { role: "viewer" } };
    expect(await refusalOf(api.sharing.change(stale))).toBe("record-changed");
    const until = { ...(await personIn(owner, "Extern")).filled, untilDate: "2026-11-20" };
    const { rowId } = await personIn(owner, "Extern");
    expect(await refusalOf(api.sharing.change({ ...stale, rowId, values: until }))).toEqual([
      "untilDate: before-start",
    ]);
  });

  test("the owner is not changed, removed or left without; one's own role is for others", async () => {
    const manager = await makeColleague(world, PRACTITIONER, "own");
    const { rowId } = await personIn(owner, "Eigenaar");
    const aim = { clientId, rowId };
    const values = { role: "viewer" };
    const api = await manager.api();
    expect(await refusalOf(api.sharing.remove(aim))).toBe("sharing-owner-stays");
    expect(await refusalOf(api.sharing.change({ ...aim, values, requestKey: newId(0) }))).toBe(
      "sharing-owner-stays",
    );
    expect(await refusalOf((await owner.api()).sharing.leave(aim))).toBe("sharing-owner-stays");
    expect(await refusalOf((await owner.api()).sharing.remove(aim))).toBe("sharing-own-role");
    expect(await refusalOf(api.sharing.leave(aim))).toBe("not-found");
  });

  test("a role in the dossier of another client is not found", async () => {
    await giveDossierRole(world, extern.id, "beside", "viewer");
    const rows = await world.db.read
      .select()
      .from(dossierRoles)
      .where(eq(dossierRoles.employeeId, extern.id));
    const rowId = rows[0]?.id ?? "";
    expect(await refusalOf((await owner.api()).sharing.remove({ clientId, rowId }))).toBe("not-found");
    expect(await refusalOf(transfer(owner, rowId))).toBe("not-found");
  });

  test("a right that was lost while the call waited its turn changes nothing", async () => {
    await add(owner, extern.email, "viewer");
    const { rowId } = await personIn(owner, "Extern");
    const api = await owner.api();
    await world.db.write((tx) => tx.delete(grants).where(eq(grants.employeeId, owner.id)));
    expect(await refusalOf(api.sharing.remove({ clientId, rowId }))).toBe("sharing-changed");
    expect(await refusalOf(api.sharing.add(adding("x@kroniek.example", "viewer")))).toContain(
      "role: role-not-yours",
    );
  });
});

test("nobody sheds what their role takes away by leaving: they ask the owner", async () => {
  const carer = await makeColleague(world, ["dossier.view", "dossier.edit"], "own", "Verzorgende");
  await add(owner, carer.email, "viewer");
  const { rowId } = await personIn(owner, "Verzorgende");
  const leave = async () => (await carer.api()).sharing.leave({ clientId, rowId });
  expect(await refusalOf(leave())).toBe("sharing-leave-caps");
  await (await owner.api()).sharing.remove({ clientId, rowId });
  expect(await mailsTo(world)).toEqual([
    `sharing-invited ${carer.email}`,
    `sharing-role-changed ${carer.email}`,
  ]);
  const reader = await makeColleague(world, ["dossier.view"], "own", "Lezer");
  await add(owner, reader.email, "viewer");
  const own = (await personIn(owner, "Lezer")).rowId;
  expect(await refusalOf((await reader.api()).sharing.leave({ clientId, rowId: own }))).toBe("done");
});

describe("handing over", () => {
  test("the old owner becomes Collaborator by itself, and may then leave", async () => {
    await add(owner, extern.email, "viewer");
    const { rowId } = await personIn(owner, "Extern");
    const rows = await entriesOf(world, () => transfer(owner, rowId));
    expect(rows).toMatchObject([{ event: "sharing.transferred", outcome: "done", detail: "role owner" }]);
    expect(await personIn(extern, "Extern")).toMatchObject({ label: "Eigenaar", mine: true });
    const own = await personIn(owner, "Eigenaar");
    expect(own).toMatchObject({ label: "Collaborator", untilDate: null });
    const api = await owner.api();
    await api.sharing.leave({ clientId, rowId: own.rowId });
    await api.sharing.leave({ clientId, rowId: own.rowId });
    const { former } = await (await extern.api()).sharing.page({ clientId });
    expect(former.map(({ name, label, why }) => [name, label, why])).toContainEqual([
      "Eigenaar",
      "Collaborator",
      "left",
    ]);
  });

  test("is done by the owner only, to someone whose account is on and who holds its tasks", async () => {
    const carer = await makeColleague(world, ["dossier.view", "dossier.edit"], "own", "Verzorgende");
    await add(owner, extern.email, "viewer");
    await add(owner, carer.email, "collaborator");
    const manager = await makeColleague(world, PRACTITIONER, "own");
    const { rowId } = await personIn(owner, "Extern");
    expect(await refusalOf(transfer(manager, rowId))).toBe("sharing-not-owner");
    const { rowId: carers } = await personIn(owner, "Verzorgende");
    expect(await refusalOf(transfer(owner, carers))).toBe("sharing-without-task");
    await switchOff(world, extern.id);
    expect(await refusalOf(transfer(owner, rowId))).toBe("sharing-account-off");
    expect(await openOwners()).toBe(1);
  });

  test("of two at once one wins, and there is one owner", async () => {
    const second = await makeColleague(world, EXTERN, "nowhere", "Tweede");
    await add(owner, extern.email, "viewer");
    await add(owner, second.email, "viewer");
    const [one, other] = [await personIn(owner, "Extern"), await personIn(owner, "Tweede")];
    const both = await Promise.all([
      refusalOf(transfer(owner, one.rowId)),
      refusalOf(transfer(owner, other.rowId)),
    ]);
    expect(both.sort()).toEqual(["done", "sharing-changed"]);
    expect(await openOwners()).toBe(1);
    expect(await world.db.read.$count(dossierRoles, isNull(dossierRoles.endedAt))).toBe(3);
  });

  test("a second owner cannot be written, whoever writes", async () => {
    await expect(giveDossierRole(world, extern.id, "own", "owner")).rejects.toThrow();
  });
});

describe("a dossier without an owner", () => {
  test("an account that is off counts no more: who manages rights in reach appoints the next", async () => {
    const manager = await makeColleague(world, PRACTITIONER, "own");
    expect(await refusalOf(add(manager, extern.email, "owner"))).toBe("sharing-owner-there");
    await switchOff(world, owner.id);
    expect((await (await manager.api()).sharing.page({ clientId })).hasOwner).toBe(false);
    expect(await refusalOf(add(manager, manager.email, "owner"))).toEqual(["email: not-yourself"]);
    expect(await refusalOf(add(manager, extern.email, "owner", { untilDate: "2027-01-01" }))).toEqual([
      "untilDate: owner-no-days",
    ]);
    const second = await makeColleague(world, EXTERN);
    const both = await Promise.all([
      refusalOf(add(manager, extern.email, "owner")),
      refusalOf(add(manager, second.email, "owner")),
    ]);
    expect(both.sort()).toEqual(["done", "sharing-owner-there"]);
    expect(await openOwners()).toBe(1);
    const { former } = await (await manager.api()).sharing.page({ clientId });
    expect(former).toMatchObject([{ name: "Eigenaar", why: "account-disabled" }]);
  });
});

test("who manages rights where nobody owns appoints themselves only when they gain no task by it", async () => {
  const to = ["owner", {}, "beside"] as const;
  const narrow = await makeColleague(world, PRACTITIONER, "beside");
  expect(await refusalOf(add(narrow, narrow.email, ...to))).toEqual(["email: not-yourself"]);
  const whole = await makeColleague(world, [...PRACTITIONER, "dossier.export"], "beside");
  expect(await refusalOf(add(whole, whole.email, "collaborator", {}, "beside"))).toEqual([
    "email: not-yourself",
  ]);
  expect(await refusalOf(add(whole, whole.email, ...to))).toBe("done");
  expect(await mailsTo(world)).toEqual([]);
});

describe("mail", () => {
  test("each change tells the invited, the client, representatives and betrokkenen once, and names nobody", async () => {
    const outside = { passwordHash: "set" };
    await signInPortal(world, [{ kind: "client", to: "own" }], { ...outside, email: "client@post.example" });
    const two = [{ kind: "representative", to: "own" } as const, { kind: "involved", to: "own" } as const];
    await signInPortal(world, two, { ...outside, email: "dochter@post.example" });
    await signInPortal(world, [{ kind: "network", to: "own" }], { ...outside, email: "buur@post.example" });
    await signInPortal(world, [{ kind: "involved", to: "beside" }], {
      ...outside,
      email: "elders@post.example",
    });
    await signInPortal(world, [{ kind: "involved", to: "own" }], { email: "nog-niet@post.example" });
    await signInPortal(world, [{ kind: "involved", to: "own", ended: true }], outside);
    const around = ["sharing-changed client@post.example", "sharing-changed dochter@post.example"];
    await add(owner, extern.email, "viewer");
    expect(await mailsTo(world)).toEqual([...around, `sharing-invited ${extern.email}`]);
    await world.db.write((tx) => tx.delete(mails));
    await transfer(owner, (await personIn(owner, "Extern")).rowId);
    expect(await mailsTo(world)).toEqual([...around, `sharing-role-changed ${extern.email}`]);
    await world.db.write((tx) => tx.delete(mails));
    await (await owner.api()).sharing.leave({ clientId, rowId: (await personIn(owner, "Eigenaar")).rowId });
    expect(await mailsTo(world)).toEqual(around);
  });
});

describe("an owner who could not be owner any more", () => {
  const tasksOff = async () => {
    const rows = await world.db.read.select().from(grants).where(eq(grants.employeeId, owner.id));
    const roleId = rows[0]?.roleId ?? "";
    await world.db.write((tx) =>
      tx.delete(roleTasks).where(and(eq(roleTasks.roleId, roleId), eq(roleTasks.task, "dossier.share"))),
    );
  };

  test("counts as none: the signal names the dossier, and who holds Dossierrechten there appoints another", async () => {
    const manager = await makeColleague(world, PRACTITIONER, "house", "Beheerder");
    const next = await makeColleague(world, PRACTITIONER, "nowhere", "Volgende");
    const missing = async () =>
      (await (await manager.api()).dashboard.signal({ signal: "no-owner" }))?.items.flatMap(({ clients }) =>
        clients.map(({ number }) => number),
      );
    expect(await missing()).not.toContain(CLIENTS.own);
    expect(await refusalOf(add(manager, next.email, "owner"))).toBe("sharing-owner-there");
    await tasksOff();
    expect(await missing()).toContain(CLIENTS.own);
    const page = await (await manager.api()).sharing.page({ clientId });
    expect(page).toMatchObject({ hasOwner: false, mayAppoint: true });

    await add(manager, next.email, "owner");
    expect(await openOwners()).toBe(1);
    expect(await personIn(manager, "Volgende")).toMatchObject({ role: "owner" });
    expect(await personIn(manager, "Eigenaar")).toMatchObject({
      role: "collaborator",
      fromDate: "2026-11-21",
    });
    expect(await mailsTo(world)).toContain(`sharing-role-changed ${owner.email}`);
    expect(await missing()).not.toContain(CLIENTS.own);
  });
});

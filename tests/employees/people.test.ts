import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import { reasonOf } from "@/server/access/perform";
import { findSession } from "@/server/auth/session";
import { apiAs, entriesOf } from "../access/people";
import { mailedCode, mailTexts, makeHouse, makeRoleRow, worker } from "./house";

const NEW = {
  name: "Kanarie Nieuwkomer",
  email: "Nieuw@Kroniek.example",
  title: "verzorgende kanarie",
  expertises: ["nurse"],
};
const PASSWORD = "vier losse woorden hier";
const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);

async function made() {
  const house = await makeHouse();
  const roleId = await makeRoleRow(house.world, "verzorgende", ["dossier.view"]);
  const roles = [{ roleId, reach: { kind: "location" as const, code: "OWN" } }];
  const { employeeId } = await (await house.admin.api()).employees.make({
    ...NEW,
    roles,
    requestKey: "key-new-1",
  });
  return { ...house, roleId, employeeId };
}

describe("a new employee", () => {
  it("activates the account by the mailed link, once, and can do from then on what the role gives", async () => {
    const { world, admin, employeeId } = await made();
    const code = await mailedCode(world, employeeId);
    const stranger = await apiAs(world);
    const both = await Promise.all(
      [1, 2].map(() => said(stranger.account.activate({ code, newPassword: PASSWORD }))),
    );
    expect(both.toSorted()).toEqual(["done", "link-invalid"]);
    const view = await (await admin.api()).employees.view({ employeeId });
    expect(view).toMatchObject({ state: "active", email: "nieuw@kroniek.example", expertises: ["nurse"] });
    expect(view.roles).toMatchObject([
      { role: "verzorgende", reach: { kind: "location", name: "Huis own" } },
    ]);
  });

  it("is logged twice: that they were made, and which tasks they were given where", async () => {
    const { world, admin } = await makeHouse();
    const roleId = await makeRoleRow(world, "regie", ["dossier.view", "dossier.export"]);
    const roles = [{ roleId, reach: { kind: "location" as const, code: "OWN" } }];
    const rows = await entriesOf(world, async () =>
      (await admin.api()).employees.make({ ...NEW, roles, requestKey: "key-new-1" }),
    );
    expect(rows.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ["employee.made", "done", null],
      ["access.tasks-given", "done", "dossier.view, dossier.export @ OWN"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/kanarie|nieuw@/i);
  });

  it("is one employee and one mail when the request is repeated; another with that address is refused", async () => {
    const { world, admin, roleId, employeeId } = await made();
    const api = await admin.api();
    const roles = [{ roleId, reach: { kind: "location" as const, code: "OWN" } }];
    const again = { ...NEW, roles, requestKey: "key-new-1" };
    expect(await api.employees.make(again)).toEqual({ employeeId });
    for (const other of [{ roles: [] }, { name: "Kanarie Anders" }, { email: "ander@kroniek.example" }]) {
      expect(await said(api.employees.make({ ...again, ...other }))).toBe("request-reused");
    }
    expect(await said(api.employees.make({ ...NEW, roles: [], requestKey: "key-new-2" }))).toBe(
      "employee-exists",
    );
    expect(await world.db.read.$count(mails)).toBe(1);
  });

  it("is not made at all when one of the roles cannot be given: no mail either", async () => {
    const { world, admin } = await makeHouse();
    const roles = [{ roleId: "no such role", reach: { kind: "everywhere" as const } }];
    const make = (await admin.api()).employees.make({ ...NEW, roles, requestKey: "key-new-1" });
    expect(await said(make)).toBe("role-gone");
    expect(await world.db.read.$count(mails)).toBe(0);
    expect(await world.db.read.$count(employees)).toBe(1);
  });

  it("is mailed anew on request, and only the newest link works, for seven days", async () => {
    const { world, admin, employeeId } = await made();
    const first = await mailedCode(world, employeeId);
    world.clock.advance(1_000);
    const api = await admin.api();
    await api.employees.resendActivation({ employeeId, requestKey: "key-again" });
    await api.employees.resendActivation({ employeeId, requestKey: "key-again" });
    const second = await mailedCode(world, employeeId);
    expect(await world.db.read.$count(mails)).toBe(2);
    const stranger = await apiAs(world);
    expect(await said(stranger.account.activate({ code: first, newPassword: PASSWORD }))).toBe(
      "link-invalid",
    );
    world.clock.advance(7 * 24 * 3_600_000);
    expect(await said(stranger.account.activate({ code: second, newPassword: PASSWORD }))).toBe(
      "link-invalid",
    );
    world.clock.advance(-1);
    expect(await said(stranger.account.activate({ code: second, newPassword: PASSWORD }))).toBe("done");
    const later = await worker(world, ["access.manage"]);
    const resend = (await later.api()).employees.resendActivation({ employeeId, requestKey: "key-third" });
    expect(await said(resend)).toBe("employee-activated");
  });

  it("has an activation link that chooses no new password, and the other way round", async () => {
    const { world, employeeId } = await made();
    const code = await mailedCode(world, employeeId);
    const stranger = await apiAs(world);
    expect(await said(stranger.account.resetPassword({ code, newPassword: PASSWORD }))).toBe("link-invalid");
    expect(await said(stranger.account.activate({ code, newPassword: "kort" }))).toBe("password-too-short");
    expect(await said(stranger.account.activate({ code, newPassword: PASSWORD }))).toBe("done");
  });

  it("is told nothing of themselves or others by mail", async () => {
    const { world } = await made();
    const texts = await mailTexts(world);
    expect(texts).toHaveLength(1);
    expect(texts.join("")).not.toMatch(/kanarie/i);
  });
});

describe("an employee switched off", () => {
  it("is out at once, everywhere, and open links with them; switched on again nothing of that revives", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, ["dossier.view"]);
    const api = await admin.api();
    await api.employees.disable({ employeeId: other.id, version: 1 });
    // Ended by the act itself, not only found out at the next click: nothing looks at it before it is switched on again.
    await api.employees.enable({ employeeId: other.id, version: 2 });
    expect(await findSession(world, other.session)).toBeUndefined();
    expect(await (await admin.api()).employees.view({ employeeId: other.id })).toMatchObject({
      state: "active",
    });
  });

  it("cannot activate the account any more", async () => {
    const { world, admin, employeeId } = await made();
    const code = await mailedCode(world, employeeId);
    await (await admin.api()).employees.disable({ employeeId, version: 1 });
    const stranger = await apiAs(world);
    expect(await said(stranger.account.activate({ code, newPassword: PASSWORD }))).toBe("link-invalid");
    await (await admin.api()).employees.enable({ employeeId, version: 2 });
    expect(await said(stranger.account.activate({ code, newPassword: PASSWORD }))).toBe("link-invalid");
  });
});

describe("changing an employee", () => {
  it("is refused on an old version, in one transaction with its count: of two at once one wins", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, ["dossier.view"]);
    const change = async (name: string) =>
      said(
        (await admin.api()).employees.change({
          employeeId: other.id,
          version: 1,
          name,
          title: "t",
          expertises: [],
        }),
      );
    const both = await Promise.all([change("Eén"), change("Twee")]);
    expect(both.toSorted()).toEqual(["done", "employee-changed"]);
    const [row] = await world.db.read.select().from(employees).where(eq(employees.id, other.id));
    expect(row?.version).toBe(2);
    expect(await said((await admin.api()).employees.disable({ employeeId: other.id, version: 1 }))).toBe(
      "employee-changed",
    );
  });

  it("takes known expertises only, and gives none to oneself", async () => {
    const { admin } = await makeHouse();
    const api = await admin.api();
    const change = (expertises: string[]) =>
      said(api.employees.change({ employeeId: admin.id, version: 1, name: "Ik", title: "t", expertises }));
    expect(await change(["wizard"])).toBe("input-invalid");
    expect(await change(["physician"])).toBe("rights-own");
    expect(await change([])).toBe("done");
  });
});

describe("the list of employees", () => {
  it("is found by each word of name, address or title, and by state; signs are letters", async () => {
    const { world, admin, employeeId } = await made();
    await worker(world, [], "nowhere", { name: "Jan 100% Smit", title: "arts", disabledAt: 1 });
    const api = await admin.api();
    const found = async (input: Parameters<typeof api.employees.list>[0]) =>
      (await api.employees.list(input)).lines.map(({ name }) => name);
    expect(await found({ search: "kanarie VERZORG nieuw@" })).toEqual([NEW.name]);
    expect(await found({ search: "100%" })).toEqual(["Jan 100% Smit"]);
    expect(await found({ search: "_" })).toEqual([]);
    expect(await found({ state: "disabled" })).toEqual(["Jan 100% Smit"]);
    expect(await found({ state: "not-activated" })).toEqual([NEW.name]);
    expect(await found({ state: "active" })).toEqual(["Iemand"]);
    expect((await api.employees.list({ search: employeeId })).total).toBe(0);
  });

  it("is walked by pages without losing or repeating anyone, whatever the case of a name", async () => {
    const { world, admin } = await makeHouse();
    for (const name of ["bas", "Anna", "anna", "Bas", "Cees"]) await worker(world, [], "nowhere", { name });
    const api = await admin.api();
    const seen: string[] = [];
    let after: { name: string; id: string } | undefined;
    do {
      const page = await api.employees.list({ size: 2, after });
      seen.push(...page.lines.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });
});

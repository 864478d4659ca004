import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { employees, grants, roleTasks } from "@/db/schema/access";
import { reasonOf } from "@/server/access/perform";
import type { TaskId } from "@/server/access/tasks";
import { CLIENTS, canaryOf, entriesOf } from "../access/people";
import { HASH, makeHouse, makeRoleRow, worker } from "./house";

const said = (act: Promise<unknown>) => act.then(() => "done", reasonOf);
const everywhere = { kind: "everywhere" } as const;

async function grantOf(world: Awaited<ReturnType<typeof makeHouse>>["world"], employeeId: string) {
  const [grant] = await world.db.read.select().from(grants).where(eq(grants.employeeId, employeeId));
  if (!grant) throw new Error("There is no grant.");
  return grant;
}

describe("a role that is given or taken", () => {
  it("counts at the next click, where it was given and below, and is gone at the next click", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, []);
    const roleId = await makeRoleRow(world, "verzorgende", ["dossier.view"]);
    const open = async (client: keyof typeof CLIENTS) =>
      said((await other.api()).clients.header({ clientId: String(CLIENTS[client]) }));
    expect(await open("below")).toBe("task-missing");
    const reach = { kind: "location", code: "OWN" } as const;
    const rows = await entriesOf(world, async () =>
      (await admin.api()).employees.giveRole({ employeeId: other.id, version: 1, roleId, reach }),
    );
    expect(rows).toMatchObject([
      {
        event: "access.tasks-given",
        detail: "dossier.view @ OWN",
        objects: [`employee:${other.id}`, `role:${roleId}`],
      },
    ]);
    expect([await open("below"), await open("beside")]).toEqual(["done", "not-found"]);
    const view = await (await admin.api()).employees.view({ employeeId: other.id });
    const grantId = view.roles.find((role) => role.roleId === roleId)?.grantId ?? "";
    await (await admin.api()).employees.takeRole({ employeeId: other.id, version: 2, grantId });
    expect(await open("below")).toBe("task-missing");
  });

  it("is not given twice with the same reach, nor with a reach or role that does not exist", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, []);
    const roleId = await makeRoleRow(world, "verzorgende", ["dossier.view"]);
    const api = await admin.api();
    const give = (
      version: number,
      reach: Parameters<typeof api.employees.giveRole>[0]["reach"],
      role = roleId,
    ) => said(api.employees.giveRole({ employeeId: other.id, version, roleId: role, reach }));
    expect(await give(1, { kind: "shared" })).toBe("done");
    expect(await give(2, { kind: "shared" })).toBe("grant-exists");
    expect(await give(2, everywhere)).toBe("done");
    expect(await give(2, { kind: "location", code: "OWN" })).toBe("employee-changed");
    expect(await give(3, { kind: "location", code: "NERGENS" })).toBe("location-gone");
    expect(await give(3, everywhere, "no such role")).toBe("role-gone");
  });

  it("is never one's own gift: no role, and no task in a role one holds", async () => {
    const { world, admin } = await makeHouse();
    const roleId = await makeRoleRow(world, "inzage", ["dossier.view"]);
    const give = (await admin.api()).employees.giveRole({
      employeeId: admin.id,
      version: 1,
      roleId,
      reach: everywhere,
    });
    expect(await said(give)).toBe("rights-own");
    const own = (await grantOf(world, admin.id)).roleId;
    const api = await admin.api();
    const tasks: TaskId[] = ["access.manage", "dossier.view"];
    expect(await said(api.roles.change({ roleId: own, version: 1, name: "eigen rol", tasks }))).toBe(
      "rights-own",
    );
    expect(
      await said(
        api.roles.change({ roleId: own, version: 1, name: "andere naam", tasks: ["access.manage"] }),
      ),
    ).toBe("done");
    expect(await world.db.read.$count(grants, eq(grants.employeeId, admin.id))).toBe(1);
  });
});

describe("the last administrator", () => {
  it("is not switched off, keeps the role, and the role keeps the task", async () => {
    const { world, admin } = await makeHouse();
    const grant = await grantOf(world, admin.id);
    const api = await admin.api();
    const attempts = [
      api.employees.disable({ employeeId: admin.id, version: 1 }),
      api.employees.takeRole({ employeeId: admin.id, version: 1, grantId: grant.id }),
      api.roles.change({ roleId: grant.roleId, version: 1, name: "leeg", tasks: [] }),
    ];
    for (const attempt of attempts) expect(await said(attempt)).toBe("last-administrator");
  });

  it.each([
    ["is switched off", { disabledAt: 1 }, "everywhere"],
    ["has not activated the account", { passwordHash: null }, "everywhere"],
    ["is a demo account outside a demo", { demo: true }, "everywhere"],
    ["manages one place only", {}, "own"],
  ] as const)("stays the last while the other one %s", async (_name, fields, reach) => {
    const { world, admin } = await makeHouse();
    await worker(world, ["access.manage"], reach, fields);
    const api = await admin.api();
    expect(await said(api.employees.disable({ employeeId: admin.id, version: 1 }))).toBe(
      "last-administrator",
    );
  });

  it("stays when two switch each other off at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { world, admin } = await makeHouse();
      const second = await worker(world, ["access.manage"]);
      const [one, two] = [await admin.api(), await second.api()];
      const both = await Promise.all([
        said(one.employees.disable({ employeeId: second.id, version: 1 })),
        said(two.employees.disable({ employeeId: admin.id, version: 1 })),
      ]);
      expect(both.filter((answer) => answer === "done")).toHaveLength(1);
      const rows = await world.db.read.select().from(employees);
      expect(rows.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1);
    }
  });

  it("is not needed for the rest: who was switched off while their call waited changes nothing", async () => {
    const { world, admin } = await makeHouse();
    const second = await worker(world, ["access.manage"]);
    const third = await worker(world, ["access.manage"]);
    const [one, two] = [await admin.api(), await second.api()];
    const both = await Promise.all([
      said(one.employees.disable({ employeeId: second.id, version: 1 })),
      said(two.employees.disable({ employeeId: third.id, version: 1 })),
    ]);
    expect(both).toEqual(["done", "not-signed-in"]);
  });
});

describe("who manages rights at one place", () => {
  it("gives and takes there, and reaches for nothing beyond", async () => {
    const { world } = await makeHouse();
    const local = await worker(world, ["access.manage"], "own");
    const everywhereToo = await worker(world, ["dossier.view"]);
    const there = await worker(world, ["dossier.view"], "below");
    const roleId = await makeRoleRow(world, "verzorgende", ["dossier.view", "dossier.edit"]);
    const api = await local.api();
    const give = (reach: Parameters<typeof api.employees.giveRole>[0]["reach"], version = 1) =>
      said(api.employees.giveRole({ employeeId: there.id, version, roleId, reach }));
    expect(await give(everywhere)).toBe("rights-beyond");
    expect(await give({ kind: "location", code: "BESIDE" })).toBe("rights-beyond");
    expect(await give({ kind: "location", code: "OWN" })).toBe("done");
    expect(await said(api.employees.disable({ employeeId: everywhereToo.id, version: 1 }))).toBe(
      "rights-beyond",
    );
    expect(await said(api.employees.disable({ employeeId: there.id, version: 2 }))).toBe("done");
    const { roleId: beyond, id } = await grantOf(world, everywhereToo.id);
    const change = api.roles.change({
      roleId: beyond,
      version: 1,
      name: "x",
      tasks: ["dossier.view", "audit.view"],
    });
    expect(await said(change)).toBe("rights-beyond");
    const take = api.employees.takeRole({ employeeId: everywhereToo.id, version: 1, grantId: id });
    expect(await said(take)).toBe("rights-beyond");
    expect((await api.employees.choices()).locations.map(({ code }) => code)).toEqual(["OWN", "BELOW"]);
  });

  it("makes and changes no role, and gives none with a task that counts for the whole house", async () => {
    const { world } = await makeHouse();
    const api = await (await worker(world, ["access.manage"], "own")).api();
    const there = await worker(world, ["dossier.view"], "below");
    const unheld = await makeRoleRow(world, "verzorgende", ["dossier.view"]);
    const house: TaskId[] = ["dossier.view", "organisation.manage"];
    const make = api.roles.make({ name: "huisrol", tasks: house });
    const change = api.roles.change({ roleId: unheld, version: 1, name: "huisrol", tasks: house });
    const remove = api.roles.delete({ roleId: unheld, version: 1 });
    const acts = [make, change, remove].map(said);
    expect(await Promise.all(acts)).toEqual(["rights-beyond", "rights-beyond", "rights-beyond"]);
    const houseTasks = ["organisation.manage", "access.manage", "jobs.view", "interchange.import"] as const;
    for (const task of [...houseTasks, "caren.settings", "audit.view", "emergency.review"] as const) {
      const roleId = await makeRoleRow(world, task, ["dossier.view", task]);
      const reach = { kind: "location", code: "OWN" } as const;
      const give = api.employees.giveRole({ employeeId: there.id, version: 1, roleId, reach });
      expect([task, await said(give)]).toEqual([task, "rights-beyond"]);
    }
    expect(await world.db.read.$count(grants, eq(grants.employeeId, there.id))).toBe(1);
  });

  it("changes and switches off nobody who works at no place of it", async () => {
    const { world } = await makeHouse();
    const api = await (await worker(world, ["access.manage"], "own")).api();
    for (const reach of ["nowhere", "beside"] as const) {
      const { id: employeeId } = await worker(world, ["dossier.view"], reach);
      const fields = { name: "Ander", title: "proef", expertises: [] };
      const acts = [
        api.employees.change({ employeeId, version: 1, ...fields }),
        api.employees.disable({ employeeId, version: 1 }),
        api.employees.enable({ employeeId, version: 1 }),
      ];
      expect(await Promise.all(acts.map(said))).toEqual(["rights-beyond", "rights-beyond", "rights-beyond"]);
    }
  });
});

describe("a role", () => {
  it("is made with exact tasks, changed for all who hold it at their next click, and told to the privacy officer", async () => {
    const { world, admin } = await makeHouse();
    const api = await admin.api();
    const { roleId } = await api.roles.make({ name: "Nachtzorg", tasks: ["dossier.view"] });
    expect(await said(api.roles.make({ name: "nachtzorg", tasks: [] }))).toBe("role-exists");
    expect(await said(api.roles.make({ name: "Dagzorg", tasks: ["toString"] }))).toBe("input-invalid");
    const other = await worker(world, []);
    await api.employees.giveRole({ employeeId: other.id, version: 1, roleId, reach: everywhere });
    const hidden = async () => (await (await other.api()).account.me()).holds;
    expect(await hidden()).toEqual(["dossier.view"]);
    const rows = await entriesOf(world, () =>
      api.roles.change({ roleId, version: 1, name: "Nachtdienst", tasks: ["dossier.edit"] }),
    );
    expect(rows.map(({ event, detail }) => [event, detail])).toEqual([
      ["role.changed", "+dossier.edit, -dossier.view"],
      ["access.tasks-given", "dossier.edit @ role"],
    ]);
    expect(await hidden()).toEqual(["dossier.edit"]);
    expect(await said(api.roles.change({ roleId, version: 1, name: "Te laat", tasks: [] }))).toBe(
      "role-changed",
    );
  });

  it("is deleted only when nobody holds it, and its tasks with it", async () => {
    const { world, admin } = await makeHouse();
    const api = await admin.api();
    const { roleId } = await api.roles.make({ name: "Nachtzorg", tasks: ["dossier.view"] });
    const other = await worker(world, []);
    await api.employees.giveRole({ employeeId: other.id, version: 1, roleId, reach: everywhere });
    expect(await said(api.roles.delete({ roleId, version: 1 }))).toBe("role-held");
    const view = await api.roles.view({ roleId });
    expect(view.holders).toMatchObject([{ employeeId: other.id, reach: { kind: "everywhere" } }]);
    await api.employees.takeRole({
      employeeId: other.id,
      version: 2,
      grantId: view.holders[0]?.grantId ?? "",
    });
    expect(await said(api.roles.delete({ roleId, version: 1 }))).toBe("done");
    expect(await world.db.read.$count(roleTasks, eq(roleTasks.roleId, roleId))).toBe(0);
  });
});

describe("why someone may or may not", () => {
  it("is told of an employee and a number, without anything of the client, and logged", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, ["dossier.view"], "own");
    const why = async (clientNumber: string) =>
      (await admin.api()).employees.whyAccess({ employeeId: other.id, clientNumber });
    const rows = await entriesOf(world, () => why("20001"));
    expect(rows).toMatchObject([
      { event: "access.explained", objects: [`employee:${other.id}`, "client-number:20001"], clientId: null },
    ]);
    const own = await why("20001");
    expect(own.answers.filter(({ allowed }) => allowed).map(({ task }) => task)).toEqual(["dossier.view"]);
    const [beside, unknown] = [await why("20003"), await why("29999")];
    expect(beside.answers).toEqual(unknown.answers);
    expect(JSON.stringify([own, beside])).not.toMatch(
      new RegExp(`${canaryOf("own")}|${canaryOf("beside")}|beside`),
    );
  });

  it("agrees with the door itself, for every client", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, ["dossier.view"], "own");
    for (const number of Object.values(CLIENTS).map(String)) {
      const { answers } = await (await admin.api()).employees.whyAccess({
        employeeId: other.id,
        clientNumber: number,
      });
      const told = answers.find(({ task }) => task === "dossier.view")?.allowed;
      const door = await said((await other.api()).dossier.overview({ clientId: number }));
      expect(told).toBe(door === "done");
    }
  });

  it("tells of someone switched off what they would still hold, and that they are off", async () => {
    const { world, admin } = await makeHouse();
    const other = await worker(world, ["dossier.view"], "own", { disabledAt: 1, passwordHash: HASH });
    const told = await (await admin.api()).employees.whyAccess({
      employeeId: other.id,
      clientNumber: "20001",
    });
    expect(told.state).toBe("disabled");
  });
});

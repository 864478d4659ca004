import { describe, expect, it } from "vitest";
import type { Standing } from "@/server/access/policy";
import { TASKS, type TaskId } from "@/server/access/tasks";
import { effectsOf, type NamedReach } from "@/server/employees/effects";
import { explainAccess, type Question } from "@/server/employees/explain";
import { losesLastAdministrator, ownRightsRefusal, withinManaged } from "@/server/employees/rules";

const holding = (employeeId: string, roleId: string) => ({
  employeeId,
  roleId,
  grantId: `${employeeId}/${roleId}`,
});
const ann = holding("ann", "beheer");
const bob = holding("bob", "beheer");
const bobToo = holding("bob", "reserve");

describe("the last administrator", () => {
  it.each([
    ["one of two goes", [ann, bob], { employeeId: "ann" }, false],
    ["the only one goes", [ann], { employeeId: "ann" }, true],
    ["someone else goes", [ann], { employeeId: "carla" }, false],
    ["the only one loses the role", [ann], { grantId: ann.grantId }, true],
    ["the only one keeps it by another role", [bob, bobToo], { grantId: bob.grantId }, false],
    ["the only one goes with both roles", [bob, bobToo], { employeeId: "bob" }, true],
    ["the role of both loses the task", [ann, bob], { roleId: "beheer" }, true],
    ["another role still has it", [ann, bobToo], { roleId: "beheer" }, false],
    ["there was none to lose", [], { employeeId: "ann" }, false],
  ] as const)("%s", (_name, holdings, loss, lost) => {
    expect(losesLastAdministrator(holdings, loss)).toBe(lost);
  });
});

describe("rights for oneself", () => {
  const self = { id: "me", expertises: ["nurse"] };
  it.each([
    ["a role to oneself", { kind: "role", to: "me" }, true],
    ["a role to another", { kind: "role", to: "you" }, false],
    ["a task in one's own role", { kind: "tasks", added: ["dossier.view"], holders: ["you", "me"] }, true],
    ["a task in another's role", { kind: "tasks", added: ["dossier.view"], holders: ["you"] }, false],
    ["nothing new in one's own role", { kind: "tasks", added: [], holders: ["me"] }, false],
    ["an expertise to oneself", { kind: "expertises", to: "me", added: ["physician"] }, true],
    ["no new expertise to oneself", { kind: "expertises", to: "me", added: [] }, false],
    ["an expertise to another", { kind: "expertises", to: "you", added: ["physician"] }, false],
  ] as const)("%s", (_name, gift, refused) => {
    expect(ownRightsRefusal(self, gift)).toBe(refused ? "rights-own" : undefined);
  });
});

describe("who manages rights somewhere", () => {
  const everywhere = { everywhere: true, locationId: null };
  const oost = { everywhere: false, locationId: "oost" };
  const west = { everywhere: false, locationId: "west" };
  const shared = { everywhere: false, locationId: null };
  it.each([
    ["everywhere touches everything", "everywhere", [everywhere, oost, shared], true],
    ["oost touches oost and what is only shared", ["oost"], [oost, shared], true],
    ["oost does not touch west beside it", ["oost"], [oost, west], false],
    ["oost does not touch everywhere", ["oost"], [everywhere], false],
    ["oost touches someone without a role", ["oost"], [], true],
  ] as const)("%s", (_name, managed, touched, may) => {
    expect(withinManaged(managed, touched)).toBe(may);
  });
});

describe("what a role lets someone do", () => {
  const huis: NamedReach = { kind: "location", name: "Huis Elzenhof" };

  it("says each task once, and where it counts", () => {
    for (const task of Object.keys(TASKS) as TaskId[]) {
      const effects = effectsOf([task], huis);
      expect(effects).toHaveLength(1);
      expect(effects[0]?.may.length).toBeGreaterThan(0);
    }
    const all = effectsOf(Object.keys(TASKS) as TaskId[], huis);
    const said = all.flatMap(({ may }) => may);
    expect(new Set(said).size).toBe(Object.keys(TASKS).length + 1);
    expect(all.map(({ where }) => where)).toEqual([
      "Bij cliënten van Huis Elzenhof en wat daaronder valt",
      "Voor de hele organisatie",
    ]);
  });

  it("says what is missing: no dossier, no client, or reading before writing", () => {
    const notes = (tasks: TaskId[]) => effectsOf(tasks, { kind: "everywhere" })[0]?.notes.join(" ");
    expect(notes(["client.manage"])).toContain("Mag het dossier niet lezen");
    expect(notes(["client.merge"])).toContain("Ziet geen cliënten");
    expect(notes(["dossier.edit", "caren.view"])).toContain("pas samen met de taak Dossier");
    expect(notes(["dossier.view", "dossier.edit"])).not.toMatch(/niet lezen|pas samen|geen cliënten/);
  });

  it("says nothing of no tasks, and that a shared reach is only that", () => {
    expect(effectsOf([], huis)).toEqual([]);
    expect(effectsOf(["dossier.view"], { kind: "shared" })[0]?.where).toContain("gedeeld");
  });
});

describe("why someone may or may not", () => {
  const names: Record<string, string> = { oost: "Regio Oost", "oost-1": "Huis Elzenhof", west: "Regio West" };
  const grants = [
    { role: "verzorgende", tasks: new Set<TaskId>(["dossier.view"]), reach: ["oost", "oost-1"], top: "oost" },
    { role: "administratie", tasks: new Set<TaskId>(["client.manage"]), reach: "everywhere" as const },
    { role: "therapeut", tasks: new Set<TaskId>(["dossier.edit"]), reach: [] },
  ];
  const standing: Standing = { grants, dossierRoles: new Map(), emergencies: new Set() };
  const at = (...locations: string[]) => ({ id: "c", locations });
  const ask = (given: Partial<Question>, task: TaskId) =>
    explainAccess({
      standing,
      client: at("oost-1"),
      seesClient: true,
      nameOf: (id) => names[id] ?? "?",
      ...given,
    }).find((answer) => answer.task === task);

  it.each([
    [
      "by a role that reaches",
      {},
      "dossier.view",
      true,
      /verzorgende \(bereik: Regio Oost .*nu bij Huis Elzenhof/,
    ],
    ["by a role that counts everywhere", {}, "client.manage", true, /administratie \(bereik: overal\)/],
    ["not: no role has it", {}, "dossier.export", false, /Geen enkele rol/],
    [
      "not: the client is elsewhere",
      { client: at("west") },
      "dossier.view",
      false,
      /Regio Oost.*nu bij Regio West/,
    ],
    ["not: the client has no place", { client: at() }, "dossier.view", false, /geen locatie/],
    ["not: only what is shared", {}, "dossier.edit", false, /alleen gedeelde dossiers/],
    [
      "by a role in the dossier",
      { standing: { ...standing, dossierRoles: new Map([["c", "collaborator"] as const]) } },
      "dossier.edit",
      true,
      /de rol Collaborator in dit dossier/,
    ],
    [
      "not: a role in the dossier takes it away",
      { standing: { ...standing, dossierRoles: new Map([["c", "viewer"] as const]) } },
      "dossier.edit",
      false,
      /Viewer in dit dossier laat dit niet toe/,
    ],
    [
      "by the emergency procedure",
      { client: at("west"), standing: { ...standing, emergencies: new Set(["c"]) } },
      "dossier.view",
      true,
      /noodprocedure/,
    ],
  ] as const)("%s", (_name, given, task, allowed, why) => {
    expect(ask(given, task)).toMatchObject({ allowed, why: expect.stringMatching(why) });
  });

  it("says the same of a client elsewhere and of a number nobody has, to who may not see clients", () => {
    const elsewhere = ask({ seesClient: false, client: at("west") }, "dossier.view");
    expect(ask({ seesClient: false, client: undefined }, "dossier.view")).toEqual(elsewhere);
    expect(elsewhere?.why).not.toMatch(/West/);
    expect(ask({ seesClient: false }, "dossier.view")?.why).not.toMatch(/Elzenhof/);
  });

  it("lets nobody open a client that does not exist, wherever their role counts", () => {
    const answers = explainAccess({ standing, client: undefined, seesClient: false, nameOf: () => "" });
    expect(answers.filter(({ allowed }) => allowed)).toEqual([]);
  });
});

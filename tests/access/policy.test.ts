import { describe, expect, it } from "vitest";
import type { DossierRole } from "@/server/access/dossier-roles";
import {
  type Actor,
  decide,
  type Need,
  type Place,
  type Reach,
  reachOf,
  scopeOf,
} from "@/server/access/policy";
import type { TaskId } from "@/server/access/tasks";

const grant = (role: string, tasks: TaskId[], reach: Reach) => ({ role, tasks: new Set(tasks), reach });
const person = (...grants: ReturnType<typeof grant>[]): Actor & { kind: "employee" } => ({
  kind: "employee",
  id: "e",
  name: "E",
  title: "t",
  expertises: [],
  grants,
  dossierRoles: new Map(),
  emergencies: new Set(),
});
/** The same person with a role in the dossier of client `c`, or with it open by the emergency procedure. */
const inDossier = (actor: Actor, role: DossierRole) => ({ ...actor, dossierRoles: new Map([["c", role]]) });
const inEmergency = (actor: Actor) => ({ ...actor, emergencies: new Set(["c"]) });

const anywhere: Place = { kind: "anywhere" };
const client = (...locations: string[]): Place => ({ kind: "client", id: "c", locations });
const otherClient: Place = { kind: "client", id: "d", locations: ["oost"] };
const places = (...locations: string[]): Place => ({ kind: "locations", locations });

const nobody = person();
const carer = person(grant("verzorgende", ["dossier.view"], ["oost", "oost-1"]));
const office = person(grant("administratie", ["client.manage", "client.merge"], "everywhere"));
const shared = person(grant("therapeut", ["dossier.view"], []));
const split = person(
  grant("inzien", ["dossier.view"], ["oost"]),
  grant("exporteren", ["dossier.export"], ["west"]),
);
const both = person(
  grant("inzien", ["dossier.view"], ["oost", "west"]),
  grant("exporteren", ["dossier.export"], ["west"]),
);

const writer = person(
  grant("alles", ["dossier.view", "dossier.edit", "dossier.share", "dossier.export"], ["oost"]),
);
const relative: Actor = {
  kind: "portal",
  id: "p",
  name: "P",
  relations: [{ id: "r", clientId: "c", kind: "involved" }],
};

const view: Need = ["dossier.view"];
const viewAndExport: Need = ["dossier.view", "dossier.export"];
const either: Need = { anyOf: ["dossier.view", "client.manage"] };

type Case = [does: string, actor: Actor, need: Need, place: Place, outcome: string];

const CASES: Case[] = [
  ["a stranger needs to sign in", { kind: "anonymous" }, view, anywhere, "not-signed-in"],
  ["a stranger needs to sign in, also for nothing", { kind: "anonymous" }, [], anywhere, "not-signed-in"],
  ["the system has no task of its own", { kind: "system" }, view, client("oost"), "not-signed-in"],
  ["the command line may all", { kind: "command" }, view, client("oost"), "by opdrachtregel"],
  ["without any role no task", nobody, view, anywhere, "task-missing"],
  ["without any role no task, whatever the place", nobody, view, client("oost"), "task-missing"],
  ["an act without tasks needs a person only", nobody, [], anywhere, "by null"],
  ["a task in reach", carer, view, client("oost"), "by verzorgende"],
  ["a task in reach below", carer, view, client("oost-1"), "by verzorgende"],
  ["a task beside its reach", carer, view, client("west"), "out-of-reach"],
  ["a client with no location is in no reach", carer, view, client(), "out-of-reach"],
  ["a client with two locations is in reach by one", carer, view, client("west", "oost"), "by verzorgende"],
  ["another task than the one held", carer, ["dossier.edit"], client("oost"), "task-missing"],
  ["a name that looks alike is another place", carer, view, client("oost-10"), "out-of-reach"],
  ["everywhere reaches a client with no location", office, ["client.manage"], client(), "by administratie"],
  ["two tasks from one role", office, ["client.manage", "client.merge"], client("x"), "by administratie"],
  ["reach nowhere reaches no client", shared, view, client("oost"), "out-of-reach"],
  ["reach nowhere still holds the task for lists", shared, view, anywhere, "by therapeut"],
  ["two tasks held at two places are together nowhere", split, viewAndExport, client("oost"), "out-of-reach"],
  ["two tasks held at two places, at the other", split, viewAndExport, client("west"), "out-of-reach"],
  ["two roles may carry two tasks at one place", both, viewAndExport, client("west"), "by inzien"],
  ["one of the two tasks is not enough", carer, viewAndExport, client("oost"), "task-missing"],
  ["a Viewer sees what is in no reach of theirs", inDossier(shared, "viewer"), view, client(), "by Viewer"],
  ["a Viewer of one dossier sees no other", inDossier(shared, "viewer"), view, otherClient, "out-of-reach"],
  [
    "a role gives hidden reports to who holds that task nowhere",
    inDossier(shared, "viewer"),
    ["dossier.view-hidden"],
    client(),
    "by Viewer",
  ],
  [
    "a role gives no task that is held nowhere",
    inDossier(shared, "owner"),
    ["dossier.edit"],
    client(),
    "task-missing",
  ],
  ["a Viewer edits nothing", inDossier(writer, "viewer"), ["dossier.edit"], client(), "dossier-role-caps"],
  [
    "a Viewer edits nothing, whatever their reach",
    inDossier(writer, "viewer"),
    ["dossier.edit"],
    client("oost"),
    "dossier-role-caps",
  ],
  [
    "a Collaborator shares nothing, whatever their reach",
    inDossier(writer, "collaborator"),
    ["dossier.share"],
    client("oost"),
    "dossier-role-caps",
  ],
  ["a Collaborator edits", inDossier(writer, "collaborator"), ["dossier.edit"], client(), "by Collaborator"],
  ["an owner shares", inDossier(writer, "owner"), ["dossier.share"], client(), "by Eigenaar"],
  ["an owner exports", inDossier(writer, "owner"), ["dossier.export"], client(), "by Eigenaar"],
  [
    "a Viewer exports by reach: only edit and share are capped",
    inDossier(writer, "viewer"),
    ["dossier.export"],
    client("oost"),
    "by alles",
  ],
  [
    "a Viewer exports nothing out of reach",
    inDossier(writer, "viewer"),
    ["dossier.export"],
    client(),
    "out-of-reach",
  ],
  ["an emergency opens what is held elsewhere", inEmergency(carer), view, client("west"), "by Noodprocedure"],
  ["an emergency opens one client", inEmergency(shared), view, otherClient, "out-of-reach"],
  [
    "an emergency gives no task that is held nowhere",
    inEmergency(carer),
    ["dossier.edit"],
    client("west"),
    "task-missing",
  ],
  ["an emergency exports nothing", inEmergency(writer), ["dossier.export"], client("west"), "out-of-reach"],
  ["someone from the portal holds no task", relative, view, client("oost"), "not-signed-in"],
  ["any of the tasks will do", carer, either, client("oost"), "by verzorgende"],
  ["any of the tasks will do, the other one", office, either, client("oost"), "by administratie"],
  ["any of them, but not here", carer, either, client("west"), "out-of-reach"],
  ["none of any", split, { anyOf: ["client.manage", "caren.view"] }, client("oost"), "task-missing"],
  ["any of none is nothing", office, { anyOf: [] }, anywhere, "task-missing"],
  ["all locations in reach", carer, view, places("oost", "oost-1"), "by verzorgende"],
  ["one location out of reach refuses all", carer, view, places("oost", "west"), "out-of-reach"],
];

describe("the policy", () => {
  it.each(CASES)("%s", (_does, actor, need, place, outcome) => {
    const decision = decide(actor, need, place);
    expect(decision.allowed ? `by ${decision.role}` : decision.why).toBe(outcome);
  });

  it("names the task that allowed it, for the log", () => {
    expect(decide(office, either, anywhere)).toEqual({
      allowed: true,
      task: "client.manage",
      role: "administratie",
      emergency: false,
    });
    expect(decide(nobody, [], anywhere)).toEqual({ allowed: true, task: null, role: null, emergency: false });
    expect(decide(inEmergency(carer), view, client("west"))).toMatchObject({ emergency: true });
    expect(decide(inEmergency(carer), view, client("oost"))).toMatchObject({ emergency: false });
  });
});

describe("the reach of a list", () => {
  it("is the union of the reaches that carry one of the tasks, and of no other", () => {
    expect(reachOf(both, "dossier.view")).toEqual(["oost", "west"]);
    expect(reachOf(both, "dossier.export")).toEqual(["west"]);
    expect(reachOf(split, "dossier.view", "dossier.export")).toEqual(["oost", "west"]);
    expect(reachOf(both, "client.merge")).toEqual([]);
    expect(reachOf(office, "client.merge", "dossier.view")).toBe("everywhere");
  });

  it("is cut by roles in dossiers, and widened by them and by an emergency", () => {
    const scope = (actor: Actor, ...tasks: TaskId[]) => scopeOf(actor, ...tasks);
    expect(scope(inDossier(shared, "viewer"), "dossier.view")).toEqual({
      reach: [],
      besides: ["c"],
      without: [],
    });
    expect(scope(inDossier(writer, "viewer"), "dossier.edit")).toEqual({
      reach: ["oost"],
      besides: [],
      without: ["c"],
    });
    expect(scope(inEmergency(carer), "dossier.view").besides).toEqual(["c"]);
    expect(scope(inEmergency(carer), "dossier.export")).toMatchObject({ reach: [], besides: [] });
    expect(scope(relative, "dossier.view")).toEqual({ reach: [], besides: [], without: [] });
  });

  it("is empty for strangers and the system", () => {
    expect(reachOf({ kind: "anonymous" }, "dossier.view")).toEqual([]);
    expect(reachOf({ kind: "system" }, "dossier.view")).toEqual([]);
    expect(reachOf({ kind: "command" }, "dossier.view")).toBe("everywhere");
  });
});

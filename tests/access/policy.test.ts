import { describe, expect, it } from "vitest";
import { type Actor, decide, type Need, type Place, type Reach, reachOf } from "@/server/access/policy";
import type { TaskId } from "@/server/access/tasks";

const grant = (role: string, tasks: TaskId[], reach: Reach) => ({ role, tasks: new Set(tasks), reach });
const person = (...grants: ReturnType<typeof grant>[]): Actor => ({
  kind: "employee",
  id: "e",
  name: "E",
  title: "t",
  expertises: [],
  grants,
});

const anywhere: Place = { kind: "anywhere" };
const client = (...locations: string[]): Place => ({ kind: "client", locations });
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
    });
    expect(decide(nobody, [], anywhere)).toEqual({ allowed: true, task: null, role: null });
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

  it("is empty for strangers and the system", () => {
    expect(reachOf({ kind: "anonymous" }, "dossier.view")).toEqual([]);
    expect(reachOf({ kind: "system" }, "dossier.view")).toEqual([]);
    expect(reachOf({ kind: "command" }, "dossier.view")).toBe("everywhere");
  });
});

import { expect, test } from "vitest";
import { ROLE_GIVES } from "@/server/access/dossier-roles";
import type { TaskId } from "@/server/access/tasks";
import { canBe, dayProblems, rolesToGive, stateOn } from "@/server/sharing/rules";

const allowing = (...tasks: TaskId[]) => ({
  role: undefined,
  allows: (task: TaskId) => tasks.includes(task),
});
const as = (role: "owner" | "collaborator" | "viewer") => ({
  role,
  allows: (task: TaskId) => ROLE_GIVES[role].includes(task),
});

test("who gives which role: an owner two, a viewer and a collaborator none", () => {
  expect(rolesToGive(as("owner"), true)).toEqual(["collaborator", "viewer"]);
  expect(rolesToGive(as("collaborator"), true)).toEqual([]);
  expect(rolesToGive(as("viewer"), true)).toEqual([]);
});

test("who manages rights in reach appoints an owner only where there is none", () => {
  const manager = allowing("dossier.share", "dossier.view", "dossier.view-hidden", "dossier.edit");
  expect(rolesToGive(manager, true)).toEqual(["collaborator", "viewer"]);
  expect(rolesToGive(manager, false)).toEqual(["owner", "collaborator", "viewer"]);
  expect(rolesToGive(allowing("dossier.view", "dossier.edit"), false)).toEqual([]);
});

test("nobody gives more than they have: no editing, no hidden reports", () => {
  expect(rolesToGive(allowing("dossier.share", "dossier.view", "dossier.view-hidden"), true)).toEqual([
    "viewer",
  ]);
  expect(rolesToGive(allowing("dossier.share", "dossier.view", "dossier.edit"), true)).toEqual([]);
});

test("a role in a dossier is for who holds its tasks in the organisation", () => {
  const carer = new Set<TaskId>(["dossier.view", "dossier.edit"]);
  expect(canBe("viewer", carer)).toBe(true);
  expect(canBe("collaborator", carer)).toBe(true);
  expect(canBe("owner", carer)).toBe(false);
  expect(canBe("viewer", new Set<TaskId>(["client.manage"]))).toBe(false);
});

test.each([
  ["viewer", null, null, []],
  ["viewer", "2026-11-21", "2026-11-22", []],
  ["viewer", "2026-11-20", null, ["fromDate: in-past"]],
  ["viewer", null, "2026-11-21", ["untilDate: before-start"]],
  ["viewer", "2026-12-10", "2026-12-01", ["untilDate: before-start"]],
  ["owner", "2026-12-10", "2026-12-31", ["fromDate: owner-no-days", "untilDate: owner-no-days"]],
] as const)("a %s from %s until %s: %j", (role, fromDate, untilDate, problems) => {
  const found = dayProblems(role, { fromDate, untilDate }, "2026-11-21");
  expect(found.map(({ path, problem }) => `${path}: ${problem}`)).toEqual(problems);
});

test("a role that holds already keeps its first day, but does not end in the past", () => {
  const days = { fromDate: "2024-01-01", untilDate: "2026-01-01" };
  expect(dayProblems("viewer", days, "2026-11-21", "2024-01-01")).toEqual([
    { path: "untilDate", problem: "in-past" },
  ]);
});

test("a role holds from its first day to the day before its last", () => {
  const row = { fromDate: "2026-11-21", untilDate: "2026-11-23", endedAt: null };
  expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map((day) => stateOn(row, day))).toEqual([
    "later",
    "now",
    "now",
    "over",
  ]);
  expect(stateOn({ ...row, endedAt: 1 }, "2026-11-22")).toBe("over");
});

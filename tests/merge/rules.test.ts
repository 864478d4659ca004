import { expect, test } from "vitest";
import { type HeldRole, planRelations, planRoles } from "@/server/merge/access";
import { arrange, blockersOf, type Standing } from "@/server/merge/rules";

const standing = (number: number, fields: Partial<Standing> = {}): Standing => ({
  ...{ number, careRules: false, passes: false, exportUnderWay: false },
  ...fields,
});

test.each([
  ["the first opened stands left", {}, {}, 1, "opened-first"],
  ["who has care rules stands left, also when opened second", {}, { careRules: true }, 2, "care-rules"],
  ["care rules go before a pass link", { passes: true }, { careRules: true }, 2, "care-rules"],
  ["who has a pass link stands left", {}, { passes: true }, 2, "passes"],
  ["who has care rules and was first stays first", { careRules: true }, {}, 1, "care-rules"],
] as const)("%s", (_, first, second, left, because) => {
  const arranged = arrange(standing(1, first), standing(2, second));
  expect([arranged.left.number, arranged.because, arranged.swapped]).toEqual([left, because, left === 2]);
});

test.each([
  ["two without anything can be merged", {}, {}, []],
  ["one with care rules and a pass link can go on", { careRules: true, passes: true }, {}, []],
  ["two with care rules cannot", { careRules: true }, { careRules: true }, ["care-rules-both"]],
  ["two with pass links cannot", { passes: true }, { passes: true }, ["passes-both"]],
  ["who disappears may have no pass link", { careRules: true }, { passes: true }, ["care-rules-and-passes"]],
  [
    "two exports under way at once cannot be one's",
    { exportUnderWay: true },
    { exportUnderWay: true },
    ["exports-both"],
  ],
] as const)("%s", (_, left, right, blockers) => {
  expect(blockersOf(standing(1, left), standing(2, right))).toEqual(blockers);
});

const role = (id: string, employeeId: string, fields: Partial<HeldRole> = {}): HeldRole => ({
  ...{ id, employeeId, role: "viewer", ended: false },
  ...fields,
});

test("the owner of who goes on stays the only one; the other becomes Collaborator", () => {
  const plan = planRoles([role("a", "ann", { role: "owner" })], [role("b", "bob", { role: "owner" })]);
  expect(plan).toEqual({ moves: [{ id: "b", as: "collaborator" }], stays: [] });
});

test("a dossier without an owner gets the other's", () => {
  const ended = role("a", "ann", { role: "owner", ended: true });
  expect(planRoles([ended], [role("b", "bob", { role: "owner" })])).toEqual({
    moves: [{ id: "b" }],
    stays: [],
  });
});

test("who has a role in both keeps the one where the dossier goes on, and what has ended stays history", () => {
  const plan = planRoles(
    [role("a", "ann", { role: "viewer" })],
    [role("b", "ann", { role: "owner" }), role("c", "cor", { ended: true })],
  );
  expect(plan).toEqual({ moves: [], stays: ["b", "c"] });
});

test("the same account is the same person once", () => {
  const relation = (id: string, accountId: string, ended = false) =>
    ({ id, accountId, kind: "involved", ended }) as const;
  const plan = planRelations(
    [relation("a", "ann"), relation("b", "bob", true)],
    [relation("c", "ann"), relation("d", "bob"), relation("e", "cor", true)],
  );
  expect(plan).toEqual({ moves: ["d", "e"], stays: [{ id: "c", same: "a" }] });
});

import { expect, test } from "vitest";
import { durationOf } from "@/app/(staff)/admin/jobs/_parts/duration";
import { doingOf, type JobFacts, mainFunctionOf, toldError } from "@/server/jobs/rules";

const open = { status: "running", event: "x" } as const;
const job = (facts: Partial<JobFacts>): JobFacts => ({
  kind: "call",
  state: "later",
  dueAt: 9,
  attempt: 0,
  ...facts,
});

test.each<[string, JobFacts[], object]>([
  [
    "works while one of its steps does",
    [job({ kind: "sleep" }), job({ state: "leased" })],
    { state: "running" },
  ],
  [
    "sleeps until the first of its sleeps",
    [job({ kind: "sleep", dueAt: 8 }), job({ kind: "sleep", dueAt: 5 }), job({ kind: "wait", dueAt: 1 })],
    { state: "sleeping", until: 5 },
  ],
  ["waits its turn, without a time", [job({ state: "ready" })], { waitingFor: "turn", until: null }],
  ["waits for its start", [job({})], { state: "waiting", waitingFor: "start", until: 9 }],
  ["waits for another attempt", [job({ attempt: 2 })], { waitingFor: "attempt", until: 9 }],
  ["waits for an event, until it gives up", [job({ kind: "wait" })], { waitingFor: "event", until: 9 }],
  ["waits for another run", [job({ kind: "invoke" })], { waitingFor: "run" }],
  ["waits when its event has only just come", [], { state: "waiting", waitingFor: "turn" }],
])("a run %s", (_, jobs, expected) => {
  expect(doingOf(open, jobs)).toMatchObject(expected);
});

test("an ended run is what it ended as, whatever is left of it", () => {
  expect(doingOf({ ...open, status: "failed" }, [job({ state: "leased" })]).state).toBe("failed");
});

test("of an error only its kind and a reason of ours are told", () => {
  expect(toldError("TypeError", "export-failed")).toEqual({ name: "TypeError", reason: "export-failed" });
  expect(toldError("Mevrouw Verhoeven belde", "BSN 999990019")).toEqual({ name: "Error", reason: null });
  expect(toldError("Error", "ENOSPC: no space left on device, write '/data/x'").name).toBe("Error ENOSPC");
  expect(toldError("LibsqlError", "SQLITE_FULL: database or disk is full").name).toBe(
    "LibsqlError SQLITE_FULL",
  );
  expect(toldError("Error", "EVERS: belde over mevrouw").name).toBe("Error");
  expect(toldError("toString", "constructor")).toEqual({ name: "toString", reason: null });
});

test("what a function does after it failed belongs to it", () => {
  expect(mainFunctionOf("kroniek-make-export-failure")).toEqual({
    id: "kroniek-make-export",
    afterFailure: true,
  });
  expect(mainFunctionOf("kroniek-make-export").afterFailure).toBe(false);
});

test.each([
  [-4, "milliseconds", 0],
  [999, "milliseconds", 999],
  [4_210, "seconds", 4.2],
  [12_400, "seconds", 12],
  [90_000, "minutes", 2],
  [3_600_000, "hours", 1],
  [24 * 3_600_000 + 5, "hours", 24],
  [72 * 3_600_000, "days", 3],
])("%s ms is said as %s %s", (ms, unit, value) => {
  expect(durationOf(ms)).toEqual({ unit, value });
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { measurements } from "@/db/schema/dossier/measurements";
import { makeWorld } from "../world";
import { answersAt, CLIENT, instrument, makeNurse, sent } from "./nurse";

test("a course has each time in order, its bands, and nothing that was entered in error or archived", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const at = (day: string, end: "most" | "least") =>
    nurse.clinimetrics.record({ ...sent("barthel", answersAt(instrument("barthel"), end)), day });
  const later = await at("2026-11-20", "least");
  const first = await at("2026-05-02", "most");
  const mistaken = await at("2026-06-02", "most");
  const archived = await at("2026-07-02", "most");
  const change = (id: string, set: Partial<typeof measurements.$inferInsert>) =>
    world.db.write((tx) => tx.update(measurements).set(set).where(eq(measurements.id, id)));
  await change(mistaken.id, { status: "entered-in-error" });
  await change(archived.id, { archivedAt: 1 });
  const course = await nurse.clinimetrics.course({ clientId: CLIENT, measure: "barthel" });
  expect(course).toMatchObject({
    label: "Barthel-index",
    lines: ["Barthel-index"],
    extent: [0, 20],
    left: 0,
  });
  expect(course.points.map(({ id, values, attention }) => [id, values, attention])).toEqual([
    [first.id, [20], null],
    [later.id, [0], "danger"],
  ]);
  expect(course.bands.map(({ from, until }) => [from, until])).toEqual([
    [0, 5],
    [5, 10],
    [10, 15],
    [15, 20],
    [20, 20],
  ]);
});

test("blood pressure has two lines; a weight in another unit is in the table, not in the line", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  await nurse.clinimetrics.record(sent("blood-pressure", { "8480-6": 138, "8462-4": 82 }));
  const { id } = await nurse.clinimetrics.record(sent("body-weight", { value: 70 }));
  await world.db.write((tx) =>
    tx.update(measurements).set({ value: 154, unit: "lb", result: "154 lb" }).where(eq(measurements.id, id)),
  );
  const pressure = await nurse.clinimetrics.course({ clientId: CLIENT, measure: "blood-pressure" });
  expect(pressure).toMatchObject({ unit: "mmHg", points: [{ values: [138, 82], result: "138/82 mmHg" }] });
  expect(pressure.lines).toHaveLength(2);
  const weight = await nurse.clinimetrics.course({ clientId: CLIENT, measure: "body-weight" });
  expect(weight.points).toMatchObject([{ values: [null], result: "154 lb" }]);
  expect(await nurse.clinimetrics.courses({ clientId: CLIENT })).toEqual([
    { measure: "blood-pressure", label: "Bloeddruk", times: 1 },
    { measure: "body-weight", label: "Gewicht", times: 1 },
  ]);
});

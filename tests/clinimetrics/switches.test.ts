import { expect, test } from "vitest";
import { reasonOf } from "@/server/access/perform";
import { measurementsPart } from "@/server/dossier/parts/measurements";
import { makeWorld } from "../world";
import { answersAt, CLIENT, instrument, makeNurse, sent, storedRow } from "./nurse";

const off = { instrument: "barthel", enabled: false, version: 0 };

test("an instrument that is off takes no new measurement; what was measured with it stays everywhere", async () => {
  const world = await makeWorld();
  const { nurse, manager } = await makeNurse(world);
  const barthel = sent("barthel", answersAt(instrument("barthel"), "most"));
  const { id } = await nurse.clinimetrics.record(barthel);
  await manager.clinimetrics.switchInstrument(off);

  const again = nurse.clinimetrics.record({ ...barthel, requestKey: "another-key" });
  expect(await again.catch(reasonOf)).toBe("instrument-off");
  const choices = await nurse.clinimetrics.choices({ clientId: CLIENT });
  expect(choices.instruments.map(({ code }) => code)).not.toContain("barthel");

  const list = await nurse.dossier.entries({ clientId: CLIENT, part: "measurements" });
  expect(list.entries.map((entry) => entry.id)).toEqual([id]);
  const course = await nurse.clinimetrics.course({ clientId: CLIENT, measure: "barthel" });
  expect(course.points).toMatchObject([{ id, values: [20], interpretation: "Volledig zelfstandig" }]);
  const given = measurementsPart.fhir.give(await storedRow(world, id), {
    patient: { reference: "urn:uuid:p" },
    scope: "complete",
  });
  expect(given[0]?.component).toHaveLength(10);

  const { requestKey: _, ...said } = barthel;
  const answers = answersAt(instrument("barthel"), "least");
  await nurse.clinimetrics.correct({ ...said, answers, entryId: id, version: 1 });
  expect(await storedRow(world, id)).toMatchObject({ total: 0 });
});

test("an instrument that is off cannot be stored by the form of any part either, but the same request again can be told", async () => {
  const world = await makeWorld();
  const { nurse, manager } = await makeNurse(world);
  const made = await nurse.clinimetrics.record(sent("barthel", answersAt(instrument("barthel"), "most")));
  const { total, interpretation, items, name, result } = await storedRow(world, made.id);
  const values = { total, interpretation, items, name, result, category: "score", instrument: "barthel" };
  const crafted = { clientId: CLIENT, part: "measurements", values, requestKey: "crafted-key" };
  const { id } = await nurse.entries.add(crafted);
  await manager.clinimetrics.switchInstrument(off);
  const another = { ...crafted, requestKey: "another-key" };
  for (const category of ["score", "other"]) {
    const stored = nurse.entries.add({ ...another, values: { ...values, category } });
    expect(await stored.catch(reasonOf)).toBe("instrument-off");
  }
  expect(await nurse.entries.add(crafted)).toMatchObject({ id });
  await nurse.entries.add({ ...another, values: { ...values, instrument: "other", category: "other" } });
});

test("on again, it takes measurements again", async () => {
  const world = await makeWorld();
  const { nurse, manager } = await makeNurse(world);
  await manager.clinimetrics.switchInstrument(off);
  await manager.clinimetrics.switchInstrument({ ...off, enabled: true, version: 1 });
  await nurse.clinimetrics.record(sent("barthel", answersAt(instrument("barthel"), "most")));
  const listed = await manager.clinimetrics.instruments();
  expect(listed.find(({ code }) => code === "barthel")).toMatchObject({
    enabled: true,
    version: 2,
    results: 1,
  });
});

test("every instrument is on until someone switches it off", async () => {
  const world = await makeWorld();
  const { manager } = await makeNurse(world);
  const listed = await manager.clinimetrics.instruments();
  expect(listed.map(({ code, enabled }) => [code, enabled])).toEqual(
    ["barthel", "snaqrc", "snaq65plus", "snaq", "must", "dos", "pain-nrs", "phq-9", "gad-7", "honos"].map(
      (code) => [code, true],
    ),
  );
});

test("of two who switch at once, the second is told", async () => {
  const world = await makeWorld();
  const { manager } = await makeNurse(world);
  const both = await Promise.all(
    [1, 2].map(() => manager.clinimetrics.switchInstrument(off).then(() => "done", reasonOf)),
  );
  expect(both.toSorted()).toEqual(["done", "instrument-changed"]);
  const unknown = manager.clinimetrics.switchInstrument({ ...off, instrument: "mmse" });
  expect(await unknown.catch(reasonOf)).toBe("measure-unknown");
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { measurements } from "@/db/schema/dossier/measurements";
import { entryVersions } from "@/db/schema/dossier/versions";
import { reasonOf } from "@/server/access/perform";
import { INSTRUMENTS } from "@/server/dossier/instruments/catalogue";
import { extentOf } from "@/server/dossier/instruments/instrument";
import { measurementsPart } from "@/server/dossier/parts/measurements";
import { entriesOf } from "../access/people";
import { take } from "../dossier/parts-b-rows";
import { makeWorld, START } from "../world";
import { answersAt, CLIENT, instrument, makeNurse, refusedFields, sent, storedRow } from "./nurse";

const PATIENT = { patient: { reference: "urn:uuid:p" }, scope: "complete" as const };

test.each(INSTRUMENTS)("$label is stored with its score, its meaning and every item", async (each) => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const { id } = await nurse.clinimetrics.record(sent(each.code, answersAt(each, "most")));
  const row = await storedRow(world, id);
  const [, highest] = extentOf(each);
  expect(row).toMatchObject({
    instrument: each.code,
    category: "score",
    total: highest,
    result: String(highest),
    interpretation: each.bands.at(-1)?.interpretation,
    moment: START - 45 * 60_000,
    status: "final",
    version: 1,
    recordedBy: "Iemand, proef",
  });
  expect(row.items).toHaveLength(each.items.length === 1 ? 0 : each.items.length);
  expect(await nurse.clinimetrics.open({ clientId: CLIENT, entryId: id })).toMatchObject({
    kind: "instrument",
    answers: answersAt(each, "most"),
  });
});

test.each(INSTRUMENTS)("$label made by the form keeps its items through FHIR and back", async (each) => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const { id } = await nurse.clinimetrics.record(sent(each.code, answersAt(each, "least")));
  const row = await storedRow(world, id);
  const [resource] = measurementsPart.fhir.give(row, PATIENT);
  const back = take(JSON.parse(JSON.stringify(resource))).row;
  expect(resource?.component ?? []).toHaveLength(row.items.length);
  for (const key of ["instrument", "total", "interpretation", "items"] as const) {
    expect(back?.[key]).toEqual(row[key]);
  }
});

test("the server scores by the answers it was sent, and says item by item what is missing", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const barthel = instrument("barthel");
  const { "4002004": _, ...without } = answersAt(barthel, "most");
  const refused = await refusedFields(
    nurse.clinimetrics.record(sent("barthel", { ...without, "4002003": "x" })),
  );
  expect(refused).toMatchObject({
    reason: "answers-refused",
    fields: [
      { path: "answers.4002004", problem: "required" },
      { path: "answers.4002003", problem: "not-an-answer" },
    ],
  });
  expect(await world.db.read.$count(measurements)).toBe(0);
});

test("a measurement sent twice is stored once", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const once = sent("pain-nrs", { nrs: 4 });
  const [first, second] = [await nurse.clinimetrics.record(once), await nurse.clinimetrics.record(once)];
  expect(second).toEqual(first);
  expect(await world.db.read.$count(measurements)).toBe(1);
});

test.each([
  ["a moment to come", { time: "10:01" }, "measured-later"],
  ["a day that does not exist", { day: "2026-02-31" }, "answers-refused"],
  ["a measure nobody knows", { measure: "horoscope" }, "measure-unknown"],
  ["a score from elsewhere, without a form of ours", { measure: "mmse" }, "measure-unknown"],
])("%s is refused", async (_, odd, reason) => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const act = nurse.clinimetrics.record({ ...sent("pain-nrs", { nrs: 4 }), ...odd });
  expect(await act.catch(reasonOf)).toBe(reason);
});

test("a correction keeps what was there as a version, and a stale one changes nothing", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const { id } = await nurse.clinimetrics.record(sent("body-weight", { value: 72.4 }));
  const { requestKey: _, ...right } = sent("body-weight", { value: 74.2 });
  const aim = { entryId: id, version: 1, reason: "cijfers omgedraaid" };
  expect(await nurse.clinimetrics.correct({ ...right, ...aim })).toEqual({ id, version: 2 });
  expect(await storedRow(world, id)).toMatchObject({ value: 74.2, result: "74,2 kg", version: 2 });
  const [version] = await world.db.read.select().from(entryVersions).where(eq(entryVersions.entryId, id));
  expect(version).toMatchObject({ version: 1, reason: "cijfers omgedraaid", row: { value: 72.4 } });
  const stale = nurse.clinimetrics.correct({ ...right, ...aim, answers: { value: 80 } });
  expect(await stale.catch(reasonOf)).toBe("entry-changed");
  expect(await storedRow(world, id)).toMatchObject({ value: 74.2 });
});

test("what came from elsewhere is corrected in its words, and keeps its numbers as they were", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const { id } = await nurse.clinimetrics.record(sent("pain-nrs", { nrs: 4 }));
  const items = [{ code: "a", label: "Ogen", answer: "open", score: 4 }];
  const elsewhere = { instrument: "glasgow", name: "Glasgow", total: 15, result: "15", items };
  await world.db.write((tx) => tx.update(measurements).set(elsewhere).where(eq(measurements.id, id)));
  expect(await nurse.clinimetrics.open({ clientId: CLIENT, entryId: id })).toMatchObject({
    kind: "words",
    lines: ["Ogen"],
    answers: { result: "15", "item-0": "open" },
  });
  const { requestKey: _, ...said } = sent("glasgow", { "item-0": "open op aanspreken" });
  await nurse.clinimetrics.correct({ ...said, entryId: id, version: 1 });
  expect(await storedRow(world, id)).toMatchObject({
    total: 15,
    result: "15",
    items: [{ answer: "open op aanspreken", score: 4 }],
  });
});

test("the form of any part stores no score that its answers do not add up to", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const values = { name: "DOS", category: "score", instrument: "dos", result: "13", total: 13 };
  const add = (odd: object, requestKey: string) =>
    refusedFields(
      nurse.entries.add({
        clientId: CLIENT,
        part: "measurements",
        values: { ...values, ...odd },
        requestKey,
      }),
    );
  const items = instrument("dos").items.map(({ code, label }) => ({
    code,
    label,
    answer: "Nooit",
    score: 1,
  }));
  expect(await add({}, "first-key")).toMatchObject({ fields: [{ path: "items", problem: "score-open" }] });
  expect(await add({ items }, "other-key")).toMatchObject({
    fields: [{ path: "total", problem: "score-other" }],
  });
  expect(await world.db.read.$count(measurements)).toBe(0);
});

test("the log says who measured, about whom, and nothing of what", async () => {
  const world = await makeWorld();
  const { nurse } = await makeNurse(world);
  const rows = await entriesOf(world, () =>
    nurse.clinimetrics.record({ ...sent("phq-9", answersAt(instrument("phq-9"), "most")), note: "Kanarie" }),
  );
  expect(rows).toMatchObject([{ event: "measurement.recorded", outcome: "done", clientId: "client-own" }]);
  expect(rows).toMatchObject([{ detail: null, purpose: null }]);
  expect(JSON.stringify(rows)).not.toMatch(/phq|Kanarie/i);
});

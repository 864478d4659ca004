import { describe, expect, test } from "vitest";
import type { FhirResource } from "@/server/dossier/fhir";
import { ours, plain, stored, take } from "./parts-b-rows";

const text = (words: string) => ({ text: words });

describe("medication", () => {
  const product = { resourceType: "Medication", id: "m1", code: text("Lisinopril tablet 10 mg") };
  const medicationReference = { reference: "Medication/m1" };

  test("absorbs the Medication it points at and takes its name", () => {
    const found = take(
      { resourceType: "MedicationStatement", status: "intended", medicationReference },
      product,
    );
    expect(found.row).toMatchObject({ kind: "use", product: "Lisinopril tablet 10 mg", status: "planned" });
    expect(found.absorbedIds).toEqual(["m1"]);
  });

  test("keeps the name written in a reference that leads nowhere", () => {
    const reference = { reference: "Medication/gone", display: "Metoprolol" };
    const found = take({ resourceType: "MedicationRequest", medicationReference: reference });
    expect(found.row).toMatchObject({ product: "Metoprolol", status: "unknown" });
    expect(found.absorbedIds).toEqual([]);
  });

  test("puts a coded dosage in Dutch words", () => {
    const dosed = (dosage: object) =>
      take({ resourceType: "MedicationRequest", dosageInstruction: [dosage] }).row?.dose;
    const repeat = { frequency: 2, period: 3, periodUnit: "d" };
    const doseQuantity = { value: 0.5, unit: "tablet" };
    expect(dosed({ timing: { repeat }, doseAndRate: [{ doseQuantity }] })).toBe(
      "2 maal per 3 dag 0,5 tablet",
    );
    expect(dosed({ timing: { repeat: { ...repeat, period: 1 } } })).toBe("2 maal per dag");
    expect(dosed({ text: "1x daags", timing: { repeat } })).toBe("1x daags");
    expect(dosed({})).toBeNull();
  });

  test("dates a dispense by its hand-over and an administration by when it was given", () => {
    const dispensed = take({
      resourceType: "MedicationDispense",
      status: "declined",
      statusReasonCodeableConcept: text("Nog voorraad"),
      whenHandedOver: "2026-03-29T12:00:00+02:00",
      quantity: { value: 30, unit: "stuks" },
      dosageInstruction: [
        { timing: { repeat: { boundsPeriod: { start: "2026-01-01", end: "2026-05-01" } } } },
      ],
    });
    expect(dispensed.row).toMatchObject({
      kind: "dispense",
      status: "not-done",
      stopReason: "Nog voorraad",
      startedOn: "2026-03-29",
      endedOn: "2026-05-01",
      quantity: "30 stuks",
    });
    const given = take({
      resourceType: "MedicationAdministration",
      status: "completed",
      effectiveDateTime: "2026-03-29T00:30:00Z",
      dosage: { dose: { value: 5, unit: "mg" }, route: text("Subcutaan") },
    });
    expect(given.row).toMatchObject({
      kind: "administration",
      quantity: "5 mg",
      dose: null,
      route: "Subcutaan",
      moment: Date.UTC(2026, 2, 29, 0, 30),
    });
  });
});

describe("measurements", () => {
  const loinc = (code: string) => ({ coding: [{ system: "http://loinc.org", code }] });
  const observation = (id: string, content: object): FhirResource => ({
    resourceType: "Observation",
    id,
    ...content,
  });
  const vital = [{ coding: [{ code: "vital-signs" }] }];
  const weight = observation("w", { code: loinc("29463-7"), valueQuantity: { value: 70, unit: "kg" } });
  const height = observation("h", { code: loinc("8302-2"), valueQuantity: { value: 170, unit: "cm" } });

  test("a BMI leaves the weight and height it derives from their own rows", () => {
    const derivedFrom = [{ reference: "Observation/w" }, { reference: "Observation/h" }];
    const bmi = observation("b", { code: loinc("39156-5"), valueQuantity: { value: 24.2 }, derivedFrom });
    const { rows, absorbedIds } = take(bmi, weight, height);
    expect(rows.map((row) => row?.instrument)).toEqual(["bmi", "body-weight", "body-height"]);
    expect(absorbedIds).toEqual([]);
  });

  test("a score absorbs the answers it derives from", () => {
    const item = observation("i", { code: text("Vraag 1"), valueInteger: 2 });
    const derivedFrom = [{ reference: "Observation/i" }];
    const { row, rows, absorbedIds } = take(
      observation("s", { code: loinc("44261-6"), valueInteger: 2, derivedFrom }),
      item,
    );
    expect(row).toMatchObject({
      total: 2,
      items: [{ label: "Vraag 1", score: 2, answer: null, code: null }],
    });
    expect([rows[1], absorbedIds]).toEqual([null, ["i"]]);
  });

  test("a vital signs panel is left as it came, its members are rows", () => {
    const hasMember = [{ reference: "Observation/w" }, { reference: "Observation/h" }];
    const panel = observation("p", { code: loinc("85353-1"), category: vital, hasMember });
    const { rows } = take(panel, weight, height);
    expect(rows.map((row) => row?.instrument ?? null)).toEqual([null, "body-weight", "body-height"]);
  });

  test("members come along in either order of the file", () => {
    const parent = observation("p", {
      code: text("Loopproef"),
      category: vital,
      hasMember: [{ reference: "Observation/c" }],
    });
    const child = observation("c", {
      code: text("Snelheid"),
      category: vital,
      valueQuantity: { value: 0.8, unit: "m/s" },
    });
    for (const order of [
      [parent, child],
      [child, parent],
    ]) {
      const { rows, absorbedIds } = take(...order);
      expect(rows.filter((row) => row !== null)).toMatchObject([
        { name: "Loopproef", items: [{ answer: "0,8 m/s" }] },
      ]);
      expect(absorbedIds).toEqual(["c"]);
    }
  });

  test("a survey without a number is no score, and an absent value says why", () => {
    const survey = [{ coding: [{ code: "survey" }] }];
    expect(
      take(observation("t", { category: survey, valueCodeableConcept: text("Nooit gerookt") })).row,
    ).toBeNull();
    const absent = take(observation("a", { code: loinc("8310-5"), dataAbsentReason: text("Weigerde") })).row;
    expect(absent).toMatchObject({ result: null, value: null, note: "Geen waarde: Weigerde" });
  });

  test("words that are no plain number go out as words, and come back as they were", () => {
    const [part] = ours.filter(({ slug }) => slug === "measurements");
    const items = ["007 mg", "1,50 kg", "138 mmHg", "≥ 5,4 kg", "12345678901234567890 kg"].map((answer) => ({
      code: null,
      label: "Deel",
      answer,
      score: null,
    }));
    const row = { ...take(weight).row, items, recordedBy: "Bas Wielinga, arts" };
    const [given] = plain(
      part?.fhir.give(stored(row, "row"), { patient: { reference: "x" }, scope: "complete" }),
    );
    expect(given && take(given).row?.items).toEqual(items);
  });

  test("what was entered in error says so", () => {
    expect(take({ ...weight, status: "entered-in-error" }).row).toMatchObject({ status: "entered-in-error" });
    expect(take({ ...weight, status: "constructor" }).row).toMatchObject({ status: "unknown" });
  });
});

test("a lab result below the limit keeps its sign, its order names who asked", () => {
  const order = {
    resourceType: "ServiceRequest",
    id: "o",
    requester: { display: "Anouk Terpstra, huisarts" },
  };
  const found = take(
    {
      resourceType: "Observation",
      category: [{ coding: [{ code: "laboratory" }] }],
      code: text("CRP"),
      basedOn: [{ reference: "ServiceRequest/o" }],
      valueQuantity: { value: 5, comparator: "<", unit: "mg/l" },
      referenceRange: [{ type: text("treatment"), low: { value: 1 } }, { high: { value: 10 } }],
    },
    order,
  );
  expect(found.row).toMatchObject({
    result: "< 5 mg/l",
    value: 5,
    comparator: "<",
    referenceLow: null,
    reference: "≤ 10",
    requestedBy: "Anouk Terpstra, huisarts",
    panel: null,
  });
});

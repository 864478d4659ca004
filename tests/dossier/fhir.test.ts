import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as fhir from "@/server/dossier/fhir";

const concept = {
  coding: [
    { system: "http://snomed.info/sct", code: "73211009", display: "diabetes mellitus" },
    { system: "urn:x", code: "T90" },
  ],
};

describe("codings and texts", () => {
  test("finds the first coding, and the coding of a system", () => {
    expect(fhir.codingOf(concept)?.code).toBe("73211009");
    expect(fhir.codingOf(concept, "urn:x")?.code).toBe("T90");
    expect(fhir.codingOf(concept, "urn:y")).toBeUndefined();
    expect(fhir.codingOf({ system: "urn:x", code: "bare" })?.code).toBe("bare");
    expect(fhir.hasCode([concept], "urn:x", "T89", "T90")).toBe(true);
    expect(fhir.hasCode([concept], "urn:y", "T90")).toBe(false);
  });

  test("prefers text, then display, then code", () => {
    expect(fhir.textOf({ ...concept, text: " suikerziekte " })).toBe("suikerziekte");
    expect(fhir.textOf(concept)).toBe("diabetes mellitus");
    expect(fhir.textOf({ coding: [{ code: "T90" }] })).toBe("T90");
    expect(fhir.textOf([concept, { text: "hoest" }])).toBe("diabetes mellitus, hoest");
    expect(fhir.noteOf([{ text: "een" }, {}, { text: "twee" }])).toBe("een\n\ntwee");
  });

  test("finds choice elements, extensions and the extra element of a primitive", () => {
    expect(fhir.choiceOf({ valueQuantity: { value: 1 } }, "value")).toEqual({
      type: "Quantity",
      value: { value: 1 },
    });
    expect(fhir.choiceOf({ values: 1, _valueString: {} }, "value")).toBeUndefined();
    const element = { extension: [{ url: "urn:a", valueBoolean: false }], _given: [null, { id: "g" }] };
    expect(fhir.extensionValue(element, "urn:a")).toBe(false);
    expect(fhir.extensionValue(element, "urn:b")).toBeUndefined();
    expect(fhir.primitiveElement(element, "given", 1)).toEqual({ id: "g" });
    expect(fhir.primitiveElement(element, "given", 0)).toBeUndefined();
  });
});

describe("references", () => {
  test.each([
    ["Patient/1", { type: "Patient", id: "1" }],
    ["https://x.example/fhir/Patient/a-1/_history/2", { type: "Patient", id: "a-1" }],
    ["urn:uuid:7e285e08-34a4-4b3b-aff6-60f48a3c7cd3", undefined],
    ["#contained", undefined],
    ["Patient?identifier=1", undefined],
  ])("takes %s apart", (reference, target) => expect(fhir.targetOf(reference)).toEqual(target));

  test("keeps what a reference without literal says", () => {
    expect(fhir.referenceOf([{ display: "Dr. Peters", type: "Practitioner" }])).toMatchObject({
      display: "Dr. Peters",
      type: "Practitioner",
    });
    expect(fhir.referenceOf({ type: "Patient" })).toBeUndefined();
  });
});

describe("quantities in words", () => {
  test.each([
    [{ value: 5.4, unit: "mmol/L", comparator: "<=" }, "≤ 5,4 mmol/L"],
    [{ value: 3, code: "1" }, "3"],
    [{ value: 0, code: "mg" }, "0 mg"],
    [{ unit: "mg" }, undefined],
  ])("%j", (quantity, text) => expect(fhir.quantityText(quantity)).toBe(text));

  test("writes ranges", () => {
    expect(fhir.rangeText({ low: { value: 1, unit: "mg" }, high: { value: 2.5, unit: "mg" } })).toBe(
      "1 – 2,5 mg",
    );
    expect(fhir.rangeText({ low: { value: 1, unit: "mg" } })).toBe("≥ 1 mg");
    expect(fhir.rangeText({ high: { value: 1, unit: "mg" } })).toBe("≤ 1 mg");
    expect(fhir.rangeText({})).toBeUndefined();
  });
});

test("no accessor throws on any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.values(fhir)), (value, accessor) => {
      const call = accessor as (value: unknown, name: string) => unknown;
      if (call === fhir.targetOf || call === fhir.numberText) return;
      call(value, "value");
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FhirResource, isElement } from "@/server/dossier/fhir";
import { ours, plain, stored } from "./parts-b-rows";
import { makePen } from "./pen";
import { takeRun } from "./take-run";

describe("odd data", () => {
  const names = [
    ..."status code category subject medicationCodeableConcept medicationReference dosageInstruction dosage".split(
      " ",
    ),
    ..."valueQuantity valueInteger valueCodeableConcept component hasMember derivedFrom effectiveDateTime".split(
      " ",
    ),
    ..."effectivePeriod referenceRange specimen interpretation basedOn content attachment data url title".split(
      " ",
    ),
    ..."item answer linkId questionnaire _questionnaire authored performer note meta profile coding system".split(
      " ",
    ),
    ..."value unit text display low high timing repeat boundsPeriod start end doseAndRate reference".split(
      " ",
    ),
  ];
  const words = [
    "vital-signs",
    "laboratory",
    "survey",
    "http://loinc.org",
    "85354-9",
    "273302005",
    "2020-02-30",
  ];
  const leaf = fc.oneof(fc.constantFrom(...words), fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      leaf,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 6 }),
    ),
  }));
  const types = ours.flatMap((part) => part.fhir.types);
  const resource = fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 10 }))
    .map(([resourceType, content]) => ({ ...content, resourceType }) as FhirResource);

  /** Offers resources to all five parts and gives what they took. */
  function offer(resources: readonly FhirResource[]): number {
    const run = takeRun(resources.map((each) => ({ resource: each })));
    let taken = 0;
    for (const each of resources) {
      for (const part of ours) {
        const draft = part.fhir.take(each, run.context);
        if (draft === null) continue;
        taken += 1;
        expect(Number.isFinite(draft.moment)).toBe(true);
        part.fhir.give(stored(draft, "odd"), { patient: { reference: "x" }, scope: "complete" });
      }
    }
    return taken;
  }

  test("never makes take throw, and what is taken can be given", () => {
    fc.assert(
      fc.property(fc.array(resource, { minLength: 1, maxLength: 3 }), (resources) => {
        offer(resources);
      }),
      { numRuns: 1000 },
    );
  });

  /** Puts `leaf` somewhere in a copy; `steps` choose which member at each level. */
  function spoil(target: unknown, steps: readonly number[], leaf: unknown): unknown {
    const [step = 0, ...rest] = steps;
    const entries = Array.isArray(target) || isElement(target) ? Object.entries(target) : [];
    const [key, inner] = entries[step % entries.length] ?? [];
    if (key === undefined || (rest.length === 0 && entries.length === 0)) return leaf;
    const value = rest.length === 0 ? leaf : spoil(inner, rest, leaf);
    return Array.isArray(target)
      ? target.with(Number(key), value)
      : { ...(target as object), [key]: key === "resourceType" ? inner : value };
  }

  test("one spoilt spot in a good resource never makes take throw", () => {
    const pen = makePen(20_000, "full");
    const good = ours.flatMap((part) =>
      part
        .demo(pen)
        .slice(0, 30)
        .flatMap((draft) =>
          plain(part.fhir.give(stored(draft, "good"), { patient: { reference: "x" }, scope: "complete" })),
        ),
    );
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
        value,
        (resource, steps, leaf) => {
          taken += offer([spoil(resource, steps, leaf) as FhirResource]);
        },
      ),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(1500);
  });
});

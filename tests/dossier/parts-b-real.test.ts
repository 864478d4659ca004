import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import type { FhirResource } from "@/server/dossier/fhir";
import { readFiles } from "@/server/interchange/read/source";
import { sharedFiles } from "../interchange/read";
import { ours } from "./parts-b-rows";
import { takeRun } from "./take-run";

const nictiz = sharedFiles("nictiz-zib2020", ".xml");
const synthea = sharedFiles("synthea", ".json");
const why = "(needs the shared test data: set KRONIEK_SHARED)";

type Taken = Record<string, unknown>;

/** Reads files and offers every resource to the five parts: what each became, by id, and what none wanted. */
async function takeAll(files: string[]) {
  const resources: { resource: FhirResource; fullUrl?: string; file: string }[] = [];
  for await (const item of readFiles(files)) if (item.kind === "resource") resources.push(item);
  const run = takeRun(resources);
  const taken = new Map<string, Taken>();
  const rows: Taken[] = [];
  const left: FhirResource[] = [];
  for (const { resource, file } of resources) {
    const found = ours.flatMap((part) => {
      const wants = part.fhir.types.includes(resource.resourceType);
      const draft = wants ? part.fhir.take(resource, run.context) : null;
      return draft === null ? [] : [{ part: part.slug, ...draft } as Taken];
    });
    expect(found.length).toBeLessThanOrEqual(1);
    const [row] = found;
    if (row === undefined) left.push(resource);
    else {
      rows.push(row);
      taken.set(
        file.endsWith(".xml") ? basename(file, ".xml").replace("nl-core-", "") : `${resource.id}`,
        row,
      );
    }
  }
  return { taken, rows, absorbed: run.absorbed, left: left.filter((each) => !run.absorbed.has(each)) };
}

const at = (text: string) => new Date(text).getTime();

describe.skipIf(nictiz.length === 0)(`the Dutch zib examples ${why}`, () => {
  const loading = takeAll(nictiz);

  test("become 43 measurements and 7 lab results; 23 resources are carried by another", async () => {
    const { rows, absorbed } = await loading;
    const count = (slug: string) => rows.filter(({ part }) => part === slug).length;
    expect([count("measurements"), count("lab-results")]).toEqual([43, 7]);
    expect(rows).toHaveLength(50);
    expect(absorbed.size).toBe(23);
  });

  test.each([
    [
      "BloodPressure-01",
      {
        instrument: "blood-pressure",
        result: "125/75 mmHg",
        bodySite: "Rechter bovenarm",
        note: "Mw. is zwanger",
      },
    ],
    [
      "BodyHeight-01",
      { instrument: "body-height", result: "153 cm", value: 153, unit: "cm", note: "Met schoenen aan" },
    ],
    ["BodyTemperature-01", { result: "38,6 °C", value: 38.6, unit: "°C" }],
    [
      "BodyWeight-01",
      { instrument: "body-weight", result: "2400 gram", moment: at("2013-02-06T00:00+01:00") },
    ],
    ["HeartRate-01", { result: "126 /min", interpretation: "Bradycardie", method: "Auscultatie" }],
    ["PulseRate-01", { instrument: "pulse-rate", result: "50 /min", value: 50, note: "Sportvrouw" }],
    ["O2Saturation-01", { instrument: "oxygen-saturation", result: "92 %" }],
    ["PainScore-01", { category: "score", instrument: "pain-nrs", total: 7, method: "VAS10" }],
    ["DOSScore-01", { instrument: "dos", total: 4, result: "4", note: "Patiënt is mogelijk delirant." }],
    ["MUSTScore-01", { instrument: "must", total: 3, value: null }],
    ["SNAQScore-01", { instrument: "snaq", total: 4 }],
    ["SNAQ65plusScore-01", { instrument: "snaq65plus", total: 2 }],
    ["SNAQrcScore-01", { instrument: "snaqrc", total: 4 }],
    ["ComfortScale-01", { instrument: "comfort", total: 14 }],
    ["VisualAcuity-01", { category: "function", result: "0,8", unit: null, bodySite: "oog, links" }],
    [
      "FunctionalOrMentalStatus-01",
      { category: "function", name: "kan zich scheren", result: "moeite met scheren" },
    ],
    [
      "LaboratoryTestResult-01",
      { result: "138 mmol/l", reference: "136 – 146", flag: null, specimen: "bloed" },
    ],
    ["LaboratoryTestResult-02", { result: "109 mmol/l", referenceLow: 99, referenceHigh: 108, flag: "high" }],
    ["LaboratoryTestResult-03", { result: "hepatitis A-test negatief", value: null }],
    ["LaboratoryTestResult-04", { kind: "panel", test: "hemoglobine & hematocriet panel", result: null }],
    [
      "LaboratoryTestResult-LaboratoryTest-05",
      { kind: "test", flag: "low", panel: "hemoglobine & hematocriet panel" },
    ],
    [
      "TextResult-01",
      {
        part: "lab-results",
        kind: "report",
        status: "preliminary",
        conclusion: expect.stringContaining("Hoge ligging trachea tube"),
      },
    ],
  ])("hand-checked: %s", async (name, expected) => {
    expect((await loading).taken.get(name)).toMatchObject(expected);
  });

  test("hand-checked: the Barthel index with its ten items in words and points", async () => {
    const row = (await loading).taken.get("BarthelADLIndex-01");
    expect(row).toMatchObject({ total: 14, items: expect.any(Array) });
    const items = row?.items as { label: string; answer: string; score: number }[];
    expect(items.map(({ score }) => score)).toEqual([2, 1, 1, 2, 2, 1, 1, 1, 2, 1]);
    expect(items[5]).toEqual({
      code: "4002008",
      label: "Transfers (bed-stoel en terug)",
      answer: "Veel hulp (1-2 mensen lichamelijk)",
      score: 1,
    });
  });

  test("members of mobility and fluid balance travel with their parent, in its order", async () => {
    const { taken } = await loading;
    const labels = (name: string) =>
      ((taken.get(name)?.items ?? []) as { answer: string }[]).map(({ answer }) => answer);
    expect(labels("Mobility-01")).toHaveLength(5);
    expect(labels("Mobility-01")[1]).toBe("Niet in staat trap te lopen");
    expect(labels("FluidBalance-01")).toEqual(["1400 mL", "1000 mL"]);
    expect(taken.has("Mobility.Walking-01")).toBe(false);
  });

  test("social history, wounds, pregnancy, living situation and report lines are left as they came", async () => {
    const left = (await loading).left.map(({ id }) => id);
    for (const name of [
      "AlcoholUse-01",
      "DrugUse-01",
      "TobaccoUse-01",
      "Wound-01-WoundDepth-01",
      "Pregnancy.Gravidity-01",
      "LivingSituation.HouseType-01",
      "Education-01",
      "SOAPReport.SOAPLine-01",
    ]) {
      expect(left).toContain(`nl-core-${name}`);
    }
  });
});

describe.skipIf(synthea.length === 0)(`the synthetic patients ${why}`, () => {
  const loading = takeAll(synthea);

  test("give 165 measurements, 841 lab results of which 83 reports, and 192 medication entries", async () => {
    const { rows } = await loading;
    const count = (test: (row: Taken) => boolean) => rows.filter(test).length;
    expect(count(({ part }) => part === "measurements")).toBe(165);
    expect(count(({ part }) => part === "lab-results")).toBe(841);
    expect(count(({ kind }) => kind === "report")).toBe(83);
    expect(count(({ part }) => part === "medication")).toBe(192);
  });

  test("leave tobacco, a cause of death and a figure from imaging as they came", async () => {
    const types = ["Observation", "DiagnosticReport", "MedicationRequest"];
    const left = (await loading).left.filter(({ resourceType }) => types.includes(resourceType));
    const names = left.map(({ code }) => (code as { text: string }).text);
    expect([...new Set(names)].sort()).toEqual([
      "Cause of Death [US Standard Certificate of Death]",
      "Left ventricular Ejection fraction",
      "Tobacco smoking status NHIS",
    ]);
    expect(left).toHaveLength(29);
  });

  test("hand-checked: a panel's result, a score from elsewhere, a reason pointed at, a computed number", async () => {
    const { rows, taken } = await loading;
    expect(taken.get("3bbf0b25-38e2-4b68-a2f6-9882c34809f1")).toMatchObject({
      test: "Glucose",
      panel: "Basic Metabolic Panel",
    });
    expect(taken.get("dac6e29e-0243-4c18-9d48-06723bb7cfe5")).toMatchObject({
      kind: "report",
      test: "Basic Metabolic Panel",
      moment: at("2013-03-04T21:05:10+00:00"),
    });
    expect(taken.get("1f07351c-f80b-47af-96fc-47491231d136")).toMatchObject({
      kind: "agreement",
      product: "Simvistatin 10 MG",
      dose: "1 maal per dag 1",
      asNeeded: false,
      startedOn: "2018-10-29",
      status: "stopped",
      reason: "Hyperlipidemia",
      prescriber: expect.any(String),
    });
    expect(rows.filter(({ instrument }) => instrument === "mmse")).toHaveLength(4);
    const words = rows.flatMap(({ result }) => (typeof result === "string" ? [result] : []));
    expect(words.filter((text) => /,\d{6}/.test(text))).toEqual([]);
  });
});

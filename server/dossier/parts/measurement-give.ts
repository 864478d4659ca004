import type { MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import type { FhirElement, FhirResource } from "../fhir";
import { instrumentOf } from "../instruments/catalogue";
import { isMeasureCode, MEASURES, type Measure } from "../instruments/measures";
import type { GiveContext, Row } from "../part";

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const UCUM = "http://unitsofmeasure.org";
const NUMBER_AND_UNIT = /^(?:([<>≤≥]) )?(-?\d+(?:,\d+)?)(?: (\S.*))?$/;
const COMPARATORS: Readonly<Record<string, string>> = { "<": "<", ">": ">", "≤": "<=", "≥": ">=" };
const UCUM_OF: Readonly<Record<string, string>> = { mmHg: "mm[Hg]", "°C": "Cel", "kg/m²": "kg/m2" };

/** A Quantity out of words as `quantityText` writes them (`138 mmHg`, `≥ 5,4 kg`); `undefined` when it is no number. */
export function quantityIn(text: string): FhirElement | undefined {
  const match = NUMBER_AND_UNIT.exec(text);
  if (match === null) return undefined;
  const [, comparator, value, unit] = match;
  const number = Number(value?.replace(",", "."));
  // What would come back as other words (leading zeros, more digits than a number holds) stays text
  if (String(number).replace(".", ",") !== value) return undefined;
  return {
    value: number,
    comparator: comparator === undefined ? undefined : COMPARATORS[comparator],
    unit,
    ...(unit !== undefined && UCUM_OF[unit] !== undefined && { system: UCUM, code: UCUM_OF[unit] }),
  };
}

function componentOf(item: MeasuredItem, instrument: string): FhirElement {
  const tool = instrumentOf(instrument);
  const known = tool?.items.find(({ code }) => code === item.code);
  const option = known?.options.find(({ label }) => label === item.answer);
  const system =
    known !== undefined
      ? tool?.system
      : /^\d{3,6}-\d$/.test(item.code ?? "")
        ? "http://loinc.org"
        : undefined;
  const code = { coding: item.code === null ? undefined : [{ system, code: item.code }], text: item.label };
  if (item.answer === null) {
    if (item.score === null) return { code };
    return Number.isInteger(item.score)
      ? { code, valueInteger: item.score }
      : { code, valueQuantity: { value: item.score, unit: "{score}" } };
  }
  const quantity = item.score === null ? quantityIn(item.answer) : undefined;
  if (quantity !== undefined) return { code, valueQuantity: quantity };
  if (item.score === null) return { code, valueString: item.answer };
  const points = [{ url: ORDINAL, valueDecimal: item.score }];
  return {
    code,
    valueCodeableConcept: {
      coding: [{ extension: points, system: known?.system, code: option?.code, display: item.answer }],
      text: item.answer,
    },
  };
}

function valueFields(row: Row<typeof measurements>, measure: Measure | undefined): FhirElement {
  if (row.category === "score") {
    if (row.total === null) return row.result === null ? {} : { valueString: row.result };
    return Number.isInteger(row.total)
      ? { valueInteger: row.total }
      : { valueQuantity: { value: row.total, unit: "{score}" } };
  }
  if (row.value !== null) {
    const comparator = quantityIn(row.result ?? "")?.comparator;
    const ucum = measure?.unit?.text === row.unit ? measure?.unit?.ucum : undefined;
    return {
      valueQuantity: {
        value: row.value,
        comparator,
        unit: row.unit ?? undefined,
        ...(ucum !== undefined && { system: UCUM, code: ucum }),
      },
    };
  }
  return row.result === null || row.instrument === "blood-pressure" ? {} : { valueString: row.result };
}

/** A measurement as an Observation: known measures by their standard code and Dutch core profile. */
export function giveMeasurement(row: Row<typeof measurements>, { patient }: GiveContext): FhirResource[] {
  const measure: Measure | undefined = isMeasureCode(row.instrument) ? MEASURES[row.instrument] : undefined;
  const standard = measure?.codes[0];
  const system = row.code === null ? standard?.[0] : (row.codeSystem ?? undefined);
  const code = row.code ?? standard?.[1];
  const categories: Readonly<Record<typeof row.category, string | undefined>> = {
    vital: "vital-signs",
    body: "vital-signs",
    score: "survey",
    function: undefined,
    other: "vital-signs",
  };
  const category = categories[row.category];
  return [
    {
      resourceType: "Observation",
      id: row.id,
      meta: measure?.profile
        ? { profile: [`http://nictiz.nl/fhir/StructureDefinition/nl-core-${measure.profile}`] }
        : undefined,
      status: row.status,
      category: [
        category === undefined
          ? { coding: [{ system: "http://snomed.info/sct", code: "118228005" }] }
          : { coding: [{ system: CATEGORY, code: category }] },
      ],
      code: {
        coding: code === undefined ? undefined : [{ system, code, display: row.name }],
        text: row.name,
      },
      subject: patient,
      effectiveDateTime: new Date(row.moment).toISOString(),
      issued: new Date(row.recordedAt).toISOString(),
      performer: [{ display: row.recordedBy }],
      ...valueFields(row, measure),
      interpretation: row.interpretation ? [{ text: row.interpretation }] : undefined,
      note: row.note ? [{ text: row.note }] : undefined,
      bodySite: row.bodySite ? { text: row.bodySite } : undefined,
      method: row.method ? { text: row.method } : undefined,
      component:
        row.items.length > 0 ? row.items.map((item) => componentOf(item, row.instrument)) : undefined,
    },
  ];
}

import type { labResults } from "@/db/schema/dossier/lab-results";
import type { FhirElement, FhirResource } from "../fhir";
import { ownExtensions, ownSystem } from "../fhir-own";
import type { GiveContext, Row } from "../part";

type Entry = Row<typeof labResults>;

const V3 = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
const FLAG: Readonly<Record<NonNullable<Entry["flag"]>, string>> = {
  low: "L",
  high: "H",
  "critical-low": "LL",
  "critical-high": "HH",
  abnormal: "A",
  normal: "N",
};

function valueFields(row: Entry): FhirElement {
  if (row.value === null) return row.result === null ? {} : { valueString: row.result };
  const comparator = row.comparator ?? undefined;
  return { valueQuantity: { value: row.value, comparator, unit: row.unit ?? undefined } };
}

function referenceFields(row: Entry): FhirElement {
  if (row.reference === null) return {};
  const side = (value: number | null) =>
    value === null ? undefined : { value, unit: row.unit ?? undefined };
  return {
    referenceRange: [{ low: side(row.referenceLow), high: side(row.referenceHigh), text: row.reference }],
  };
}

/** A result as an Observation of category laboratory, a report as a DiagnosticReport. */
export function giveLabResult(row: Entry, { patient }: GiveContext): FhirResource[] {
  const shared = {
    id: row.id,
    extension: ownExtensions({
      "requested-by": row.requestedBy,
      panel: row.panel,
      "recorded-by": row.recordedBy === row.performer ? null : row.recordedBy,
    }),
    // A DiagnosticReport and an Observation both know these words
    status: row.status,
    code: {
      coding:
        row.code === null
          ? undefined
          : [{ system: row.codeSystem ?? undefined, code: row.code, display: row.test }],
      text: row.test,
    },
    subject: patient,
    effectiveDateTime: new Date(row.moment).toISOString(),
    issued: new Date(row.recordedAt).toISOString(),
    performer: row.performer === null ? undefined : [{ display: row.performer }],
    specimen: row.specimen === null ? undefined : { display: row.specimen },
  };
  if (row.kind === "report") {
    return [
      {
        resourceType: "DiagnosticReport",
        ...shared,
        category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "LAB" }] }],
        specimen: row.specimen === null ? undefined : [{ display: row.specimen }],
        conclusion: row.conclusion ?? undefined,
      },
    ];
  }
  return [
    {
      resourceType: "Observation",
      ...shared,
      meta:
        row.kind === "test"
          ? { profile: ["http://nictiz.nl/fhir/StructureDefinition/nl-core-LaboratoryTestResult"] }
          : undefined,
      category: [
        {
          coding: [
            { system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" },
          ],
        },
        ...(row.kind === "panel" ? [{ coding: [{ system: ownSystem("lab-kind"), code: "panel" }] }] : []),
      ],
      ...valueFields(row),
      interpretation: row.flag === null ? undefined : [{ coding: [{ system: V3, code: FLAG[row.flag] }] }],
      note: row.note ? [{ text: row.note }] : undefined,
      ...referenceFields(row),
    },
  ];
}

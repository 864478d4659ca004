import type { restraints } from "@/db/schema/dossier/restraints";
import { oneOf } from "../codes";
import {
  booleanOf,
  codingOf,
  codingsOf,
  elementsOf,
  extensionsOf,
  extensionValue,
  type FhirElement,
  type FhirResource,
  noteOf,
  referenceOf,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { ownCode, ownConcept, ownExtensions, ownValue, ownValues } from "../fhir-own";
import { dateOf, instantOf, momentOf } from "../fhir-time";
import type { Draft, Row, TakeContext } from "../part";
import { isRestraint } from "../resource-kind";
import {
  ASSENT_NUMBERS,
  ASSENTS,
  kindOfIntervention,
  LEGAL_BASES,
  RESTRAINT_KINDS,
} from "./restraints-codes";

const SNOMED = "http://snomed.info/sct";
const NICTIZ = "http://nictiz.nl/fhir/StructureDefinition/ext-FreedomRestrictingIntervention";
const ASSENT_OID = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.6.1";

type Restraint = Draft<typeof restraints>;

const STATUS_OF: Readonly<Record<string, Restraint["status"]>> = {
  preparation: "planned",
  "in-progress": "active",
  "on-hold": "paused",
  completed: "ended",
  stopped: "ended",
  "not-done": "not-applied",
  "entered-in-error": "not-applied",
};
const FHIR_STATUS: Readonly<Record<Restraint["status"], string>> = {
  planned: "preparation",
  active: "in-progress",
  paused: "on-hold",
  ended: "completed",
  "not-applied": "not-done",
};

const assentOf = (code: string | undefined) =>
  (Object.keys(ASSENTS) as (keyof typeof ASSENTS)[]).find((key) => ASSENT_NUMBERS[key] === code);

function assentsOf(procedure: FhirResource): string[] {
  return extensionsOf(procedure, `${NICTIZ}.Assent`)
    .flatMap((extension) => codingsOf(extension.valueCodeableConcept))
    .map(({ code }) => assentOf(code))
    .filter((code) => code !== undefined);
}

/** A restraint from a Procedure that is a FreedomRestrictingIntervention; other Procedures are not ours. */
export function takeRestraint(resource: FhirResource, context: TakeContext): Restraint | null {
  if (!isRestraint(resource)) return null;
  const { start, end } = momentOf(resource, "performed");
  const recorded = instantOf(ownValue(resource, "recorded-at"));
  const capable = extensionsOf(resource, `${NICTIZ}.LegallyCapable`)[0];
  const code = codingOf(resource.code, SNOMED)?.code;
  const grounds = elementsOf(resource.reasonReference).map(
    (reference) => textOf(context.resolve(reference)?.code) ?? referenceOf(reference)?.display,
  );
  return {
    moment: start?.at ?? recorded?.at ?? context.now,
    intervention: textOf(resource.code) ?? textOf(resource.category) ?? "Maatregel zonder naam",
    interventionCode: code ?? null,
    kind: ownCode(resource.category, "restraint-kind", RESTRAINT_KINDS) ?? kindOfIntervention(code),
    legalBasis: oneOf(LEGAL_BASES, ownValue(resource, "legal-basis")) ?? "unknown",
    legalGround: textOf(grounds) ?? null,
    status: STATUS_OF[stringOf(resource.status) ?? ""] ?? (end === undefined ? "active" : "ended"),
    startedOn: start?.date ?? null,
    endedOn: end?.date ?? null,
    schedule: stringOf(ownValue(resource, "schedule")) ?? null,
    reason: textOf(resource.reasonCode) ?? null,
    alternatives: stringOf(ownValue(resource, "alternatives")) ?? null,
    capable: booleanOf(extensionValue(capable, "legallyCapable")) ?? null,
    capableNote: stringOf(extensionValue(capable, "legallyCapableComment")) ?? null,
    assents: assentsOf(resource),
    resistance: booleanOf(ownValue(resource, "resistance")) ?? null,
    responsible: authorOf(elementsOf(resource.performer)[0]?.actor, context) ?? null,
    evaluateOn: dateOf(ownValue(resource, "evaluate-on")) ?? null,
    evaluations: elementsOf(ownValues(resource, "evaluation")).map((annotation) => ({
      date: dateOf(annotation.time) ?? null,
      by: stringOf(annotation.authorString) ?? null,
      text: stringOf(annotation.text) ?? "",
    })),
    note: noteOf(resource.note) ?? null,
    recordedBy: authorOf(resource.recorder, context) ?? authorOf(resource.asserter, context),
    recordedAt: recorded?.at,
  };
}

function nictizExtensions(row: Row<typeof restraints>): FhirElement[] {
  const capable = [
    ...(row.capable === null ? [] : [{ url: "legallyCapable", valueBoolean: row.capable }]),
    ...(row.capableNote === null ? [] : [{ url: "legallyCapableComment", valueString: row.capableNote }]),
  ];
  return [
    ...(capable.length === 0 ? [] : [{ url: `${NICTIZ}.LegallyCapable`, extension: capable }]),
    ...row.assents.flatMap((assent) => {
      const key = oneOf(ASSENTS, assent);
      if (key === undefined) return [];
      const coding = { system: ASSENT_OID, code: ASSENT_NUMBERS[key], display: ASSENTS[key] };
      return [{ url: `${NICTIZ}.Assent`, valueCodeableConcept: { coding: [coding] } }];
    }),
  ];
}

/** The Procedure of a restraint. */
export function giveRestraint(row: Row<typeof restraints>, patient: { reference: string }): FhirResource[] {
  const own = ownExtensions({
    "legal-basis": row.legalBasis,
    schedule: row.schedule,
    alternatives: row.alternatives,
    resistance: row.resistance,
    "evaluate-on": row.evaluateOn,
    evaluation: row.evaluations.map(({ date, by, text }) => ({
      time: date ?? undefined,
      authorString: by ?? undefined,
      text,
    })),
    "recorded-at": new Date(row.recordedAt).toISOString(),
  });
  return [
    {
      resourceType: "Procedure",
      id: row.id,
      extension: [...nictizExtensions(row), ...(own ?? [])],
      status: FHIR_STATUS[row.status],
      category: {
        coding: [
          { system: SNOMED, code: "225317005", display: "beperking van bewegingsvrijheid" },
          ...elementsOf(ownConcept("restraint-kind", RESTRAINT_KINDS, row.kind).coding),
        ],
      },
      code: {
        text: row.intervention,
        coding: row.interventionCode === null ? undefined : [{ system: SNOMED, code: row.interventionCode }],
      },
      subject: patient,
      performedPeriod: { start: row.startedOn ?? undefined, end: row.endedOn ?? undefined },
      recorder: { display: row.recordedBy },
      performer: row.responsible === null ? undefined : [{ actor: { display: row.responsible } }],
      reasonCode: row.reason === null ? undefined : [{ text: row.reason }],
      reasonReference: row.legalGround === null ? undefined : [{ display: row.legalGround }],
      note: row.note === null ? undefined : [{ text: row.note }],
    },
  ];
}

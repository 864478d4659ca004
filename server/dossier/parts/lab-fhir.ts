import type { labResults } from "@/db/schema/dossier/lab-results";
import {
  codingsOf,
  elementsOf,
  type FhirElement,
  type FhirResource,
  hasCode,
  isElement,
  noteOf,
  numberOf,
  rangeText,
  referenceOf,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { ownSystem, ownValue } from "../fhir-own";
import { instantOf, momentOf } from "../fhir-time";
import type { Draft, Row, TakeContext } from "../part";
import { observationKind, observationStatus, parentOf } from "./observation";
import { absenceOf, codeColumns, numberIn, readQuantity, valueText } from "./observation-value";

type Entry = Row<typeof labResults>;
type LabDraft = Draft<typeof labResults>;

const FLAGS: Readonly<Record<string, NonNullable<Entry["flag"]>>> = {
  L: "low",
  "281300000": "low",
  H: "high",
  "281302008": "high",
  LL: "critical-low",
  "281301001": "critical-low",
  HH: "critical-high",
  "281303003": "critical-high",
  A: "abnormal",
  AA: "abnormal",
  N: "normal",
};
const BOUNDS = ["<", "<=", ">", ">="] as const;

function flagOf(resource: FhirResource): Entry["flag"] {
  for (const { code } of codingsOf(resource.interpretation)) {
    if (code !== undefined && Object.hasOwn(FLAGS, code)) return FLAGS[code] ?? null;
  }
  return null;
}

/** The range for this person: the one without a type or of type normal, else the first. */
function referenceColumns(resource: FhirResource) {
  const ranges = elementsOf(resource.referenceRange);
  const usual = ranges.find(
    ({ type }) => type === undefined || codingsOf(type).some(({ code }) => code === "normal"),
  );
  const range: FhirElement = usual ?? ranges[0] ?? {};
  const bare = (side: unknown) =>
    isElement(side) ? { value: side.value, comparator: side.comparator } : undefined;
  return {
    referenceLow: numberOf(isElement(range.low) ? range.low.value : undefined) ?? null,
    referenceHigh: numberOf(isElement(range.high) ? range.high.value : undefined) ?? null,
    reference: stringOf(range.text) ?? rangeText({ low: bare(range.low), high: bare(range.high) }) ?? null,
  };
}

function specimenOf(resource: FhirResource, context: TakeContext): string | null {
  const names = elementsOf(resource.specimen).flatMap((reference) => {
    const found = context.resolve(reference);
    if (found?.resourceType === "Specimen") context.absorb(found);
    return textOf(found?.type) ?? referenceOf(reference)?.display ?? [];
  });
  return names.join(", ") || null;
}

/** When the material was taken, for a result that does not say when it is of. */
function collectedOf(resource: FhirResource, context: TakeContext): number | undefined {
  const specimen = context.resolve(elementsOf(resource.specimen)[0]);
  return momentOf(specimen?.collection, "collected").start?.at;
}

/** Who asked for it: the requester of the order it is based on. */
function requesterOf(resource: FhirResource, context: TakeContext): string | null {
  for (const reference of elementsOf(resource.basedOn)) {
    const name = authorOf(context.resolve(reference)?.requester, context);
    if (name !== undefined) return name;
  }
  return stringOf(ownValue(resource, "requested-by")) ?? null;
}

const NOTHING = {
  result: null,
  value: null,
  comparator: null,
  unit: null,
  referenceLow: null,
  referenceHigh: null,
  reference: null,
  flag: null,
  conclusion: null,
  note: null,
} as const;

/** Columns an Observation and a DiagnosticReport share. */
function shared(resource: FhirResource, context: TakeContext): Omit<LabDraft, "kind"> {
  const start = momentOf(resource, "effective").start;
  const issued = instantOf(resource.issued);
  const parent = parentOf(resource, context);
  const performer = authorOf(resource.performer, context);
  return {
    ...NOTHING,
    moment: start?.at ?? collectedOf(resource, context) ?? issued?.at ?? context.now,
    test: textOf(resource.code) ?? "Onbekende bepaling",
    ...codeColumns(resource.code),
    panel: stringOf(ownValue(resource, "panel")) ?? textOf(parent?.code) ?? null,
    specimen: specimenOf(resource, context),
    requestedBy: requesterOf(resource, context),
    performer: performer ?? null,
    status: observationStatus(resource),
    recordedBy: stringOf(ownValue(resource, "recorded-by")) ?? performer,
    recordedAt: issued?.at,
  };
}

function takeReport(resource: FhirResource, context: TakeContext): LabDraft {
  const codes = elementsOf(resource.conclusionCode).flatMap((concept) => textOf(concept) ?? []);
  const conclusion = [stringOf(resource.conclusion), codes.join(", ") || undefined];
  return {
    ...shared(resource, context),
    kind: "report",
    conclusion: conclusion.filter((text) => text !== undefined).join("\n\n") || null,
  };
}

/** A laboratory Observation (a test, or a panel of tests) or a DiagnosticReport; `null` for anything else. */
export function takeLabResult(resource: FhirResource, context: TakeContext): LabDraft | null {
  if (resource.resourceType === "DiagnosticReport") return takeReport(resource, context);
  if (observationKind(resource) !== "laboratory") return null;
  const quantity = isElement(resource.valueQuantity) ? resource.valueQuantity : undefined;
  const parts = elementsOf(resource.component).map(
    (part) => `${textOf(part.code) ?? "Onbekend"}: ${valueText(part) ?? "geen waarde"}`,
  );
  const isPanel =
    elementsOf(resource.hasMember).length > 0 || hasCode(resource.category, ownSystem("lab-kind"), "panel");
  const notes = [noteOf(resource.note), absenceOf(resource), parts.join("\n") || undefined];
  return {
    ...shared(resource, context),
    kind: isPanel ? "panel" : "test",
    result: valueText(resource) ?? null,
    value: numberIn(resource) ?? null,
    comparator: BOUNDS.find((bound) => bound === quantity?.comparator) ?? null,
    unit: readQuantity(quantity)?.unit ?? null,
    ...referenceColumns(resource),
    flag: flagOf(resource),
    note: notes.filter((text) => text !== undefined).join("\n\n") || null,
  };
}

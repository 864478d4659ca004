import type { MeasuredItem, measurements } from "@/db/schema/dossier/measurements";
import {
  codingsOf,
  elementsOf,
  extensionValue,
  type FhirElement,
  type FhirResource,
  isElement,
  noteOf,
  numberOf,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { instantOf, momentOf } from "../fhir-time";
import { instrumentOf } from "../instruments/catalogue";
import { type Item, pointsOf } from "../instruments/instrument";
import { MEASURES, type Measure } from "../instruments/measures";
import type { Draft, TakeContext } from "../part";
import { measureOf, observationKind, observationStatus, parentOf } from "./observation";
import { absenceOf, codeColumns, numberIn, readQuantity, valueText } from "./observation-value";

const POSITION = "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition";
const LATERALITY = "http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality";
const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/** Dutch words for components that are known by code; others keep the words of their source. */
const COMPONENTS: Readonly<Record<string, string>> = {
  "8480-6": "Systolisch",
  "8462-4": "Diastolisch",
  "6797001": "Gemiddelde bloeddruk",
  "70665002": "Manchet",
  "85549003": "Korotkofftonen",
  "248159006": "Kleding",
  "57485005": "Zuurstoftherapie",
};

function choiceLabels(item: Item | undefined, concept: unknown): { answer?: string; score?: number } {
  for (const coding of codingsOf(concept)) {
    const option = item?.options.find(({ code }) => code === coding.code);
    if (item !== undefined && option !== undefined)
      return { answer: option.label, score: pointsOf(item, option.code) };
  }
  const ordinal = elementsOf(isElement(concept) ? concept.coding : undefined)
    .map((coding) => numberOf(extensionValue(coding, ORDINAL)))
    .find((points) => points !== undefined);
  return { answer: textOf(concept), score: ordinal };
}

/** Components of a member without a value of its own, in one line: `Systolisch: 138 mmHg, …`. */
function componentsOf(member: FhirElement): string | undefined {
  const parts = elementsOf(member.component).flatMap((part) => {
    const value = valueText(part);
    const code = codingsOf(part.code).find((coding) => COMPONENTS[coding.code ?? ""] !== undefined)?.code;
    return value === undefined
      ? []
      : `${COMPONENTS[code ?? ""] ?? textOf(part.code) ?? "Onbekend"}: ${value}`;
  });
  return parts.join(", ") || undefined;
}

function itemOf(element: FhirElement, instrument: string, isScore: boolean): MeasuredItem {
  const codes = codingsOf(element.code);
  const known = instrumentOf(instrument)?.items.find(({ code }) =>
    codes.some((coding) => coding.code === code),
  );
  const code = known?.code ?? codes.find((coding) => coding.code !== undefined)?.code ?? null;
  const label = known?.label ?? COMPONENTS[code ?? ""] ?? textOf(element.code) ?? code ?? "Onbekend";
  const number = numberIn(element);
  const unit = isElement(element.valueQuantity) ? stringOf(element.valueQuantity.unit) : undefined;
  if (isScore && number !== undefined && (unit === undefined || unit === "{score}")) {
    return { code, label, answer: null, score: number };
  }
  const chosen = isElement(element.valueCodeableConcept)
    ? choiceLabels(known, element.valueCodeableConcept)
    : { answer: valueText(element) ?? componentsOf(element), score: undefined };
  const absent = textOf(element.dataAbsentReason);
  return {
    code,
    label,
    answer: chosen.answer ?? (absent === undefined ? null : `Geen waarde: ${absent}`),
    score: chosen.score ?? null,
  };
}

/** Its number with unit, whether written as a Quantity or as an Integer. */
function quantityOf(element: FhirElement) {
  return readQuantity(element.valueQuantity ?? { value: element.valueInteger });
}

/** Where on the body, left and right included. */
function bodySiteOf(resource: FhirResource): string | null {
  const site = isElement(resource.bodySite) ? resource.bodySite : undefined;
  const parts = [textOf(site), textOf(extensionValue(site, LATERALITY))];
  return parts.filter((text) => text !== undefined).join(", ") || null;
}

/** Observations named as members, and those a score derives from unless they are measurements by themselves. */
function membersOf(resource: FhirResource, context: TakeContext): FhirResource[] {
  const found = (references: unknown) =>
    elementsOf(references)
      .map((reference) => context.resolve(reference))
      .filter((target) => target !== undefined)
      .filter((target) => target !== resource && target.resourceType === "Observation");
  const sources = found(resource.derivedFrom).filter((source) => observationKind(source) === undefined);
  return [...new Set([...found(resource.hasMember), ...sources])];
}

function bloodPressure(items: readonly MeasuredItem[]): string | undefined {
  const of = (code: string) =>
    /^(\d+(?:,\d+)?)/.exec(items.find((item) => item.code === code)?.answer ?? "")?.[1];
  const [systolic, diastolic] = [of("8480-6"), of("8462-4")];
  return systolic !== undefined && diastolic !== undefined ? `${systolic}/${diastolic} mmHg` : undefined;
}

const join = (...paragraphs: (string | undefined)[]): string | null =>
  paragraphs.filter((text) => text !== undefined).join("\n\n") || null;

/** The measurement in an Observation; `null` for one of another kind, and for one carried by its panel or score. */
export function takeMeasurement(
  resource: FhirResource,
  context: TakeContext,
): Draft<typeof measurements> | null {
  const kind = observationKind(resource);
  if (kind === undefined || kind === "laboratory") return null;
  const parent = parentOf(resource, context);
  const parentKind = parent === undefined ? undefined : observationKind(parent);
  if (parentKind !== undefined && parentKind !== "laboratory") return null;

  const key = measureOf(resource);
  const measure: Measure | undefined = key === undefined ? undefined : MEASURES[key];
  const category = measure?.category ?? (kind === "vital" ? "other" : kind);
  const isScore = category === "score";
  const instrument = key ?? "other";
  const members = membersOf(resource, context);
  for (const member of members) context.absorb(member);
  // A pulse keeps its number in a member of the same measure
  const carrier = members.find((member) => key !== undefined && measureOf(member) === key);
  const quantity = quantityOf(resource) ?? (carrier && quantityOf(carrier));
  const position = textOf(extensionValue(resource, POSITION));
  const items = [...elementsOf(resource.component), ...members].map((element) =>
    itemOf(element, instrument, isScore),
  );
  const { start, end } = momentOf(resource, "effective");
  const issued = instantOf(resource.issued);
  if (position !== undefined) items.push({ code: null, label: "Houding", answer: position, score: null });
  const pressure = instrument === "blood-pressure" ? bloodPressure(items) : undefined;
  const until = end === undefined ? undefined : `Gemeten tot ${end.date}`;
  return {
    moment: start?.at ?? issued?.at ?? context.now,
    category,
    instrument,
    name: measure?.label ?? textOf(resource.code) ?? "Onbekende meting",
    ...codeColumns(resource.code),
    result: quantity?.words ?? valueText(resource) ?? pressure ?? null,
    value: isScore ? null : (quantity?.value ?? null),
    unit: isScore ? null : (quantity?.unit ?? null),
    items,
    total: isScore ? (quantity?.value ?? null) : null,
    interpretation: textOf(resource.interpretation) ?? null,
    method: textOf(resource.method) ?? null,
    bodySite: bodySiteOf(resource),
    status: observationStatus(resource),
    note: join(noteOf(resource.note), until, absenceOf(resource)),
    recordedBy: authorOf(resource.performer, context),
    recordedAt: issued?.at,
  };
}

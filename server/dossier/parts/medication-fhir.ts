import type { medication } from "@/db/schema/dossier/medication";
import {
  booleanOf,
  codingsOf,
  elementsOf,
  extensionValue,
  type FhirElement,
  type FhirResource,
  isElement,
  noteOf,
  numberOf,
  numberText,
  quantityText,
  rangeText,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { instantOf, momentOf, periodOf } from "../fhir-time";
import type { Draft, Row, TakeContext } from "../part";

type Entry = Row<typeof medication>;

const KIND: Readonly<Record<string, Entry["kind"]>> = {
  MedicationRequest: "agreement",
  MedicationStatement: "use",
  MedicationDispense: "dispense",
  MedicationAdministration: "administration",
};

const STATUS: Readonly<Record<string, Entry["status"]>> = {
  draft: "planned",
  intended: "planned",
  preparation: "planned",
  active: "active",
  "in-progress": "active",
  "on-hold": "on-hold",
  completed: "completed",
  stopped: "stopped",
  cancelled: "cancelled",
  "not-taken": "not-done",
  "not-done": "not-done",
  declined: "not-done",
  "entered-in-error": "entered-in-error",
};

const UNITS: Readonly<Record<string, string>> = {
  s: "seconde",
  min: "minuut",
  h: "uur",
  d: "dag",
  wk: "week",
  mo: "maand",
  a: "jaar",
};

/** Product of any medication resource: the concept itself, or the Medication it points at (then absorbed). */
function productOf(resource: FhirResource, context: TakeContext) {
  const reference = resource.medicationReference;
  const found = reference === undefined ? undefined : context.resolve(reference);
  const about = found?.resourceType === "Medication" ? found : undefined;
  if (about !== undefined) context.absorb(about);
  const concept = about === undefined ? resource.medicationCodeableConcept : about.code;
  const coding = codingsOf(concept).find(({ code }) => code !== undefined);
  const ingredients = elementsOf(about?.ingredient).flatMap(
    (ingredient) => textOf(ingredient.itemCodeableConcept) ?? [],
  );
  const shown = isElement(reference) ? stringOf(reference.display) : undefined;
  return {
    product: textOf(concept) ?? (ingredients.join(", ") || shown) ?? "Onbekend geneesmiddel",
    productCode: coding?.code ?? null,
    productSystem: coding?.system ?? null,
  };
}

/** `1 maal per dag 2 tabletten`: a Dosage without words put in words, as the G-Standaard orders them. */
function dosageWords(dosage: FhirElement): string | undefined {
  const timing = isElement(dosage.timing) ? dosage.timing : undefined;
  const repeat = isElement(timing?.repeat) ? timing.repeat : undefined;
  const rate = elementsOf(dosage.doseAndRate)[0] ?? dosage;
  const dose = quantityText(rate.doseQuantity ?? rate.dose) ?? rangeText(rate.doseRange);
  const times = numberOf(repeat?.frequency) ?? (repeat === undefined ? undefined : 1);
  const unit = UNITS[stringOf(repeat?.periodUnit) ?? ""];
  const period = numberOf(repeat?.period) ?? 1;
  const often =
    times === undefined || unit === undefined
      ? textOf(timing?.code)
      : `${numberText(times)} maal per ${period === 1 ? "" : `${numberText(period)} `}${unit}`;
  return [often, dose].filter((text) => text !== undefined).join(" ") || undefined;
}

/** How to take it; of an administration only what is written, for its dose is what was given. */
function doseOf(dosages: readonly FhirElement[], isGiven: boolean): string | null {
  const lines = dosages.flatMap((dosage) => {
    const text = stringOf(dosage.text) ?? stringOf(dosage.patientInstruction);
    return text ?? (isGiven ? undefined : dosageWords(dosage)) ?? [];
  });
  return lines.join("\n") || null;
}

function asNeededOf(dosages: readonly FhirElement[]): boolean | null {
  for (const dosage of dosages) {
    if (dosage.asNeededCodeableConcept !== undefined) return true;
    const flag = booleanOf(dosage.asNeededBoolean);
    if (flag !== undefined) return flag;
  }
  return null;
}

/** From when until when: the stated period of use, else the bounds of the dosage, else the moments of the type. */
function spanOf(resource: FhirResource, dosages: readonly FhirElement[]) {
  const bounds = dosages.map((dosage) => {
    const repeat = isElement(dosage.timing) ? dosage.timing.repeat : undefined;
    return isElement(repeat) ? periodOf(repeat.boundsPeriod) : {};
  });
  const stated = periodOf(
    extensionValue(resource, "http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period"),
  );
  const effective = momentOf(resource, "effective");
  const authored = instantOf(resource.authoredOn) ?? instantOf(resource.dateAsserted);
  const handed = instantOf(resource.whenHandedOver) ?? instantOf(resource.whenPrepared);
  const bound = bounds.find(({ start, end }) => start !== undefined || end !== undefined) ?? {};
  return {
    start: stated.start ?? handed ?? bound.start ?? effective.start ?? authored,
    end: stated.end ?? bound.end ?? effective.end,
    authored,
  };
}

function reasonOf(resource: FhirResource, context: TakeContext): string | null {
  const pointed = elementsOf(resource.reasonReference).flatMap((reference) => {
    const found = context.resolve(reference);
    return textOf(found?.code) ?? stringOf(reference.display) ?? [];
  });
  return textOf(resource.reasonCode) ?? (pointed.join(", ") || null);
}

/** The entry in a MedicationRequest, -Statement, -Dispense or -Administration. */
export function takeMedication(
  resource: FhirResource,
  context: TakeContext,
): Draft<typeof medication> | null {
  const kind = KIND[resource.resourceType];
  if (kind === undefined) return null;
  const dosages = elementsOf(resource.dosageInstruction ?? resource.dosage);
  const given = kind === "administration" ? dosages[0] : undefined;
  const { start, end, authored } = spanOf(resource, dosages);
  const performer = elementsOf(resource.performer)[0]?.actor;
  const author = resource.requester ?? resource.informationSource;
  const status = stringOf(resource.status) ?? "";
  const who = authorOf(author ?? performer, context);
  return {
    moment: start?.at ?? context.now,
    kind,
    ...productOf(resource, context),
    dose: doseOf(dosages, kind === "administration"),
    quantity:
      quantityText(resource.quantity) ??
      quantityText(given?.dose) ??
      quantityText(given?.rateQuantity) ??
      null,
    asNeeded: asNeededOf(dosages),
    route: textOf(dosages.find((dosage) => dosage.route !== undefined)?.route) ?? null,
    reason: reasonOf(resource, context),
    prescriber: (kind === "agreement" ? who : undefined) ?? null,
    startedOn: start?.date ?? null,
    endedOn: end?.date ?? null,
    status: (Object.hasOwn(STATUS, status) ? STATUS[status] : undefined) ?? "unknown",
    stopReason: textOf(resource.statusReason) ?? textOf(resource.statusReasonCodeableConcept) ?? null,
    note: noteOf(resource.note) ?? null,
    recordedBy: authorOf(resource.recorder ?? performer, context) ?? who,
    recordedAt: authored?.at,
  };
}

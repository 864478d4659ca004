import type { medication } from "@/db/schema/dossier/medication";
import type { FhirElement, FhirResource } from "../fhir";
import type { GiveContext, Row } from "../part";
import { quantityIn } from "./measurement-give";

type Entry = Row<typeof medication>;

/** What each status is called in each resource type; the type's own word where the lists differ. */
const STATUS: Readonly<Record<Entry["kind"], Readonly<Record<Entry["status"], string>>>> = {
  agreement: {
    planned: "draft",
    active: "active",
    "on-hold": "on-hold",
    completed: "completed",
    stopped: "stopped",
    "not-done": "cancelled",
    cancelled: "cancelled",
    "entered-in-error": "entered-in-error",
    unknown: "unknown",
  },
  use: {
    planned: "intended",
    active: "active",
    "on-hold": "on-hold",
    completed: "completed",
    stopped: "stopped",
    "not-done": "not-taken",
    cancelled: "not-taken",
    "entered-in-error": "entered-in-error",
    unknown: "unknown",
  },
  dispense: {
    planned: "preparation",
    active: "in-progress",
    "on-hold": "on-hold",
    completed: "completed",
    stopped: "stopped",
    "not-done": "declined",
    cancelled: "cancelled",
    "entered-in-error": "entered-in-error",
    unknown: "unknown",
  },
  administration: {
    planned: "unknown",
    active: "in-progress",
    "on-hold": "on-hold",
    completed: "completed",
    stopped: "stopped",
    "not-done": "not-done",
    cancelled: "not-done",
    "entered-in-error": "entered-in-error",
    unknown: "unknown",
  },
};

const concept = (text: string | null): FhirElement | undefined => (text === null ? undefined : { text });

function periodOf(row: Entry): FhirElement | undefined {
  if (row.startedOn === null && row.endedOn === null) return undefined;
  return { start: row.startedOn ?? undefined, end: row.endedOn ?? undefined };
}

function dosageOf(row: Entry): FhirElement {
  const period = row.kind === "use" ? undefined : periodOf(row);
  return {
    text: row.dose ?? undefined,
    timing: period && { repeat: { boundsPeriod: period } },
    asNeededBoolean: row.asNeeded ?? undefined,
    route: concept(row.route),
  };
}

/** An entry as the FHIR resource of its kind. */
export function giveMedication(row: Entry, { patient }: GiveContext): FhirResource[] {
  const shared = {
    id: row.id,
    status: STATUS[row.kind][row.status],
    medicationCodeableConcept: {
      coding:
        row.productCode === null
          ? undefined
          : [{ system: row.productSystem ?? undefined, code: row.productCode, display: row.product }],
      text: row.product,
    },
    subject: patient,
    note: row.note ? [{ text: row.note }] : undefined,
  };
  const reason = row.reason === null ? undefined : [{ text: row.reason }];
  const recorded = new Date(row.recordedAt).toISOString();
  const at = new Date(row.moment).toISOString();
  const by = [{ actor: { display: row.recordedBy } }];
  const quantity = row.quantity === null ? undefined : (quantityIn(row.quantity) ?? { unit: row.quantity });
  switch (row.kind) {
    case "agreement":
      return [
        {
          resourceType: "MedicationRequest",
          ...shared,
          intent: "order",
          statusReason: concept(row.stopReason),
          authoredOn: recorded,
          requester: row.prescriber === null ? undefined : { display: row.prescriber },
          recorder: { display: row.recordedBy },
          reasonCode: reason,
          dosageInstruction: [dosageOf(row)],
        },
      ];
    case "use":
      return [
        {
          resourceType: "MedicationStatement",
          ...shared,
          statusReason: row.stopReason === null ? undefined : [{ text: row.stopReason }],
          effectivePeriod: periodOf(row),
          dateAsserted: recorded,
          informationSource: { display: row.recordedBy },
          reasonCode: reason,
          dosage: [dosageOf(row)],
        },
      ];
    case "dispense":
      return [
        {
          resourceType: "MedicationDispense",
          ...shared,
          statusReasonCodeableConcept: concept(row.stopReason),
          performer: by,
          quantity,
          whenHandedOver: at,
          dosageInstruction: [dosageOf(row)],
        },
      ];
    case "administration": {
      const { text, route } = dosageOf(row);
      return [
        {
          resourceType: "MedicationAdministration",
          ...shared,
          statusReason: row.stopReason === null ? undefined : [{ text: row.stopReason }],
          performer: by,
          effectiveDateTime: at,
          reasonCode: reason,
          dosage: { text, route, dose: quantity },
        },
      ];
    }
  }
}

import { codingOf, elementsOf, type FhirResource, hasCode, stringOf, textOf } from "./fhir";
import { authorOf } from "./fhir-author";
import { ownValue } from "./fhir-own";
import { dateOf, instantOf, momentOf } from "./fhir-time";
import type { TakeContext } from "./part";

const CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
const VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

/** How sure a diagnosis is, code → Dutch. */
export const CERTAINTY = {
  confirmed: "Bevestigd",
  provisional: "Voorlopig",
  refuted: "Weerlegd",
} as const;

type Certainty = keyof typeof CERTAINTY;
type ClinicalStatus = "active" | "remission" | "inactive" | "resolved";

/** The certainty of a Condition; what was entered in error counts as refuted, silence as confirmed. */
export function certaintyOf(condition: FhirResource): Certainty {
  const status = condition.verificationStatus;
  if (hasCode(status, VERIFICATION, "refuted", "entered-in-error")) return "refuted";
  return hasCode(status, VERIFICATION, "provisional", "unconfirmed", "differential")
    ? "provisional"
    : "confirmed";
}

const STATUSES: Readonly<Record<string, ClinicalStatus>> = {
  active: "active",
  recurrence: "active",
  relapse: "active",
  inactive: "inactive",
  remission: "remission",
  resolved: "resolved",
};

/** The clinical status; where none is stated, a Condition with an end is resolved and one without is active. */
export function clinicalStatusOf(condition: FhirResource): ClinicalStatus {
  const stated = STATUSES[codingOf(condition.clinicalStatus, CLINICAL)?.code ?? ""];
  return (
    stated ??
    (abatement(condition) !== undefined || condition.abatementBoolean === true ? "resolved" : "active")
  );
}

const abatement = (condition: FhirResource): string | undefined =>
  momentOf(condition, "abatement").start?.date ?? stringOf(condition.abatementString);

/** When a Condition began and ended and who recorded it when, as every part carried by Condition keeps it. */
export function conditionFacts(condition: FhirResource, context: Pick<TakeContext, "resolve" | "now">) {
  const onset = momentOf(condition, "onset").start;
  const recorded = instantOf(ownValue(condition, "recorded-at")) ?? instantOf(condition.recordedDate);
  return {
    moment: onset?.at ?? recorded?.at ?? context.now,
    startedOn: onset?.date ?? null,
    endedOn: dateOf(condition.abatementDateTime) ?? momentOf(condition, "abatement").start?.date ?? null,
    recordedBy: authorOf(condition.recorder, context) ?? authorOf(condition.asserter, context),
    recordedAt: recorded?.at,
  };
}

/** Name of a Condition with what nl-core-Problem specifies further: `Zwangerschap (tweeling)`. */
export function conditionName(condition: FhirResource): string | undefined {
  const name = textOf(condition.code);
  const further = elementsOf(elementsOf(condition.code)[0]?.extension).find(({ url }) =>
    stringOf(url)?.endsWith("ext-Problem.FurtherSpecificationProblemName"),
  );
  const specified = stringOf(further?.valueString);
  return name !== undefined && specified !== undefined ? `${name} (${specified})` : (name ?? specified);
}

interface ConditionRow {
  id: string;
  startedOn: string | null;
  endedOn: string | null;
  note: string | null;
  recordedAt: number;
  recordedBy: string;
}

/** The elements every Condition we give has; certainty is left out for what is no diagnosis. */
export function conditionFrame(
  row: ConditionRow,
  patient: { reference: string },
  status: ClinicalStatus,
  certainty?: Certainty,
): FhirResource {
  return {
    resourceType: "Condition",
    id: row.id,
    // A refuted condition has no clinical status worth acting on, but ours is kept to come back unchanged.
    clinicalStatus: { coding: [{ system: CLINICAL, code: status }] },
    verificationStatus: certainty && { coding: [{ system: VERIFICATION, code: certainty }] },
    subject: patient,
    onsetDateTime: row.startedOn ?? undefined,
    abatementDateTime: row.endedOn ?? undefined,
    recordedDate: new Date(row.recordedAt).toISOString(),
    recorder: { display: row.recordedBy },
    note: row.note === null ? undefined : [{ text: row.note }],
  };
}

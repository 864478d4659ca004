import type { FieldProblem } from "./field-problems";
import { AUTH_REFUSALS } from "./refusals/auth";
import { CAREN_REFUSALS } from "./refusals/caren";
import { CLIENTS_REFUSALS } from "./refusals/clients";
import { CLINIMETRICS_REFUSALS } from "./refusals/clinimetrics";
import { CONSENT_REFUSALS } from "./refusals/consent";
import { DUPLICATES_REFUSALS } from "./refusals/duplicates";
import { EMERGENCY_REFUSALS } from "./refusals/emergency";
import { EMPLOYEES_REFUSALS } from "./refusals/employees";
import { ENTRIES_REFUSALS } from "./refusals/entries";
import { EXPORT_REFUSALS } from "./refusals/export";
import { FILES_REFUSALS } from "./refusals/files";
import { GENERAL_REFUSALS } from "./refusals/general";
import { IMPORTS_REFUSALS } from "./refusals/imports";
import { INVOLVED_REFUSALS } from "./refusals/involved";
import { JOBS_REFUSALS } from "./refusals/jobs";
import { MESSAGE_REFUSALS } from "./refusals/location-messages";
import { MAIL_REFUSALS } from "./refusals/mail";
import { MERGE_REFUSALS } from "./refusals/merge";
import { PORTAL_REFUSALS } from "./refusals/portal";
import { QUESTIONNAIRES_REFUSALS } from "./refusals/questionnaires";
import type { Audience, ErrorKind, Refusal } from "./refusals/refusal";
import { SHARING_REFUSALS } from "./refusals/sharing";

/**
 * Every refusal the product can give, a file a room: its kind and its one Dutch sentence, which says what to do next.
 * These tables are the only home of both; `Reason` is closed by them, so an unknown reason does not compile.
 */
const ERRORS = {
  ...CONSENT_REFUSALS,
  ...GENERAL_REFUSALS,
  ...AUTH_REFUSALS,
  ...CAREN_REFUSALS,
  ...CLIENTS_REFUSALS,
  ...ENTRIES_REFUSALS,
  ...DUPLICATES_REFUSALS,
  ...EMERGENCY_REFUSALS,
  ...EMPLOYEES_REFUSALS,
  ...EXPORT_REFUSALS,
  ...FILES_REFUSALS,
  ...IMPORTS_REFUSALS,
  ...INVOLVED_REFUSALS,
  ...JOBS_REFUSALS,
  ...MAIL_REFUSALS,
  ...MERGE_REFUSALS,
  ...MESSAGE_REFUSALS,
  ...PORTAL_REFUSALS,
  ...CLINIMETRICS_REFUSALS,
  ...QUESTIONNAIRES_REFUSALS,
  ...SHARING_REFUSALS,
} as const satisfies Record<string, Refusal>;

export type { Audience, ErrorKind };

export type Reason = keyof typeof ERRORS;

const BRAND = Symbol.for("kroniek/domain-error");

/**
 * A refusal with a known reason. Anything that is not a DomainError leaves the server as a bare internal error.
 * Next bundles this module more than once, so `instanceof` goes by a brand: the class of one bundle knows the errors
 * that another bundle's code threw.
 */
export class DomainError extends Error {
  readonly [BRAND] = true;
  readonly kind: ErrorKind;
  /** What is wrong field by field, for a form to show where it was typed; mostly empty */
  readonly fields: readonly FieldProblem[];

  static override [Symbol.hasInstance](value: unknown): value is DomainError {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  constructor(
    readonly reason: Reason,
    options?: { cause?: unknown; fields?: readonly FieldProblem[] },
  ) {
    super(reason, options);
    this.name = "DomainError";
    this.kind = ERRORS[reason].kind;
    this.fields = options?.fields ?? [];
  }
  /** The Dutch sentence a colleague may see. */
  get sentence(): string {
    return sentenceOf(this.reason);
  }
}

/** The Dutch sentence of a reason, as its reader is addressed. */
export function sentenceOf(reason: Reason, reader: Audience = "staff"): string {
  const { nl, u }: Refusal = ERRORS[reason];
  return reader === "portal" && u !== undefined ? u : nl;
}

/** Narrows a stored text to a reason; an unknown one (an older release wrote it) is not a reason. */
export function isReason(text: string): text is Reason {
  return Object.hasOwn(ERRORS, text);
}

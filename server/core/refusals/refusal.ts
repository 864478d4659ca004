/** The families of refusals; the API door maps each to one tRPC code and HTTP status. */
export type ErrorKind =
  | "unauthenticated"
  | "refused"
  | "not-found"
  | "invalid"
  | "step-up"
  | "conflict"
  | "throttled"
  | "unavailable";

/** A refusal: its family, and its one Dutch sentence, which says what to do next. */
export interface Refusal {
  kind: ErrorKind;
  nl: string;
}

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

/** Who reads a sentence: whoever works here, or someone in the portal. */
export type Audience = "staff" | "portal";

/** A refusal: its family, and its one Dutch sentence, which says what to do next. */
export interface Refusal {
  kind: ErrorKind;
  nl: string;
  /** The same as it is said in the portal, where this differs: with `u`, and with a way on that exists there */
  u?: string;
}

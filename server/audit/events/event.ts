/** Create, Read, Update, Delete, Execute: the action groups of NEN 7513. */
export type Action = "C" | "R" | "U" | "D" | "E";

/** A kind of audit row: the Dutch words people read and search for, and its action group. */
export interface AuditEvent {
  nl: string;
  action: Action;
}

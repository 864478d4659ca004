/** A decision and its note as sentences; a decision that ends with a mark of its own ("Ja, maar …") gets no other. */
export function sentences(decision: string, note: string | null): string {
  if (!note) return decision;
  return `${decision}${/[.…!?]\s*$/.test(decision) ? "" : "."} ${note}`;
}

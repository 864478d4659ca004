import { instantOf } from "./fhir-time";
import type { AnyPart, AnyRow } from "./registry";

/** What an entry sorts by in time (epoch ms): what its part is dated by, or else when it was recorded. */
export function momentOf(part: AnyPart, row: AnyRow): number {
  const dated = row[part.dating];
  if (typeof dated === "number") return dated;
  return instantOf(dated)?.at ?? row.recordedAt;
}

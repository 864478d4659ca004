import type { Filled, FormField } from "./filled";

/** A field that two people changed, each otherwise. */
export type Difference = { field: FormField; mine: string; theirs: string };

/**
 * What two people did with one form, both from the same start: the fields only the other changed, and those where what
 * stands in the form differs from what the other stored.
 */
export function differencesOf(
  fields: readonly FormField[],
  start: Filled,
  mine: Filled,
  theirs: Filled,
): { taken: FormField[]; differences: Difference[] } {
  const at = (filled: Filled, { key }: FormField) => filled[key] ?? "";
  const changed = fields.filter((field) => at(theirs, field) !== at(start, field));
  return {
    taken: changed.filter((field) => at(mine, field) === at(start, field)),
    differences: changed
      .filter((field) => at(mine, field) !== at(start, field) && at(mine, field) !== at(theirs, field))
      .map((field) => ({ field, mine: at(mine, field), theirs: at(theirs, field) })),
  };
}

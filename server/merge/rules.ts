/** What decides who stands left, and whether two clients can be merged at all. */
export interface Standing {
  number: number;
  /** Has, or ever had */
  careRules: boolean;
  passes: boolean;
  exportUnderWay: boolean;
}

/** Why the second that was opened stands left. */
export type LeftBecause = "opened-first" | "care-rules" | "passes";

/** Why two clients cannot be merged (DOMAIN.md 6). */
export type Blocker = "care-rules-both" | "passes-both" | "care-rules-and-passes" | "exports-both";

/**
 * Who goes on: the first opened, but a client with care rules always stands left, and else one with a pass link: the
 * one that disappears may have none.
 */
export function arrange<T extends Standing>(
  first: T,
  second: T,
): { left: T; right: T; because: LeftBecause; swapped: boolean } {
  if (first.careRules !== second.careRules) {
    const [left, right] = first.careRules ? [first, second] : [second, first];
    return { left, right, because: "care-rules", swapped: left === second };
  }
  if (first.passes !== second.passes) {
    const [left, right] = first.passes ? [first, second] : [second, first];
    return { left, right, because: "passes", swapped: left === second };
  }
  return { left: first, right: second, because: "opened-first", swapped: false };
}

/** What stands in the way of merging these two; nothing when they can be merged. */
export function blockersOf(left: Standing, right: Standing): Blocker[] {
  const blockers: Blocker[] = [];
  if (left.careRules && right.careRules) blockers.push("care-rules-both");
  if (left.passes && right.passes) blockers.push("passes-both");
  else if (right.passes) blockers.push("care-rules-and-passes");
  if (left.exportUnderWay && right.exportUnderWay) blockers.push("exports-both");
  return blockers;
}

import type { FormField } from "./form-field";
import { type Typed, type TypedRecord, textOf } from "./typed";

/** One field that two people changed, each in their own way. */
export type Clash = { field: FormField; mine: string; theirs: string };

/** What to do with a clash: my value, theirs, or (texts) theirs with mine under it. */
export type Choice = "mine" | "theirs" | "both";

/** Two corrections of one entry side by side. */
export type Merge = {
  /** Both changed it */
  clashes: Clash[];
  /** Only they did: taken over */
  taken: FormField[];
  /** Only I did: kept */
  kept: FormField[];
};

const same = (a: Typed | undefined, b: Typed | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** Compares field by field. Without `base` (an old draft) whatever differs is a clash. */
export function compareVersions(
  fields: readonly FormField[],
  texts: { base: TypedRecord | undefined; mine: TypedRecord; theirs: TypedRecord },
): Merge {
  const merge: Merge = { clashes: [], taken: [], kept: [] };
  for (const field of fields) {
    const [mine, theirs] = [texts.mine[field.key], texts.theirs[field.key]];
    if (same(mine, theirs)) continue;
    if (texts.base && same(mine, texts.base[field.key])) merge.taken.push(field);
    else if (texts.base && same(theirs, texts.base[field.key])) merge.kept.push(field);
    else merge.clashes.push({ field, mine: textOf(field, mine), theirs: textOf(field, theirs) });
  }
  return merge;
}

/** Whether both values can stand under each other. */
export function canHoldBoth({ field, mine, theirs }: Clash): boolean {
  return field.kind === "prose" && mine.trim() !== "" && theirs.trim() !== "";
}

/** The record as chosen: theirs, with what only I changed, and each clash as it was decided (mine when it was not). */
export function merged(
  merge: Merge,
  texts: { mine: TypedRecord; theirs: TypedRecord },
  choices: Readonly<Record<string, Choice>>,
): TypedRecord {
  const result: TypedRecord = { ...texts.theirs };
  const keep = (key: string, typed: Typed | undefined) => {
    if (typed !== undefined) result[key] = typed;
  };
  for (const { key } of merge.kept) keep(key, texts.mine[key]);
  for (const { field, mine, theirs } of merge.clashes) {
    const choice = choices[field.key] ?? "mine";
    if (choice === "mine") keep(field.key, texts.mine[field.key]);
    if (choice === "both") keep(field.key, `${theirs}\n\n${mine}`);
  }
  return result;
}

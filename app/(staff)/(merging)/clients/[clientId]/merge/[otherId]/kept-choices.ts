import { MergeChoices } from "@/server/merge/input";
import type { Choices } from "./pair";

/*
 * Choices are kept while this tab is open, so that looking something up loses none of them. Nothing of a person is
 * among them: only which subject is taken from which side.
 */
const keyOf = (survivor: number, retired: number) => `merge ${survivor} ${retired}`;

/** What was chosen in this tab before, if it can still be read. */
export function readKept(survivor: number, retired: number): Choices | undefined {
  const text = sessionStorage.getItem(keyOf(survivor, retired));
  if (text === null) return undefined;
  try {
    return MergeChoices.safeParse(JSON.parse(text)).data;
  } catch {
    // Not ours: what the page proposes holds.
    return undefined;
  }
}

export function keep(survivor: number, retired: number, choices: Choices): void {
  sessionStorage.setItem(keyOf(survivor, retired), JSON.stringify(choices));
}

export function forget(survivor: number, retired: number): void {
  sessionStorage.removeItem(keyOf(survivor, retired));
}

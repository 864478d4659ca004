import type { Prepared } from "./person";

/** How often names occur among everyone, the rare ones left out: few enough to keep, and all that a score asks. */
export interface CommonNames {
  /** How many people were counted */
  people: number;
  /** Share (0–1) by name */
  surnames: Readonly<Record<string, number>>;
  given: Readonly<Record<string, number>>;
}

/** Which share of people have a last or given name. */
export interface Frequencies {
  surname(name: string): number;
  given(name: string): number;
}

/** Below these shares a name is as rare as it can count (`rarity` in match.ts: one and a half times its weight). */
const RARE = { surnames: 2 ** -14, given: 2 ** -9.5 } as const;

/** Counts how often names occur among these people. */
export function commonNames(people: readonly Prepared[]): CommonNames {
  const count = (key: "surnames" | "given") => {
    const counts = new Map<string, number>();
    for (const person of people)
      for (const name of person[key]) counts.set(name, (counts.get(name) ?? 0) + 1);
    const shares = [...counts].map(([name, times]) => [name, times / people.length] as const);
    return Object.fromEntries(shares.filter(([, share]) => share > RARE[key]));
  };
  return { people: people.length, surnames: count("surnames"), given: count("given") };
}

/** Reads kept names. A name that is not among them is rare: its share is below what counts. */
export function frequenciesFrom(names: CommonNames): Frequencies {
  const [surnames, given] = [new Map(Object.entries(names.surnames)), new Map(Object.entries(names.given))];
  return {
    surname: (name) => surnames.get(name) ?? RARE.surnames,
    given: (name) => given.get(name) ?? RARE.given,
  };
}

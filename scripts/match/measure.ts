import { frequenciesOf, score, threshold } from "@/server/clients/match";
import { candidates } from "@/server/clients/match/candidates";
import { type MatchPerson, prepare } from "@/server/clients/match/person";

/** How well duplicates were found, against the truth: pairs of rows that are one person. */
export interface Measured {
  rows: number;
  /** Pairs that are one person, and pairs that were proposed as one */
  pairs: number;
  proposed: number;
  precision: number;
  recall: number;
  f1: number;
  seconds: number;
}

/** The pairs among these people that are proposed as one person, as places in the list. */
export function proposals(people: readonly MatchPerson[]): [number, number][] {
  const prepared = people.map(prepare);
  const frequencies = frequenciesOf(prepared);
  const enough = threshold(people.length);
  const found: [number, number][] = [];
  for (const [one, two] of candidates(prepared)) {
    const [a, b] = [prepared[one], prepared[two]];
    if (a && b && score(a, b, frequencies).bits >= enough) found.push([one, two]);
  }
  return found;
}

/**
 * Finds duplicates and holds them against the truth.
 * @param truth per person who it is; empty: not known, then no pair of theirs counts as right
 */
export function measure(people: readonly MatchPerson[], truth: readonly string[]): Measured {
  const began = performance.now();
  const found = proposals(people);
  const seconds = (performance.now() - began) / 1000;
  const sizes = new Map<string, number>();
  for (const who of truth) if (who !== "") sizes.set(who, (sizes.get(who) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const right = found.filter(([one, two]) => truth[one] !== "" && truth[one] === truth[two]).length;
  const precision = found.length === 0 ? 0 : right / found.length;
  const recall = pairs === 0 ? 0 : right / pairs;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { rows: people.length, pairs, proposed: found.length, precision, recall, f1, seconds };
}

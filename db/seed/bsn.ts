import { parseBsn } from "@/server/clients/bsn";
import { makeChance } from "./chance";

/** Numbers that start like this are never given out, so a demo person never has a living person's number. */
const START = "9999";

/**
 * Valid burgerservicenummers (eleven test, DOMAIN.md 8) that start with 9999, each once, always in the same order.
 * @param taken numbers someone has already
 */
export function* demoBsns(taken: readonly string[]): Generator<string, never> {
  const chance = makeChance("burgerservicenummers");
  const given = new Set(taken);
  for (;;) {
    const bsn = parseBsn(START + String(chance.int(0, 100_000)).padStart(5, "0"));
    if (bsn === undefined || given.has(bsn)) continue;
    given.add(bsn);
    yield bsn;
  }
}

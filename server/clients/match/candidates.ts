import type { Prepared } from "./person";

/** People in one block at most: whatever more of them share is shared by chance, and other keys find the real pairs. */
const LARGEST_BLOCK = 150;

/** A last name as it sounds: its consonants, each once, with those that sound alike as one. */
function sound(name: string): string {
  const alike = name
    .replace(/ph|v/g, "f")
    .replace(/ck|c(?![eiyh])|q|kh|ch/g, "k")
    .replace(/c|z/g, "s")
    .replace(/dt|th|d/g, "t")
    .replace(/x/g, "ks");
  return (alike.charAt(0) + alike.slice(1).replace(/[aeiouyhj]/g, "")).replace(/(.)\1+/g, "$1").slice(0, 5);
}

/** Under which keys someone may meet their other record: each allows for one thing that was written differently. */
function keysOf(person: Prepared): string[] {
  const [year = "", month = "", day = ""] = person.birthDate.split("-");
  const [early, late] = month < day ? [month, day] : [day, month];
  const sounds = [...new Set(person.surnames.map(sound))];
  const initial = person.initials.charAt(0);
  const keys = [
    person.bsn && `bsn ${person.bsn}`,
    // Day and month in any order, whatever the name.
    day && `born ${year} ${early} ${late}`,
    person.email && `mail ${person.email}`,
    person.address && initial && `home ${person.address} ${initial}`,
    person.street && initial && `home ${person.street} ${initial}`,
    ...person.phones.map((number) => `phone ${number} ${initial}`),
  ];
  for (const name of sounds) {
    // A slip in day or month, a slip in the year, a birth date nobody knew.
    if (year) keys.push(`year ${name} ${initial} ${year}`);
    if (day) keys.push(`day ${name} ${initial} ${early} ${late}`);
    if (person.postcode) keys.push(`near ${name} ${initial} ${person.postcode}`);
    for (const called of person.given) keys.push(`name ${name} ${called} ${day ? year.slice(0, 3) : ""}`);
  }
  return keys.filter((key): key is string => typeof key === "string" && key !== "");
}

/**
 * The pairs of people worth comparing, each once, as places in the list (the lower first): those that share a key.
 * All pairs of 100,000 people are five billion; these are a few a person.
 * @param reached told now and then which share (0–1) of the keys is done
 */
export function* candidates(
  people: readonly Prepared[],
  reached: (share: number) => void = () => undefined,
): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  for (const [index, person] of people.entries()) {
    for (const key of new Set(keysOf(person))) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  }
  const seen = new Set<number>();
  let done = 0;
  for (const [key, block] of blocks) {
    if (++done % 1000 === 0) reached(done / blocks.size);
    const tooMany = block.length > LARGEST_BLOCK;
    if (tooMany && !key.startsWith("bsn")) continue;
    for (const [at, one] of block.entries()) {
      // A number that was typed for everyone: each is a pair with the next, not with all.
      for (const two of block.slice(at + 1, tooMany ? at + 2 : undefined)) {
        const pair = one * people.length + two;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [one, two];
      }
    }
  }
}

import { createHash } from "node:crypto";

/** A seeded source of choices: the same seed always chooses the same. */
export interface Chance {
  /** 0 ≤ n < 1 */
  random(): number;
  /** A whole number, `from` ≤ n < `until` */
  int(from: number, until: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** True with this probability, 0–1 */
  chance(of: number): boolean;
}

/** Makes a source of choices from words (mulberry32, started by the hash of its seed). */
export function makeChance(seed: string): Chance {
  let state = createHash("sha256").update(seed).digest().readInt32LE();
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, until: number) => from + Math.floor(random() * (until - from));
  return {
    random,
    int,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new Error("There is nothing to pick from.");
      return from[int(0, from.length)] as T;
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last + 1);
        [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
      }
      return mixed;
    },
    chance: (of) => random() < of,
  };
}

/**
 * The id of a demo row: a UUID version 7 whose random bits are the hash of its name, so that the same row always
 * has the same id, and two rows never share one.
 * @param at epoch ms @param name what the row is, e.g. `10001/reports/3`
 */
export function demoId(at: number, name: string): string {
  const bytes = createHash("sha256").update(`demo\n${name}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

import { createHash } from "node:crypto";
import type { DemoPen } from "@/server/dossier/demo-pen";

/** The moment all test pens write at: Wednesday 18 November 2026, 12:00 in Amsterdam. */
export const PEN_NOW = Date.UTC(2026, 10, 18, 11);

const DAY = 86_400_000;
const CARE_KINDS = ["pg", "somatic", "ggz", "home"] as const;
const NAMES = ["Anouk Terpstra", "Bas Wielinga", "Cemile Aydın", "Daan van Rooijen", "Esmee Boot"] as const;

/** A small fast seeded source (mulberry32): the same seed always gives the same row of numbers, 0 ≤ n < 1. */
function seeded(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A pen for tests of `demo`: seeded by the client number, so the same number always writes the same entries.
 * Care kind and gender go round with the number unless given.
 */
export function makePen(
  number: number,
  fill: DemoPen["fill"] = "normal",
  client: Partial<DemoPen["client"]> = {},
): DemoPen {
  const random = seeded(number);
  const int = (from: number, until: number) => from + Math.floor(random() * (until - from));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(0, from.length)];
    if (found === undefined) throw new Error("a pen cannot pick from an empty list");
    return found;
  };
  const gender = number % 2 === 0 ? "female" : "male";
  return {
    client: {
      number,
      name: gender === "female" ? "mevrouw Verhoeven" : "meneer Verhoeven",
      callName: gender === "female" ? "Riet" : "Wim",
      gender,
      birthDate: "1938-04-12",
      inCareSince: "2023-02-01",
      careKind: CARE_KINDS[number % 4] ?? "pg",
      ...client,
    },
    fill,
    now: PEN_NOW,
    random,
    int,
    pick,
    shuffle: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last + 1);
        const [a, b] = [mixed[last], mixed[other]];
        if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
      }
      return mixed;
    },
    chance: (of) => random() < of,
    daysAgo: (days) => PEN_NOW - days * DAY - int(0, 4) * 3_600_000,
    day: (daysAgo) => new Date(PEN_NOW - daysAgo * DAY).toISOString().slice(0, 10),
    colleague: (discipline = "carer") => ({ name: `${pick(NAMES)}, ${discipline}`, discipline }),
    file: ({ name, bytes }) => ({
      fileId: `file-${number}-${name}`,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    }),
  };
}

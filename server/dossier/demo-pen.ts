/**
 * What a part's `demo` gets to write with: a seeded source of choices and the person it is for.
 * The same client number always gives the same entries.
 */
export interface DemoPen {
  client: {
    number: number;
    /** "mevrouw Verhoeven" */
    name: string;
    callName: string;
    gender: "male" | "female";
    birthDate: string;
    inCareSince: string;
    /** somatiek, psychogeriatrie, ggz, gehandicaptenzorg, wijkzorg */
    careKind: "pg" | "somatic" | "ggz" | "home";
  };
  /** How much: `full` every kind of entry (client 10001), `normal`, `none` */
  fill: "full" | "normal";
  now: number;
  /** 0 ≤ n < 1 */
  random(): number;
  int(from: number, until: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** True with this probability, 0–1 */
  chance(of: number): boolean;
  /** Epoch ms, that many days before now, at a plausible hour */
  daysAgo(days: number): number;
  /** `YYYY-MM-DD` that many days before now (negative: ahead) */
  day(daysAgo: number): string;
  /** A colleague: name and function, e.g. "Fatima El Amrani, verzorgende" */
  colleague(discipline?: string): { name: string; discipline: string };
  /** Stores a small demo file and gives what a document entry needs */
  file(file: { name: string; mime: string; bytes: Buffer }): {
    fileId: string;
    bytes: number;
    sha256: string;
  };
}

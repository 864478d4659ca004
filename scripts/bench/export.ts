import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleChild } from "./export/bundle";

const run = promisify(execFile);

/** Rows of a dossier, and how often build and limit are measured by turns. */
const SIZES = [
  { rows: 5_000, rounds: 5 },
  { rows: 100_000, rounds: 5 },
  { rows: 1_000_000, rounds: 2 },
] as const;

/** What one line of the measurement holds (the contract names the keys). */
export interface ExportFigures {
  rows: number;
  /** Request → finished encrypted zip */
  seconds: number;
  /** Single-threaded deflate level 1, SHA-256 and AES-256-GCM of the very same entries' uncompressed bytes */
  limit_seconds: number;
  ratio_to_limit: number;
  /** Of the whole process, worker thread included; a fresh process each time */
  peak_rss_mb: number;
  /** Longest that the main event loop stood still */
  max_stall_ms: number;
  /** exceljs in memory ÷ ours; at 100,000 rows */
  ratio_to_exceljs?: number;
  /** Peak ÷ that of a tenth of the rows; at 1,000,000 */
  rss_ratio_10x?: number;
}

interface Round {
  seconds: number;
  rss: number;
  stall: number;
  limit: number;
}

/** The one in the middle: what else the machine did then neither flatters nor blames. */
function median<T>(all: readonly T[], by: (each: T) => number): T {
  const middle = all.toSorted((a, b) => by(a) - by(b))[Math.floor((all.length - 1) / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** One measurement by turns, its figures from the round with the middle ratio so that they belong together. */
export function figuresOf(rows: number, rounds: readonly Round[]): ExportFigures {
  const { seconds, limit } = median(rounds, (round) => round.seconds / round.limit);
  return {
    rows,
    seconds: rounded(seconds, 3),
    limit_seconds: rounded(limit, 3),
    ratio_to_limit: rounded(seconds / limit, 2),
    peak_rss_mb: rounded(Math.max(...rounds.map(({ rss }) => rss)), 1),
    max_stall_ms: rounded(median(rounds, ({ stall }) => stall).stall, 1),
  };
}

async function child<T>(program: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, ["--max-old-space-size=8192", program, ...args], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  return JSON.parse(stdout) as T;
}

/** Measures exports of three sizes, line by line; each run in a process of its own, on an encrypted database. */
export async function* benchExport(): AsyncGenerator<ExportFigures> {
  const program = await bundleChild();
  const peaks = new Map<number, number>();
  for (const { rows, rounds } of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), "kroniek-bench-"));
    try {
      await child(program, "make", folder, String(rows));
      const measured: Round[] = [];
      for (let round = 0; round < rounds; round++) {
        const built = await child<Omit<Round, "limit">>(program, "build", folder);
        const { seconds: limit } = await child<{ seconds: number }>(program, "limit", folder);
        measured.push({ ...built, limit });
      }
      const figures = figuresOf(rows, measured);
      const tenth = peaks.get(rows / 10);
      peaks.set(rows, figures.peak_rss_mb);
      if (rows === 100_000) {
        const { seconds } = await child<{ seconds: number }>(program, "exceljs", folder);
        figures.ratio_to_exceljs = rounded(seconds / figures.seconds, 2);
      }
      if (tenth !== undefined) figures.rss_ratio_10x = rounded(figures.peak_rss_mb / tenth, 2);
      yield figures;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

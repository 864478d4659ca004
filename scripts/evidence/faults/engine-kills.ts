import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundlePrograms } from "@/scripts/bench/export/bundle";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { LATER, OUTCOMES } from "./engine-flows";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const OUT = join(ROOT, "node_modules", ".cache", "kroniek-kills");
/** One process hangs at most this long, in ms. */
const LONGEST_MS = 60_000;
/** Deaths at a time: each mostly waits for the disk. */
const AT_ONCE = 2;

/** Where a process dies: at which write of the engine, when around it, and how the SDK reports its steps. */
interface Point {
  checkpointing: boolean;
  moment: "before" | "after";
  at: number;
}

interface Ending {
  signal: NodeJS.Signals | null;
  code: number | null;
  said: string;
  complained: string;
}

function live(program: string, dataDir: string, { checkpointing, at, moment }: Point): Promise<Ending> {
  const args = [program, dataDir, String(checkpointing), String(at), moment];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LONGEST_MS,
    });
    let said = "";
    let complained = "";
    child.stdout.on("data", (text) => {
      said += text;
    });
    child.stderr.on("data", (text) => {
      complained += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ signal, code, said, complained }));
  });
}

const talliesOf = (dataDir: string): string[] => {
  const file = join(dataDir, "tally");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
};

/** Which steps were carried out more often than a death allows: only the one under way, and it only once more. */
function repeatsOf(atDeath: readonly string[], all: readonly string[]): string[] {
  const ended = new Set(atDeath.map((line) => line.split("/")[1] ?? ""));
  const wrong: string[] = [];
  for (const line of new Set(all)) {
    const step = line.split("/")[1] ?? "";
    const times = all.filter((other) => other === line).length;
    if (times > 2) wrong.push(`step ${step} was carried out ${times} times`);
    const next = LATER[step]?.find((later) => ended.has(later));
    if (times > 1 && next) wrong.push(`step ${step} was repeated though ${next} had begun`);
    if (times > 1 && !atDeath.includes(line)) wrong.push(`step ${step} was repeated without a death`);
  }
  return wrong;
}

/** Kills a process at one point, starts the next on what it left. Nothing when the process ended before that point. */
async function dieAndGoOn(program: string, template: string, point: Point): Promise<string[] | undefined> {
  const dataDir = mkdtempSync(join(tmpdir(), "kroniek-engine-killed-"));
  try {
    cpSync(template, dataDir, { recursive: true });
    const first = await live(program, dataDir, point);
    if (first.code === 0) return undefined;
    if (first.signal !== "SIGKILL") throw new Error(`Not killed: ${first.complained.slice(-2000)}`);
    const atDeath = talliesOf(dataDir);
    const second = await live(program, dataDir, { ...point, at: 0 });
    if (second.code !== 0)
      return [`the next start ended with ${second.code ?? second.signal}: ${second.complained.slice(-500)}`];
    const wrong = repeatsOf(atDeath, talliesOf(dataDir));
    if (second.said !== JSON.stringify(OUTCOMES)) wrong.unshift(`the runs came to ${second.said}`);
    return wrong;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One series of deaths, at write 1, 2, … until the process outlives it; a few at once. */
async function series(
  program: string,
  template: string,
  kind: Omit<Point, "at">,
): Promise<{ kill_points: number; wrong: string[] }> {
  let next = 1;
  let points = 0;
  let outlived = false;
  const wrong: string[] = [];
  const worker = async () => {
    while (!outlived) {
      const at = next++;
      const found = await dieAndGoOn(program, template, { ...kind, at });
      if (found === undefined) {
        outlived = true;
        continue;
      }
      points += 1;
      const where = `engine, ${kind.moment} write ${at}, checkpointing ${kind.checkpointing}`;
      wrong.push(...found.map((what) => `${where}: ${what}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { kill_points: points, wrong };
}

/** Bundles the program that dies; each of its starts is then a fraction of a second. */
async function bundleKilled(): Promise<string> {
  await bundlePrograms({ killed: join(import.meta.dirname, "engine-killed.ts") }, OUT);
  return join(OUT, "killed.mjs");
}

/**
 * Kills a process at every write of the engine, before and after it is stored, in both ways of reporting steps; each
 * time a next process must bring all runs to their right end, once, and repeat no more than the step under way.
 */
export async function killEngine(): Promise<{ kill_points: number; wrong: string[] }> {
  const program = await bundleKilled();
  const template = mkdtempSync(join(tmpdir(), "kroniek-engine-"));
  const total = { kill_points: 0, wrong: [] as string[] };
  try {
    await (await openTemporaryWorld({ dataDir: template })).close();
    for (const checkpointing of [true, false]) {
      for (const moment of ["before", "after"] as const) {
        const done = await series(program, template, { checkpointing, moment });
        total.kill_points += done.kill_points;
        total.wrong.push(...done.wrong);
      }
    }
    return total;
  } finally {
    rmSync(template, { recursive: true, force: true });
  }
}

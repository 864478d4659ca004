import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundlePrograms } from "../export/bundle";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const OUT = join(ROOT, "node_modules", ".cache", "kroniek-bulk");
const ASK_MS = 10;

/** What a process of the measurement tells. */
interface Told {
  port?: number;
  count?: number;
  list?: [string, number][];
  session?: string;
  progress?: number;
  figures?: { collected: number; delivered: number; done: number; stall: number; bare: number };
  recipients?: { state: string; notice: string; n: number }[];
  uncertain?: string[];
}

/** What became of a message: what did not come, what came twice, and mails of which nobody knows. */
export interface Outcome {
  lost: number;
  duplicates: number;
  uncertain: number;
}

/** Waits for what a child tells when this says that it is that. @throws Error when it ends before */
function heard(child: ChildProcess, isIt: (told: Told) => boolean): Promise<Told> {
  return new Promise((resolve, reject) => {
    const listen = (told: Told) => {
      if (!isIt(told)) return;
      child.off("message", listen);
      child.off("exit", ended);
      resolve(told);
    };
    const ended = (code: number | null) => reject(new Error(`A process of the measurement ended: ${code}`));
    child.on("message", listen);
    child.once("exit", ended);
  });
}

const start = (program: string, ...args: string[]) =>
  fork(join(OUT, `${program}.mjs`), args, { cwd: ROOT, execArgv: [] });

/** Bundles the programs: what is measured runs as the build of the product does, and each start is quick. */
export function bundleBulk(): Promise<void> {
  const programs = {
    child: join(import.meta.dirname, "child.ts"),
    sink: join(import.meta.dirname, "sink.ts"),
  };
  return bundlePrograms(programs, OUT);
}

/** A mail server in a process of its own, that remembers for whom it took mail. */
export async function startSink() {
  const child = start("sink");
  const { port = 0 } = await heard(child, (told) => told.port !== undefined);
  const ask = (what: "count" | "list" | "forget") => {
    const answer = heard(child, (told) => (what === "list" ? told.list : told.count) !== undefined);
    child.send(what);
    return answer;
  };
  return { port, ask, stop: () => child.kill() };
}

type Sink = Awaited<ReturnType<typeof startSink>>;

/** Makes a data folder with so many recipients. @returns the session of who sends */
export async function makeFolder(dataDir: string, recipients: number): Promise<string> {
  mkdirSync(dataDir);
  const made = start("child", "make", dataDir, String(recipients));
  const closed = new Promise((resolve) => made.once("exit", resolve));
  const { session = "" } = await heard(made, (told) => told.session !== undefined);
  await closed;
  return session;
}

/** What a process tells at its end; it has let go of its folder then. */
async function finished(child: ChildProcess): Promise<Told> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const told = await heard(child, (each) => each.figures !== undefined);
  await ended;
  return told;
}

/** By the database and the mail server together. */
async function judge(sink: Sink, told: Told, recipients: number): Promise<Outcome> {
  const { list = [] } = await sink.ask("list");
  const { recipients: rows = [], uncertain = [] } = told;
  const mailed = list.filter(([to]) => to.startsWith("naaste-"));
  const known = new Set([...mailed.map(([to]) => to), ...uncertain]);
  const count = (state?: string) =>
    rows.reduce((sum, row) => sum + (state === undefined || row.state === state ? row.n : 0), 0);
  const twice = mailed.reduce((sum, [, times]) => sum + times - 1, 0);
  return {
    lost: Math.max(0, recipients - count("delivered")) + (recipients - known.size),
    duplicates: twice + Math.max(0, count() - recipients),
    uncertain: uncertain.length,
  };
}

/** Sends a message to all of a folder, undisturbed. */
export async function sendWhole(sink: Sink, dataDir: string, session: string, recipients: number) {
  const told = await finished(start("child", "send", dataDir, String(sink.port), session));
  if (!told.figures) throw new Error("Nothing was measured.");
  return { figures: told.figures, outcome: await judge(sink, told, recipients) };
}

/** Kills a process at a moment of the message's life, and waits until it is dead. */
async function killAt(child: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  const dead = new Promise((resolve) => child.once("exit", resolve));
  while (child.exitCode === null && !(await isTime())) await new Promise((next) => setTimeout(next, ASK_MS));
  child.kill("SIGKILL");
  await dead;
}

/**
 * Sends a message to all of a folder, and kills the process each time a share of the recipients has it in the portal, and
 * then each time a share of the mails is gone; the next process goes on.
 */
export async function sendWithDeaths(
  sink: Sink,
  dataDir: string,
  session: string,
  recipients: number,
  at: { portal: readonly number[]; mails: readonly number[] },
): Promise<Outcome> {
  await sink.ask("forget");
  const port = String(sink.port);
  let next = start("child", "send", dataDir, port, session);
  for (const share of at.portal) {
    let progress = 0;
    next.on("message", (told: Told) => {
      progress = told.progress ?? progress;
    });
    await killAt(next, async () => progress > recipients * share);
    next = start("child", "resume", dataDir, port);
  }
  for (const share of at.mails) {
    await killAt(next, async () => ((await sink.ask("count")).count ?? 0) > recipients * share);
    next = start("child", "resume", dataDir, port);
  }
  return judge(sink, await finished(next), recipients);
}

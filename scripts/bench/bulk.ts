import { type ChildProcess, fork } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundlePrograms } from "./export/bundle";
import { rounded } from "./percentile";

const ROOT = join(import.meta.dirname, "..", "..");
const OUT = join(ROOT, "node_modules", ".cache", "kroniek-bulk");
const RECIPIENTS = Number(process.env.BULK ?? 100_000);
const ASK_MS = 20;

/** What the bench prints for a message to very many (the contract names the keys). */
export interface BulkFigures {
  recipients: number;
  /** From the click until all recipients are written down */
  enqueue_seconds: number;
  /** From the click until everyone has it in the portal and its notice in the queue */
  deliver_seconds: number;
  /** Longest the thread that serves pages was held, until the last mail was gone */
  max_stall_ms: number;
  mails_per_second: number;
  /** ÷ a bare pipelined SMTP client, same mail server */
  mail_ratio_to_bare: number;
  /** Portal messages and mails that did not come, without a death and with a kill -9 in each half */
  lost: number;
  duplicates: number;
  /** Mails of which nobody knows, after those deaths */
  uncertain: number;
}

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

/** Waits for a message of a child that this says is the one. @throws Error when it ends before */
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

const start = (program: string, ...args: string[]) => fork(join(OUT, `${program}.mjs`), args, { cwd: ROOT, execArgv: [] });

async function startSink() {
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

const finished = (child: ChildProcess) => heard(child, (told) => told.figures !== undefined);

/** Kills a process when this holds, and waits until it is dead. */
async function killWhen(child: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  const dead = new Promise((resolve) => child.once("exit", resolve));
  while (!(await isTime())) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  child.kill("SIGKILL");
  await dead;
}

/** What did not come and what came twice, by the database and the mail server together. */
async function judge(sink: Sink, told: Told) {
  const { list = [] } = await sink.ask("list");
  const mailed = list.filter(([to]) => to.startsWith("naaste-"));
  const known = new Set([...mailed.map(([to]) => to), ...(told.uncertain ?? [])]);
  const delivered = (told.recipients ?? []).reduce(
    (sum, { state, n }) => sum + (state === "delivered" ? n : 0),
    0,
  );
  const rows = (told.recipients ?? []).reduce((sum, { n }) => sum + n, 0);
  const lost = Math.max(0, RECIPIENTS - delivered) + (RECIPIENTS - known.size);
  const twice = mailed.reduce((sum, [, times]) => sum + times - 1, 0);
  return { lost, duplicates: twice + Math.max(0, rows - RECIPIENTS), uncertain: told.uncertain?.length ?? 0 };
}

/** A message that two deaths meet: halfway the portal, and halfway the mails. */
async function withDeaths(sink: Sink, dataDir: string, session: string) {
  await sink.ask("forget");
  const port = String(sink.port);
  const first = start("child", "send", dataDir, port, session);
  let progress = 0;
  first.on("message", (told: Told) => {
    progress = told.progress ?? progress;
  });
  await killWhen(first, async () => progress > RECIPIENTS / 2);
  const half = async () => ((await sink.ask("count")).count ?? 0) > RECIPIENTS / 2;
  await killWhen(start("child", "resume", dataDir, port), half);
  return judge(sink, await finished(start("child", "resume", dataDir, port)));
}

/** Measures a message to 100,000 people, mails and all, and again with two deaths in it. */
export async function benchBulk(): Promise<BulkFigures> {
  const here = join(import.meta.dirname, "bulk");
  await bundlePrograms({ child: join(here, "child.ts"), sink: join(here, "sink.ts") }, OUT);
  const folder = mkdtempSync(join(tmpdir(), "kroniek-bulk-"));
  const sink = await startSink();
  try {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    mkdirSync(one);
    const made = start("child", "make", one, String(RECIPIENTS));
    const closed = new Promise((resolve) => made.once("exit", resolve));
    const { session = "" } = await heard(made, (told) => told.session !== undefined);
    await closed;
    cpSync(one, two, { recursive: true });
    const told = await finished(start("child", "send", one, String(sink.port), session));
    const { collected = 0, delivered = 0, done = 0, stall = 0, bare = 0 } = told.figures ?? {};
    const whole = await judge(sink, told);
    const killed = await withDeaths(sink, two, session);
    const rate = RECIPIENTS / (done - delivered);
    return {
      recipients: RECIPIENTS,
      enqueue_seconds: rounded(collected, 2),
      deliver_seconds: rounded(delivered, 1),
      max_stall_ms: rounded(stall, 1),
      mails_per_second: Math.round(rate),
      mail_ratio_to_bare: rounded(rate / bare, 3),
      lost: whole.lost + killed.lost,
      duplicates: whole.duplicates + killed.duplicates,
      uncertain: whole.uncertain + killed.uncertain,
    };
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

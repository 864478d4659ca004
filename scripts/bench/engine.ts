import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { createEngine, type Engine } from "@/inngest/engine/engine";
import { systemClock } from "@/server/core/clock";

const RUNS = 1_000;
const SINGLE_RUNS = 100;
const CRASH_RUNS = 50;
const SIGNING_KEY = `signkey-prod-${"5a".repeat(32)}`;
const EVENT_KEY = "bench";
const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What the bench prints for the engine (the contract names the keys). */
export interface EngineFigures {
  /** 1,000 runs of three steps, from the first event stored to the last run done; every step synced to disk */
  runs_per_second: number;
  /** From the sending of one event to the end of its run, when nothing else runs */
  single_run_p50_ms: number;
  /** A process that died in the middle of its writes lost no run and no finished step */
  durable: boolean;
}

/** An engine with one function of three steps, in the way of the product: signed, in process, checkpointed. */
function makeEngine(db: Database, ended: () => void): Engine {
  const client: Inngest = new Inngest({
    id: "bench",
    isDev: false,
    aiMetadata: false,
    checkpointing: true,
    logger: quiet,
    baseUrl: "http://engine.invalid",
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    fetch: (input, init) => engine.fetch(input, init),
  });
  const three = client.createFunction(
    { id: "three", triggers: [{ event: "bench/three" }] },
    async ({ step }) => {
      const a = await step.run("a", () => 1);
      const b = await step.run("b", () => a + 1);
      const c = await step.run("c", () => b + 1);
      ended();
      return c;
    },
  );
  const handler = serve({ client, functions: [three], enableUnauthedSync: false });
  const engine: Engine = createEngine({
    db,
    clock: systemClock(),
    reach: async (request) => handler(request),
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    log: () => undefined,
  });
  return engine;
}

const events = (count: number) => Array.from({ length: count }, () => ({ name: "bench/three" }));

async function throughput(db: Database): Promise<number> {
  const engine = makeEngine(db, () => undefined);
  await engine.start();
  await engine.send(events(SINGLE_RUNS));
  await engine.settled();
  const start = performance.now();
  await engine.send(events(RUNS));
  await engine.settled();
  const seconds = (performance.now() - start) / 1_000;
  await engine.stop({ graceMs: 1_000 });
  return RUNS / seconds;
}

async function singleRun(db: Database): Promise<number> {
  let ended: () => void = () => undefined;
  const engine = makeEngine(db, () => ended());
  await engine.start();
  const times: number[] = [];
  for (let run = 0; run < SINGLE_RUNS; run += 1) {
    const start = performance.now();
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    await engine.send(events(1));
    await end;
    times.push(performance.now() - start);
    await engine.settled();
  }
  await engine.stop({ graceMs: 1_000 });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Lets a process die after a number of writes (they and later ones never answer), and goes on with a new one. */
async function survives(db: Database): Promise<boolean> {
  const before = await completed(db);
  for (const at of [3, 10, 40]) {
    let writes = 0;
    const dead = new Promise<void>((died) => {
      const dying: Database = {
        ...db,
        write: async (work, options) => {
          writes += 1;
          if (writes <= at) return db.write(work, options);
          died();
          return new Promise<never>(() => undefined);
        },
      };
      const engine = makeEngine(dying, () => undefined);
      void engine.start().then(() => engine.send(events(CRASH_RUNS)));
    });
    await dead;
  }
  const engine = makeEngine(db, () => undefined);
  await engine.start();
  await engine.settled();
  await engine.stop({ graceMs: 1_000 });
  const [steps] = await db.read.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM engine_runs r WHERE (SELECT count(*) FROM engine_steps s WHERE s.run_id = r.id) <> 3`,
  );
  return (await completed(db)) - before === 3 * CRASH_RUNS && steps?.n === 0;
}

async function completed(db: Database): Promise<number> {
  const [row] = await db.read.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM engine_runs WHERE status = 'completed' AND output = '3'`,
  );
  return row?.n ?? 0;
}

/** Measures the embedded engine on an encrypted database file of its own. */
export async function benchEngine(): Promise<EngineFigures> {
  const folder = mkdtempSync(join(tmpdir(), "kroniek-bench-"));
  const db = await openDatabase({ file: join(folder, "engine.db"), encryptionKey: "5a".repeat(32) });
  await migrate(db, join(import.meta.dirname, "../../db/migrations"));
  const figures = {
    runs_per_second: Math.round((await throughput(db)) * 10) / 10,
    single_run_p50_ms: Math.round((await singleRun(db)) * 10) / 10,
    durable: await survives(db),
  };
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

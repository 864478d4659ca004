import { sql } from "drizzle-orm";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import type { Database } from "@/db/client";
import { createEngine, type Engine, type EngineOptions } from "@/inngest/engine/engine";
import type { TestClock } from "../world";

export const SIGNING_KEY = `signkey-prod-${"5a".repeat(32)}`;
export const EVENT_KEY = "event-key";

export interface Rig {
  engine: Engine;
  client: Inngest;
  /** What the engine logged */
  logged: string[];
  /** The functions' handler, as the engine reaches it */
  reach(request: Request): Promise<Response>;
}

export type Functions = (client: Inngest) => InngestFunction.Any[];

export interface RigOptions extends Partial<Omit<EngineOptions, "db" | "clock" | "log" | "reach">> {
  db: Database;
  clock: { now(): number };
  functions: Functions;
  appId?: string;
  checkpointing?: boolean;
  /** Sees what the SDK sends to the engine, and may lose the answer */
  fetch?(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
  /** Sees each call on its way */
  watch?(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** An engine with its functions, not yet started: retries after one second, signed calls in process. */
export function makeRig(options: RigOptions): Rig {
  const { functions, appId, checkpointing, watch, fetch: loseSome, ...rest } = options;
  const logged: string[] = [];
  const client: Inngest = new Inngest({
    id: appId ?? "test",
    isDev: false,
    aiMetadata: false,
    checkpointing: checkpointing ?? true,
    logger: quiet,
    baseUrl: "http://engine.invalid",
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    fetch: (input, init) => {
      const request = new Request(input, init);
      return loseSome ? loseSome(request, engine.fetch) : engine.fetch(request);
    },
  });
  const handler = serve({ client, functions: functions(client), enableUnauthedSync: false });
  const reach = async (request: Request) => handler(request);
  const engine: Engine = createEngine({
    signingKey: SIGNING_KEY,
    eventKey: EVENT_KEY,
    retryDelay: () => 1_000,
    ...rest,
    log: (message) => logged.push(message),
    reach: (request) => (watch ? watch(request, reach) : reach(request)),
  });
  return { engine, client, logged, reach };
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const rig = makeRig(options);
  await rig.engine.start();
  return rig;
}

/** When the engine has something to do next, or `undefined`. Crons repeat for ever and do not count here. */
async function nextDue(db: Database): Promise<number | undefined> {
  const [row] = await db.read.all<{ at: number | null }>(
    sql`SELECT min(due_at) AS at FROM engine_jobs WHERE state <> 'ready'`,
  );
  return row?.at ?? undefined;
}

/** Lets the engine work, moving the clock from due time to due time, until nothing is left before `until`. */
export async function runOut(rig: Rig, db: Database, clock: TestClock, until = Number.POSITIVE_INFINITY) {
  for (;;) {
    await rig.engine.settled();
    const next = await nextDue(db);
    if (next === undefined || next > until) return;
    clock.set(Math.max(next, clock.now()));
  }
}

export interface RunRow {
  id: string;
  functionId: string;
  status: string;
  output: unknown;
  error: { name: string; message: string } | null;
}

/** All runs, oldest first. */
export async function runsIn(db: Database, functionId?: string): Promise<RunRow[]> {
  const rows = await db.read.all<Record<"id" | "function_id" | "status" | "output" | "error", string | null>>(
    sql`SELECT id, function_id, status, output, error FROM engine_runs ORDER BY created_at, rowid`,
  );
  const parse = (text: string | null | undefined) => (text ? JSON.parse(text) : null);
  return rows
    .map((row) => ({
      id: row.id ?? "",
      functionId: row.function_id ?? "",
      status: row.status ?? "",
      output: parse(row.output),
      error: parse(row.error),
    }))
    .filter((row) => functionId === undefined || row.functionId === functionId);
}

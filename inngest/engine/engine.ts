import type { Database, Tx } from "@/db/client";
import type { Clock } from "@/server/core/clock";
import { ask, askFunctions, type Reach } from "./call";
import { claim, type Flight } from "./claim";
import { retryDelay } from "./duration";
import { acceptEvents, type OutgoingEvent } from "./events";
import { type Registry, readFunctions } from "./functions";
import { createGate } from "./gate";
import { createGateway } from "./gateway";
import { takeIn } from "./intake";
import { interpret } from "./interpret";
import { cancelRun, retryRun } from "./manage";
import { type Call, tokenOf } from "./protocol";
import { prune } from "./prune";
import { recover, returnLeases } from "./recover";
import { settle } from "./settle";
import { fireCrons, fireTimers, type Log, nextDue, planCrons } from "./timers";
import { writeTogether } from "./together";

export interface EngineOptions {
  db: Database;
  clock: Clock;
  /** The `serve()` handler of the functions */
  reach: Reach;
  /** `signkey-<env>-<64 hex>`; the handler's client must have the same */
  signingKey: string;
  eventKey: string;
  log: Log;
  /** Address of the handler, when `reach` goes over HTTP */
  url?: string;
  mostCalls?: number;
  leaseMs?: number;
  /** How long ended runs are kept */
  historyMs?: number;
  retryDelay?(attempt: number): number;
}

export interface EngineState {
  status: "stopped" | "running" | "failing";
  callsUnderWay: number;
  functions: readonly string[];
  /** The last error of the engine itself (not of a function); gone after the next success */
  lastError?: string;
}

export interface Engine {
  /** Registers the functions, takes back the leases of a process that is gone, and begins. Refuses unknown options. */
  start(): Promise<void>;
  /** Claims nothing more, lets calls finish for `graceMs`, then gives back what they hold. */
  stop(options: { graceMs: number }): Promise<void>;
  /** Something changed (an event, the clock): look now. */
  wake(): void;
  /** Stores events and hands them out; the ids are the engine's own. */
  send(events: readonly OutgoingEvent[]): Promise<string[]>;
  /** Ends a run that is not done, in the caller's transaction; see `manage.ts`. */
  cancel(tx: Tx, runId: string): Promise<boolean>;
  /** Opens a failed or cancelled run again, in the caller's transaction; `wake` after it. */
  retry(tx: Tx, runId: string): Promise<boolean>;
  /** Resolves when nothing is due and no call is under way, or the engine has stopped. */
  settled(): Promise<void>;
  state(): EngineState;
  /** For `new Inngest({ fetch })`. */
  fetch: ReturnType<typeof createGateway>;
}

/** The innermost cause: the outer message of a failed query holds its values, which do not belong in a log. */
function causeOf(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? at.message : String(at);
}

const HOUR_MS = 3_600_000;
const EVENTS_A_TURN = 50;
const TIMERS_A_TURN = 100;
const LONGEST_REST_MS = 60_000;
const AFTER_ERROR_MS = 1_000;

/**
 * The embedded engine: it runs Inngest functions in this process and keeps everything it must not forget in the
 * database. One loop takes turns: each turn is one transaction that wakes timers, hands out events and leases jobs;
 * the calls then run at once, and each answer is stored in one transaction with the jobs that follow from it.
 */
export function createEngine(options: EngineOptions): Engine {
  const { db, clock, log } = options;
  const write = writeTogether(db);
  const line = {
    reach: options.reach,
    url: options.url ?? "http://engine.invalid/api/inngest",
    signingKey: options.signingKey,
  };
  const leaseMs = options.leaseMs ?? 2 * HOUR_MS;
  const historyMs = options.historyMs ?? 30 * 24 * HOUR_MS;
  const delay = options.retryDelay ?? retryDelay;
  const gate = createGate();
  const flights = new Map<string, Flight>();
  const working = new Map<string, Promise<void>>();
  const idlers: (() => void)[] = [];
  let registry: Registry = readFunctions([]);
  let phase: "stopped" | "running" | "stopping" = "stopped";
  let loop: Promise<void> = Promise.resolve();
  let pruneAt = 0;
  let lastError: string | undefined;
  let inDoubt = false;

  async function turn(tx: Tx, now: number) {
    const desk = { registry, now };
    if (inDoubt) await returnLeases(tx, [...working.keys()], now);
    const timers = await fireTimers(tx, desk, TIMERS_A_TURN, log);
    await fireCrons(tx, desk, log);
    const events = await takeIn(tx, desk, EVENTS_A_TURN);
    const pruning = now >= pruneAt ? await prune(tx, now - historyMs, now) : undefined;
    const rules = { registry, mostCalls: options.mostCalls ?? 16, leaseMs, now };
    const calls = await claim(tx, [...flights.values()], rules);
    const more = timers === TIMERS_A_TURN || events === EVENTS_A_TURN || pruning === "more";
    return { calls, more, pruned: pruning === "done", next: await nextDue(tx) };
  }

  async function run(): Promise<void> {
    while (phase === "running") {
      gate.close();
      let rest = AFTER_ERROR_MS;
      try {
        const now = clock.now();
        const done = await write((tx) => turn(tx, now));
        lastError = undefined;
        inDoubt = false;
        if (done.pruned) pruneAt = now + HOUR_MS;
        for (const call of done.calls) begin(call);
        rest = done.more ? 0 : Math.min(Math.max(done.next - clock.now(), 0), LONGEST_REST_MS);
      } catch (error) {
        // The transaction may have been stored all the same: jobs it leased are then called by no one.
        inDoubt = true;
        fail("The engine's turn failed", error);
      }
      if (rest > 0 && working.size === 0 && gate.closed && !inDoubt)
        for (const resolve of idlers.splice(0)) resolve();
      await gate.wait(rest);
    }
  }

  function fail(message: string, error: unknown): void {
    lastError = causeOf(error);
    log(message, { error: lastError });
  }

  function begin(call: Call): void {
    const token = tokenOf(call);
    flights.set(token, { functionId: call.functionId, lane: call.lane });
    const work = carry(call).finally(() => {
      working.delete(token);
      if (idlers.length > 0) gate.open();
    });
    working.set(token, work);
  }

  /** Makes one call and stores its answer; the answer is kept in hand until the database has it. */
  async function carry(call: Call): Promise<void> {
    const fn = registry.functions.get(call.functionId);
    const answer = await ask(line, call, fn);
    flights.delete(tokenOf(call));
    const maxAttempts = fn?.maxAttempts ?? 1;
    for (;;) {
      const now = clock.now();
      const outcome = interpret(call, answer, { now, maxAttempts, retryDelay: delay });
      try {
        const stored = write((tx) => settle(tx, { registry, now }, call, outcome));
        gate.open(); // The next turn queues right behind, and shares this commit.
        if (!(await stored))
          log("A late answer was dropped: its lease was lost", { run: call.runId, step: call.name });
        return;
      } catch (error) {
        fail("An answer could not be stored yet", error);
        if (phase === "stopped") return;
        await new Promise((resolve) => setTimeout(resolve, AFTER_ERROR_MS));
      }
    }
  }

  const wake = () => gate.open();
  const leaseUntil = () => (phase === "running" ? clock.now() + leaseMs : undefined);
  return {
    fetch: createGateway({
      write,
      clock,
      signingKey: options.signingKey,
      eventKey: options.eventKey,
      leaseUntil,
      wake,
    }),
    wake,
    async start() {
      if (phase !== "stopped") throw new Error("The engine runs already.");
      const configs = await askFunctions(line);
      registry = readFunctions(configs);
      const now = clock.now();
      await db.write(async (tx) => {
        await recover(tx, now);
        await planCrons(tx, { registry, now });
      });
      phase = "running";
      loop = run();
    },
    async stop({ graceMs }) {
      if (phase !== "running") return;
      phase = "stopping";
      gate.open();
      await loop;
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all(working.values()), grace]);
      clearTimeout(timer);
      phase = "stopped";
      await db.write((tx) => returnLeases(tx, [], clock.now()));
      for (const resolve of idlers.splice(0)) resolve();
    },
    async send(events) {
      const now = clock.now();
      const ids = await write((tx) => acceptEvents(tx, events, now));
      wake();
      return ids;
    },
    cancel: (tx, runId) => cancelRun(tx, { registry, now: clock.now() }, runId),
    retry: (tx, runId) => retryRun(tx, clock.now(), runId),
    settled() {
      if (phase !== "running") return Promise.resolve();
      const idle = new Promise<void>((resolve) => idlers.push(resolve));
      wake();
      return idle;
    },
    state: () => ({
      status: phase === "stopped" ? "stopped" : lastError === undefined ? "running" : "failing",
      callsUnderWay: flights.size,
      functions: [...registry.functions.keys()],
      ...(lastError !== undefined && { lastError }),
    }),
  };
}

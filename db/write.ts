import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { DomainError } from "@/server/core/errors";

/** What the road needs of a connection: run work in one immediate transaction, nest, and start afresh. */
export interface Road<Tx> {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  nested<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Throws the connection away and opens a new one: after one BUSY the old may acknowledge and lose writes. */
  reopen(): Promise<void>;
  isBusy(error: unknown): boolean;
}

interface Job<Tx> {
  work: (tx: Tx) => Promise<unknown>;
  alone: boolean;
  deadline: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** One job's failure (a full disk, say) made SQLite give up the transaction of its whole group. */
class TransactionLost extends Error {
  constructor(
    readonly job: object,
    cause: unknown,
  ) {
    super("The transaction was given up by the database.", { cause });
  }
}

/** The most jobs one commit stores. */
export const GROUP_JOBS = 64;
const GROUP_MS = 15;
const LONG_MS = 5;
const GIVE_UP_MS = 5_000;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 250;

/**
 * The one road for writes: a queue per process, each group of waiting jobs in one BEGIN IMMEDIATE and one
 * synced commit, each job in a savepoint of its own so that one failure does not take its neighbours along.
 * Jobs may be run again after BUSY, so they do nothing but database work.
 */
export function createWriteQueue<Tx>(road: Road<Tx>, afterCommit: () => Promise<void>) {
  const inside = new AsyncLocalStorage<true>();
  const waiting: Job<Tx>[] = [];
  let running: Promise<void> | undefined;
  let closed = false;

  async function runGroup(): Promise<void> {
    const group: Job<Tx>[] = [];
    const outcomes: Outcome[] = [];
    let lost: unknown;
    try {
      await road.transaction(async (tx) => {
        const started = performance.now();
        group.length = 0;
        outcomes.length = 0;
        while (waiting.length > 0 && group.length < GROUP_JOBS && performance.now() - started < GROUP_MS) {
          const next = waiting[0] as Job<Tx>;
          if (group.length > 0 && next.alone) break;
          waiting.shift();
          group.push(next);
          const outcome = await attempt(tx, next).catch((error: unknown) => {
            lost = error;
            throw error;
          });
          outcomes.push(outcome);
          if (next.alone) break;
        }
        // A long job held the thread until now, and storing much holds it again: others in between.
        if (performance.now() - started > LONG_MS) await nextTurn();
      });
    } catch (error) {
      waiting.unshift(...group);
      // Rolling back what is gone already fails with an error of its own, which says less.
      throw lost ?? error;
    }
    // Committed: from here no job runs again. Without its anchor a result does not leave either.
    const unanchored = await anchor(outcomes);
    group.forEach((job, index) => {
      const outcome = outcomes[index] as Outcome;
      if (!outcome.ok) job.reject(outcome.error);
      else if (unanchored) job.reject(unanchored);
      else job.resolve(outcome.value);
    });
  }

  async function anchor(outcomes: Outcome[]): Promise<DomainError | undefined> {
    if (!outcomes.some((outcome) => outcome.ok)) return undefined;
    try {
      await afterCommit();
      return undefined;
    } catch (error) {
      return new DomainError("database-failed", { cause: error });
    }
  }

  /**
   * A BUSY inside a job is the transaction's failure, not the job's: the whole group is tried again.
   * When the job's savepoint cannot be undone or kept, the transaction is gone: the others are tried again.
   */
  async function attempt(tx: Tx, job: Job<Tx>): Promise<Outcome> {
    let own: unknown;
    const work = async (inner: Tx) => {
      try {
        return await job.work(inner);
      } catch (error) {
        own = error;
        throw error;
      }
    };
    try {
      return { ok: true, value: await inside.run(true, () => road.nested(tx, work)) };
    } catch (error) {
      if (road.isBusy(error)) throw error;
      if (error !== own) throw new TransactionLost(job, own ?? error);
      return { ok: false, error };
    }
  }

  /** A connection that cannot be made now fails the next transaction too, which then tells its job. */
  async function startAfresh(): Promise<void> {
    await road.reopen().catch(() => undefined);
  }

  async function drain(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (waiting.length > 0) {
      try {
        await runGroup();
        wait = FIRST_WAIT_MS;
      } catch (error) {
        await startAfresh();
        if (!road.isBusy(error)) {
          const at = error instanceof TransactionLost ? waiting.indexOf(error.job as Job<Tx>) : 0;
          const [failed] = waiting.splice(at, 1);
          failed?.reject(new DomainError("database-failed", { cause: error }));
          continue;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
        const now = performance.now();
        while (waiting[0] && waiting[0].deadline <= now) {
          waiting.shift()?.reject(new DomainError("database-busy", { cause: error }));
        }
      }
    }
    running = undefined;
  }

  return {
    /**
     * Runs `work` in a transaction and resolves once it is committed and synced to disk.
     * @param options.alone a long job: commits by itself, so short neighbours need not wait in its group
     * @throws Error when called inside another write (it would wait for itself)
     * @throws DomainError `database-busy` after 5 seconds of another process holding the file
     */
    write<T>(work: (tx: Tx) => Promise<T>, options: { alone?: boolean } = {}): Promise<T> {
      if (inside.getStore())
        return Promise.reject(new Error("A write inside a write: use the transaction at hand."));
      if (closed) return Promise.reject(new DomainError("database-failed"));
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work,
          alone: options.alone ?? false,
          deadline: performance.now() + GIVE_UP_MS,
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        running ??= Promise.resolve().then(drain);
      });
    },
    /** Whether a write is under way or waits for its turn. */
    isWriting: () => running !== undefined,
    /** Refuses new writes and waits for those already accepted. */
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}

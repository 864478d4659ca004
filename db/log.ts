import { open } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { Copied, CopyMode, LogThreadOrder } from "./log-thread";

/** A log smaller than this is left as it is: most processes never need the thread. */
const FROM_BYTES = 4 * 1024 * 1024;
/** A log that became so much larger since it was copied is copied now: time says nothing of how fast is written. */
const OUTGROWN_BYTES = 8 * 1024 * 1024;
/** Pages by which a log is busy: SQLite's own measure for copying it. */
const BUSY_PAGES = 1_000;
const BUSY_WAIT_MS = 250;
const QUIET_WAIT_MS = 2_000;
/** Pages (16 MB) that are copied beside writes, not while they wait. */
const MANY_PAGES = 4_000;
const EMPTY_TURNS = 20;
const EMPTY_WAIT_MS = 100;

/** The thread that copies the log, started when first asked and again after it ended. */
function logThread(order: LogThreadOrder) {
  let thread: Worker | undefined;
  let waiting: { resolve(copied: Copied): void; reject(error: Error): void } | undefined;

  function start(): Worker {
    const started = new Worker(new URL("./log-thread.ts", import.meta.url), { workerData: order });
    started.on("message", (copied: Copied) => waiting?.resolve(copied));
    started.on("error", (error) => waiting?.reject(error));
    started.on("exit", () => {
      thread = undefined;
      waiting?.reject(new Error("The thread of the log ended."));
    });
    return started;
  }

  return {
    /** One at a time. @throws Error when the thread cannot be had */
    async ask(mode: CopyMode): Promise<Copied> {
      thread ??= start();
      const asked = thread;
      asked.ref();
      try {
        return await new Promise<Copied>((resolve, reject) => {
          waiting = { resolve, reject };
          asked.postMessage(mode);
        });
      } finally {
        waiting = undefined;
        // A process that is done does not stay for it.
        asked.unref();
      }
    },
    stop: async () => thread?.terminate(),
  };
}

/**
 * The write-ahead log, seen to off the thread that serves pages. Left to itself SQLite waits for the disk at each commit,
 * and every thousand pages copies the log into the file: tens to hundreds of milliseconds in which nobody is served. So
 * the log is synced by the system's own threads, and copied by a thread with a connection of its own.
 * @param order.file the database's; a connection that has read it keeps its log where it is
 */
export async function openLog(order: LogThreadOrder) {
  const openFile = () => open(`${order.file}-wal`, "r+");
  const thread = logThread(order);
  let log = await openFile();
  let copying: Promise<unknown> | undefined;
  /** What writes wait for: a log begins anew only when nothing was added since all of it was copied. */
  let gate: Promise<unknown> | undefined;
  let copied = { at: 0, pages: 0, left: 0 };
  /** Bytes of the file when it was last copied; what is written anew over its beginning does not show in it. */
  let bytes = 0;
  /** The disk did not take what was committed. */
  let refused = false;
  let closed = false;

  async function copy(mode: CopyMode): Promise<Copied> {
    while (copying) await copying;
    // Or who still waits for an empty log would start the thread again, on files that may be gone.
    if (closed) throw new Error("The write-ahead log is closed.");
    const asked = thread.ask(mode);
    copying = asked.catch(() => undefined);
    // What a long snapshot held back is much: it goes beside other writes, and the rest the next time.
    // Emptying holds SQLite's write lock for all it copies: a write that did not wait would meet BUSY.
    if (mode === "TRUNCATE" || copied.left < MANY_PAGES) gate = copying;
    try {
      const answer = await asked;
      if (mode === "TRUNCATE" && answer.kind === "copied" && answer.complete) bytes = 0;
      if (answer.kind === "copied") copied = { at: 0, pages: answer.pages, left: answer.pages - answer.done };
      return answer;
    } finally {
      copied.at = performance.now();
      copying = undefined;
      gate = undefined;
    }
  }

  /**
   * @returns false while a reader or a write still needs the log
   * @throws Error when it cannot be copied
   */
  async function truncate(): Promise<boolean> {
    const answer = await copy("TRUNCATE");
    if (answer.kind === "failed") throw new Error(`The write-ahead log cannot be copied: ${answer.code}`);
    return answer.complete;
  }

  const isDue = (size: number) =>
    size - bytes > OUTGROWN_BYTES ||
    performance.now() - copied.at > (copied.pages < BUSY_PAGES ? QUIET_WAIT_MS : BUSY_WAIT_MS);

  return {
    /**
     * After a commit: resolves once what was committed is on disk.
     * @throws Error when the disk refuses
     */
    async synced(): Promise<void> {
      try {
        await log.datasync();
        const { size, nlink } = await log.stat();
        if (nlink === 0) {
          // Another log took its place: that is the one to sync.
          const gone = log;
          log = await openFile();
          await gone.close();
          await log.datasync();
        }
        // Without the thread the log grows, until SQLite copies it at a commit itself: slower, and nothing is lost.
        if (size <= FROM_BYTES || copying || !isDue(size)) return;
        bytes = size;
        copy("PASSIVE").catch(() => undefined);
      } catch (error) {
        refused = true;
        throw error;
      }
    },
    /**
     * Before a transaction: waits for a copying that needs the log to itself.
     * @throws Error when the disk refused the log, and not all of it is in the file yet
     */
    async ready(): Promise<void> {
      // The system does not try again what the disk refused, and calls the next sync a success: the log may have a hole,
      // and no commit after a hole outlives a crash. Copied from memory into the file, and synced there, all is whole.
      if (refused && !(await truncate())) throw new Error("The disk refused the write-ahead log.");
      refused = false;
      while (gate) await gate;
    },
    /**
     * Empties the log, so that nothing of what was overwritten or deleted is left in it.
     * @throws Error while a reader (an export's snapshot) still needs the log: the caller tries again later
     */
    async empty(): Promise<void> {
      for (let turn = 0; turn < EMPTY_TURNS; turn++) {
        // What a long snapshot held back goes beside writes first, so that they wait for the rest only.
        if (copied.left >= MANY_PAGES) await copy("PASSIVE");
        if (await truncate()) return;
        await new Promise((resolve) => setTimeout(resolve, EMPTY_WAIT_MS));
      }
      throw new Error("The write-ahead log is still in use.");
    },
    async close(): Promise<void> {
      closed = true;
      await copying;
      await thread.stop();
      await log.close();
    },
  };
}

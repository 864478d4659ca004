import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";

/** What the thread is started with: plain data, in memory only. */
export interface LogThreadOrder {
  file: string;
  encryptionKey: string | undefined;
}

/** PASSIVE copies what it can without anyone waiting; TRUNCATE also empties the log, when nobody needs it. */
export type CopyMode = "PASSIVE" | "TRUNCATE";

/** What SQLite tells of a copying: pages in the log, and how many of those are in the file; or why it failed. */
export type Copied =
  | { kind: "copied"; complete: boolean; pages: number; done: number }
  | { kind: "failed"; code: string };

const port = parentPort;
if (port) {
  const { file, encryptionKey } = workerData as LogThreadOrder;
  // A new connection syncs fully: the log before its pages are copied, the file before the log may begin anew.
  const connection = new Database(file, {
    timeout: 5,
    ...(encryptionKey !== undefined && { encryptionKey }),
  } as ConstructorParameters<typeof Database>[1]);
  port.on("message", (mode: CopyMode) => {
    try {
      const row = connection.prepare(`PRAGMA wal_checkpoint(${mode})`).raw(true).get() as number[];
      const [busy, pages = 0, done = 0] = row;
      port.postMessage({ kind: "copied", complete: busy === 0, pages, done } satisfies Copied);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      const busy = { kind: "copied", complete: false, pages: 0, done: 0 } as const;
      const answer: Copied = /^SQLITE_(BUSY|LOCKED)/.test(code) ? busy : { kind: "failed", code };
      port.postMessage(answer);
    }
  });
}

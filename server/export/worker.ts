import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import { hasDiskRoom, isDiskFull } from "../files/disk-room";
import { createSealed } from "../files/seal";
import { Build, type BuildOrder } from "./build";
import { BundleFeed } from "./bundle-feed";
import { DossierReader } from "./dossier-reader";
import { createSpool } from "./spool";
import { type ByteSink, ExportCancelled } from "./zip";

/** What the main thread hands a worker: plain data and keys, in memory only. */
export interface WorkerOrder extends Omit<BuildOrder, "keys"> {
  databaseFile: string;
  encryptionKey: string | undefined;
  clientId: string;
  path: string;
  /** Where what comes last waits while the rest is written; gone afterwards */
  spoolPath: string;
  sealKey: Uint8Array;
  bsnKey: Uint8Array;
  blobKey: Uint8Array;
  clockOffsetMs: number;
  /** The disk must keep at least this many bytes free */
  minimumFree: number;
  /** One Int32; not 0 means: stop */
  cancel: SharedArrayBuffer;
}

export type WorkerMessage =
  | { kind: "progress"; rowsKnown: number; rowsDone: number; part: string | null }
  | { kind: "done"; rows: number; bytes: number; snapshotAt: number }
  | { kind: "failed"; why: "disk-full" | "cancelled" | "error"; name: string; at: string };

const CHECK_EVERY_BYTES = 8 * 1024 * 1024;
const REPORT_EVERY_MS = 250;

class DiskFull extends Error {
  override name = "DiskFull";
}

async function assertRoom(folder: string, minimumFree: number): Promise<void> {
  if (!(await hasDiskRoom(folder, 0, minimumFree))) throw new DiskFull();
}

/** Makes sinks that look, every few megabytes together, whether the disk has room for more. */
function roomChecked(folder: string, minimumFree: number) {
  let unchecked = 0;
  return (sink: ByteSink): ByteSink => ({
    write: (bytes) => {
      unchecked += bytes.length;
      if (unchecked <= CHECK_EVERY_BYTES) return sink.write(bytes);
      unchecked = 0;
      return assertRoom(folder, minimumFree).then(() => sink.write(bytes));
    },
  });
}

function reporter(tell: (message: WorkerMessage) => void) {
  let lastAt = 0;
  return (progress: { rowsKnown: number; rowsDone: number; part: string | null }) => {
    const now = performance.now();
    if (now - lastAt < REPORT_EVERY_MS) return;
    lastAt = now;
    tell({ kind: "progress", ...progress });
  };
}

/** Builds one export from one read snapshot, on a connection of its own that cannot write. */
async function build(order: WorkerOrder, tell: (message: WorkerMessage) => void): Promise<void> {
  const cancel = new Int32Array(order.cancel);
  const folder = dirname(order.path);
  const connection = new Database(order.databaseFile, {
    timeout: 50,
    ...(order.encryptionKey !== undefined && { encryptionKey: order.encryptionKey }),
  } as ConstructorParameters<typeof Database>[1]);
  try {
    connection.pragma("query_only = 1");
    connection.pragma("cache_size = -16000");
    await assertRoom(folder, order.minimumFree);
    const sealed = await createSealed(order.path, Buffer.from(order.sealKey));
    const spool = await createSpool(order.spoolPath);
    const checked = roomChecked(folder, order.minimumFree);
    const bundle = new BundleFeed({ scope: order.scope, snapshotAt: order.now }, checked(spool));
    try {
      const out = { sink: checked(sealed), bundle, spool };
      const cancelled = {
        get aborted() {
          return Atomics.load(cancel, 0) !== 0;
        },
      };
      const keys = { bsn: Buffer.from(order.bsnKey), blob: Buffer.from(order.blobKey) };
      const reader = new DossierReader(connection, order.clientId);
      const made = new Build(reader, { ...order, keys }, out, reporter(tell), cancelled);
      const { rows } = await made.write(() => Date.now() + order.clockOffsetMs);
      const { sealedBytes, plainBytes } = await sealed.close();
      tell({ kind: "done", rows, bytes: Math.min(plainBytes, sealedBytes), snapshotAt: order.now });
    } catch (error) {
      await bundle.stop();
      await spool.abort();
      await sealed.abort();
      throw error;
    }
  } finally {
    connection.close();
  }
}

const port = parentPort;
if (port) {
  build(workerData as WorkerOrder, (message) => port.postMessage(message)).catch((error: unknown) => {
    const cause = error instanceof Error ? error : new Error("thrown value");
    const full = cause.name === "DiskFull" || isDiskFull(cause);
    const why = full ? "disk-full" : cause instanceof ExportCancelled ? "cancelled" : "error";
    const at = (cause.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
    port.postMessage({ kind: "failed", why, name: cause.name, at: at.slice(0, 4).join(" ").trim() });
  });
}

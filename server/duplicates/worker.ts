import { parentPort, workerData } from "node:worker_threads";
import { openReader } from "@/db/client";
import { type Scanned, scanAll } from "./scan";

/** What the main thread hands a worker: plain data, in memory only. */
export interface ScanOrder {
  databaseFile: string;
  encryptionKey: string | undefined;
  day: string;
}

export type ScanMessage =
  | { kind: "progress"; share: number }
  | { kind: "done"; scanned: Scanned }
  | { kind: "failed"; name: string; at: string };

const REPORT_EVERY_MS = 250;

async function scan(order: ScanOrder, tell: (message: ScanMessage) => void): Promise<void> {
  const { databaseFile: file, encryptionKey } = order;
  const reader = await openReader({ file, ...(encryptionKey !== undefined && { encryptionKey }) });
  let toldAt = 0;
  try {
    const scanned = await scanAll(reader.read, order.day, (share) => {
      if (performance.now() - toldAt < REPORT_EVERY_MS) return;
      toldAt = performance.now();
      tell({ kind: "progress", share });
    });
    tell({ kind: "done", scanned });
  } finally {
    reader.close();
  }
}

const port = parentPort;
if (port) {
  scan(workerData as ScanOrder, (message) => port.postMessage(message)).catch((error: unknown) => {
    const cause = error instanceof Error ? error : new Error("thrown value");
    const at = (cause.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
    port.postMessage({ kind: "failed", name: cause.name, at: at.slice(0, 4).join(" ").trim() });
  });
}

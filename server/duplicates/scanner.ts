import { Worker } from "node:worker_threads";
import { dayOf } from "../core/clock";
import type { World } from "../core/world";
import type { Scanned } from "./scan";
import type { ScanMessage, ScanOrder } from "./worker";

/**
 * Compares all clients in a thread of its own, on a connection that cannot write: pages go on being served.
 * @param reached told which share (0–1) is done
 * @throws Error when the thread fails or dies; it holds nothing personal
 */
export function scanInThread(world: World, reached: (share: number) => void): Promise<Scanned> {
  const order: ScanOrder = {
    databaseFile: world.db.file,
    encryptionKey: world.db.encryptionKey,
    day: dayOf(world.clock.now()),
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: order,
      // 100,000 clients and their keys take some hundreds of megabytes; the size stops a runaway.
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    let outcome: ScanMessage | undefined;
    worker.on("message", (message: ScanMessage) => {
      if (message.kind === "progress") reached(message.share);
      else outcome = message;
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (outcome?.kind === "done") return resolve(outcome.scanned);
      const where =
        outcome?.kind === "failed" ? `${outcome.name} ${outcome.at}` : "the thread ended without a word";
      reject(new Error(`Comparing all clients failed: ${where}`));
    });
  });
}

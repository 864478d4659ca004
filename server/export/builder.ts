import { mkdir, rename, rm } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { dayOf } from "../core/clock";
import { DomainError } from "../core/errors";
import type { World } from "../core/world";
import { MINIMUM_FREE } from "../files/disk-room";
import { newSealKey } from "../files/seal";
import { wrapKey } from "../files/wrap";
import { type Built, noteProgress } from "./lifecycle";
import { exportFolder, exportPath, partialPath, spoolPath } from "./paths";
import type { ExportRow } from "./view";
import type { WorkerMessage, WorkerOrder } from "./worker";

const NOTE_EVERY_MS = 500;

type Done = Extract<WorkerMessage, { kind: "done" }>;

function run(
  order: WorkerOrder,
  onProgress: (message: WorkerMessage & { kind: "progress" }) => void,
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: order,
      // A dossier of any size fits, as rows stream: the sizes keep the process small, and stop a runaway.
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
    });
    let outcome: WorkerMessage | undefined;
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "progress") onProgress(message);
      else outcome = message;
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (outcome?.kind === "done") return resolve(outcome);
      if (outcome?.kind === "failed" && outcome.why === "disk-full")
        return reject(new DomainError("export-disk-full"));
      const where =
        outcome?.kind === "failed" ? `${outcome.name} ${outcome.at}` : "the worker ended without a word";
      reject(new Error(`Building an export failed: ${where}`));
    });
  });
}

const HOME = Symbol.for("kroniek/export-builds");

/** Next bundles a module more than once; what is being built is one a process. Per export its cancel flag. */
interface Builds {
  flags: Map<string, Int32Array>;
}

function builds(): Builds {
  const store = globalThis as typeof globalThis & { [HOME]?: Builds };
  store[HOME] ??= { flags: new Map() };
  return store[HOME];
}

/** Ids of the exports this process is building at this moment. */
export function underWay(): ReadonlySet<string> {
  return new Set(builds().flags.keys());
}

/** Tells every build to stop at its next bytes; its step fails and is taken up again after a restart. */
export function cancelBuilds(): void {
  for (const flag of builds().flags.values()) Atomics.store(flag, 0, 1);
}

/** Stops the build of one export, if this process is at it; what was half written goes. */
export function cancelBuild(exportId: string): void {
  const flag = builds().flags.get(exportId);
  if (flag) Atomics.store(flag, 0, 1);
}

/**
 * Makes the file of an export in a worker thread: from one snapshot, sealed with a key of its own, written aside,
 * synced and renamed. May be run again after a crash: what was half written is replaced.
 * @returns what `finishExport` promises
 * @throws DomainError `export-disk-full`; Error for what is worth another try
 */
export async function buildExport(
  world: World,
  row: ExportRow,
  clientNumber: string,
  options: { minimumFree?: number } = {},
): Promise<Built> {
  const { dataDir } = world.env;
  await mkdir(exportFolder(dataDir), { recursive: true, mode: 0o700 });
  const path = partialPath(dataDir, row.id);
  const spool = spoolPath(dataDir, row.id);
  for (const left of [path, spool]) await rm(left, { force: true });
  const sealKey = newSealKey();
  const cancel = new SharedArrayBuffer(4);
  const now = world.clock.now();
  builds().flags.set(row.id, new Int32Array(cancel));
  let notedAt = 0;
  try {
    const done = await run(
      {
        clientNumber,
        scope: row.scope,
        requestedBy: row.requestedByName,
        requestedAt: row.requestedAt,
        now,
        day: dayOf(now),
        dataDir,
        databaseFile: world.db.file,
        encryptionKey: world.db.encryptionKey,
        clientId: row.clientId,
        path,
        spoolPath: spool,
        sealKey,
        bsnKey: world.keys.bsn,
        blobKey: world.keys.blob,
        clockOffsetMs: now - Date.now(),
        minimumFree: options.minimumFree ?? MINIMUM_FREE,
        cancel,
      },
      ({ rowsKnown, rowsDone, part }) => {
        if (performance.now() - notedAt < NOTE_EVERY_MS) return;
        notedAt = performance.now();
        // Only the waiting page reads it: a note that cannot be written now is followed by another.
        noteProgress(world, row.id, { rowsKnown, rowsDone, part }).catch((error: unknown) =>
          world.log("A progress note was not written", {
            error: error instanceof Error ? error.name : "error",
          }),
        );
      },
    );
    await rename(path, exportPath(dataDir, row.id));
    return {
      snapshotAt: done.snapshotAt,
      bytes: done.bytes,
      rows: done.rows,
      wrappedKey: wrapKey(world.keys, row.id, sealKey),
    };
  } finally {
    builds().flags.delete(row.id);
    sealKey.fill(0);
    for (const left of [path, spool]) await rm(left, { force: true });
  }
}

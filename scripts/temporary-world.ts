import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { keepLog } from "@/server/audit/keep";
import type { Clock } from "@/server/core/clock";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";
import type { World } from "@/server/core/world";

/** A clock that runs on from the machine's, and that a proof can move. */
export interface MovableClock extends Clock {
  /** Moves it, in ms; back when negative */
  move(ms: number): void;
}

export interface TemporaryWorld extends World {
  clock: MovableClock;
  /** Closes the database; removes the folder when it was made here */
  close(): Promise<void>;
}

function movableClock(): MovableClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    move: (ms) => {
      offset += ms;
    },
  };
}

/**
 * A product of its own for measurements and proofs: migrated, with its own keys, no engine, no demo.
 * @param options.plain leaves the database unencrypted, for proofs that look for bytes on disk
 * @param options.dataDir an existing folder, kept afterwards; otherwise a temporary one
 */
export async function openTemporaryWorld(
  options: { plain?: boolean; dataDir?: string } = {},
): Promise<TemporaryWorld> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "kroniek-"));
  const env = readEnv({ DATA_DIR: dataDir, DEMO: "1" });
  const keys = loadKeys(dataDir);
  const db = await openDatabase({
    file: join(dataDir, "kroniek.db"),
    ...(!options.plain && { encryptionKey: keys.database }),
  });
  await migrate(db, join(import.meta.dirname, "..", "db", "migrations"));
  const keeper = await keepLog(db, dataDir, keys);
  const clock = movableClock();
  return {
    db,
    clock,
    startedAt: clock.now(),
    keys,
    env,
    demo: true,
    accept: async () => undefined,
    wake: () => undefined,
    log: (message, facts) => process.stderr.write(`${JSON.stringify({ message, ...facts })}\n`),
    close: async () => {
      await db.close();
      keeper.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

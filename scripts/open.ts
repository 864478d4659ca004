import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { own } from "@/db/owner";
import { seedStart } from "@/db/seed/start";
import { keepLog } from "@/server/audit/keep";
import { systemClock } from "@/server/core/clock";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";
import type { World } from "@/server/core/world";
import { decideDemo, isDemo } from "@/server/demo-mark";

/**
 * Opens the data folder for a command: keys, ownership, migrations, the starting roles and the audit log, without
 * engine or demo. A new folder becomes an empty product.
 * @throws Error in words for the person at the command line, when a server or another command owns the folder
 */
export async function openWorld(): Promise<{ world: World; close: () => Promise<void> }> {
  const env = readEnv(process.env);
  process.umask(0o077);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const ownership = await own(join(env.dataDir, "owner.db"));
  const keys = loadKeys(env.dataDir, process.env);
  const db = await openDatabase({ file: join(env.dataDir, "kroniek.db"), encryptionKey: keys.database });
  await migrate(db, join(import.meta.dirname, "..", "db", "migrations"));
  const demo = await isDemo(db);
  decideDemo({ env, marked: demo, empty: false });
  const clock = systemClock(env.clockOffsetMs);
  const world: World = {
    db,
    clock,
    startedAt: clock.now(),
    keys,
    env,
    demo,
    accept: () => Promise.reject(new Error("A command sends no events: there is no engine to take them.")),
    wake: () => undefined,
    log: (message) => process.stderr.write(`${message}\n`),
  };
  const keeper = await keepLog(db, env.dataDir, keys);
  await seedStart(world);
  return {
    world,
    close: async () => {
      await keeper.checkpoint(world.clock.now());
      await db.close();
      keeper.close();
      ownership.release();
    },
  };
}

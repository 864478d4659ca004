import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { seedStart } from "@/db/seed/start";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";
import type { World } from "@/server/core/world";

/** Saturday 21 November 2026, 10.00 uur in Amsterdam. */
const NOW = Date.UTC(2026, 10, 21, 9);

/** Opens the product in a folder as a start does, up to the point where the demo is made. The clock stands still. */
export async function openFolder(dataDir: string): Promise<World> {
  const env = readEnv({ DATA_DIR: dataDir, NODE_ENV: "test", DEMO: "1" });
  const keys = loadKeys(dataDir);
  const db = await openDatabase({ file: join(dataDir, "kroniek.db"), encryptionKey: keys.database });
  await migrate(db, join(import.meta.dirname, "../../db/migrations"));
  const world: World = {
    db,
    clock: { now: () => NOW },
    startedAt: NOW,
    keys,
    env,
    demo: false,
    accept: async () => undefined,
    wake: () => undefined,
    log: () => undefined,
  };
  await seedStart(world);
  return world;
}

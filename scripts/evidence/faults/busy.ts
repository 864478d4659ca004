import { createClient } from "@libsql/client";
import { throttles } from "@/db/schema/auth";
import { openTemporaryWorld } from "@/scripts/temporary-world";
import { holdLock } from "@/tests/db/holder";

const ROUNDS = 5;
const WRITES = 40;

/** How many acknowledged writes are not in the file, as another connection reads it. */
export function lostOf(acknowledged: readonly string[], stored: ReadonlySet<string>): number {
  return acknowledged.filter((key) => !stored.has(key)).length;
}

/**
 * Another process takes the database file some hundred milliseconds, again and again, while writes come in. Every one
 * waits, is acknowledged, and is stored.
 * @returns writes that met the lock, those that got through, and those acknowledged that are not in the file
 */
export async function busy(): Promise<{ busy: number; recovered: number; acknowledged_lost: number }> {
  const world = await openTemporaryWorld();
  try {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const mode = round % 2 === 0 ? "IMMEDIATE" : "EXCLUSIVE";
      const holder = await holdLock(world.db, { mode, ms: 300 });
      const keys = Array.from({ length: WRITES }, (_, at) => `${round}-${at}`);
      const writes = keys.map(async (key) => {
        await world.db.write((tx) => tx.insert(throttles).values({ key, failures: 1, firstAt: 0 }));
        acknowledged.push(key);
      });
      await Promise.allSettled(writes);
      await holder.gone;
    }
    const other = createClient({ url: `file:${world.db.file}`, encryptionKey: world.keys.database });
    const { rows } = await other.execute("SELECT key FROM throttles");
    other.close();
    const stored = new Set(rows.map((row) => String(row.key)));
    return {
      busy: ROUNDS * WRITES,
      recovered: acknowledged.length,
      acknowledged_lost: lostOf(acknowledged, stored),
    };
  } finally {
    await world.close();
  }
}

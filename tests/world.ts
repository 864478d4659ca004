import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { keepLog, type LogKeeper } from "@/server/audit/keep";
import type { Clock } from "@/server/core/clock";
import { readEnv } from "@/server/core/env";
import { loadKeys } from "@/server/core/keys";
import type { OutgoingEvent, World } from "@/server/core/world";

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(moment: number): void;
  advance(ms: number): void;
}

/** Saturday 21 November 2026, 10.00 uur in Amsterdam. */
export const START = Date.UTC(2026, 10, 21, 9, 0, 0);

export function testClock(start = START): TestClock {
  let now = start;
  return {
    now: () => now,
    set: (moment) => {
      now = moment;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

export interface TestWorld extends World {
  clock: TestClock;
  keeper: LogKeeper;
  /** Events that acts sent, in order */
  sent: OutgoingEvent[];
  close(): Promise<void>;
}

const open = new Set<TestWorld>();

/**
 * A product of its own: a temporary folder, an encrypted database file with all migrations, fresh keys and
 * a clock that stands still. Closed and removed after the test (or by `close`, for worlds made in beforeAll).
 */
export async function makeWorld(
  options: { plain?: boolean; keep?: boolean; demo?: boolean } = {},
): Promise<TestWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), `kroniek-${randomBytes(3).toString("hex")}-`));
  const env = readEnv({ DATA_DIR: dataDir, NODE_ENV: "test", DEMO: "1" });
  const keys = loadKeys(dataDir);
  const clock = testClock();
  const db = await openDatabase({
    file: join(dataDir, "kroniek.db"),
    ...(!options.plain && { encryptionKey: keys.database }),
  });
  await migrate(db, join(import.meta.dirname, "../db/migrations"));
  const keeper = await keepLog(db, dataDir, keys);
  const sent: OutgoingEvent[] = [];
  const world: TestWorld = {
    db,
    clock,
    startedAt: clock.now(),
    keys,
    env,
    demo: options.demo ?? true,
    keeper,
    sent,
    accept: async (_tx, events) => {
      sent.push(...events);
    },
    wake: () => undefined,
    log: () => undefined,
    close: async () => {
      open.delete(world);
      await db.close();
      keeper.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  if (!options.keep) open.add(world);
  return world;
}

afterEach(async () => {
  for (const world of open) await world.close();
});

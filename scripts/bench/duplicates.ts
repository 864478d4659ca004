import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { compareEveryone } from "@/inngest/duplicates";
import { settleChanges } from "@/server/duplicates/settle";
import { makePlaces } from "@/tests/access/people";
import { openTemporaryWorld } from "../temporary-world";
import { makeClients } from "./lists/make-clients";
import { rounded, timed } from "./percentile";

const CLIENTS = 98_000;
/** Of them written down once more, with day and month of birth in each other's place. */
const TWICE = 2_000;
const CHANGED = 200;
const RESOLUTION_MS = 1;

/** What the bench prints for finding duplicates. */
export interface DuplicatesFigures {
  clients: number;
  /** Comparing everyone for the first time: reading, comparing and storing */
  seconds: number;
  pairs: number;
  /** Longest the thread that serves pages was held meanwhile */
  max_stall_ms: number;
  /** The same again, when nothing is new */
  again_seconds: number;
  /** Comparing one client who changed */
  settle_ms: number;
}

/** Compares 100,000 clients with each other, one in fifty of them written down twice. */
export async function benchDuplicates(): Promise<DuplicatesFigures> {
  const world = await openTemporaryWorld();
  try {
    await makePlaces(world);
    await makeClients(world, CLIENTS, ["own", "below", "beside", "house"]);
    await world.db.write(
      async (tx) => {
        await tx.run(sql`UPDATE clients SET phone = '06-' || (12345678 + number) WHERE number > 100000`);
        await tx.run(sql`
          INSERT INTO clients (id, number, call_name, initials, last_name, name_use, gender, phone, birth_date, created_at, changed_at)
          SELECT 'twice-' || number, number + 1000000, call_name, initials, last_name, name_use, gender, phone,
            substr(birth_date, 1, 5) || substr(birth_date, 9, 2) || '-' || substr(birth_date, 6, 2), created_at, changed_at
          FROM clients WHERE substr(birth_date, 9, 2) <= '12' AND number > 100000 ORDER BY number LIMIT ${TWICE}`);
      },
      { alone: true },
    );
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    let pairs = 0;
    const first = await timed(async () => {
      pairs = (await compareEveryone(world)).pairs;
    });
    delay.disable();
    const again = await timed(() => compareEveryone(world));
    await world.db.write((tx) =>
      tx.run(sql`UPDATE clients SET email = 'a@post.example' WHERE number % 500 = 0 AND number > 100000`),
    );
    const settled = await timed(() => settleChanges(world));
    return {
      clients: CLIENTS + TWICE,
      seconds: rounded(first / 1000, 1),
      pairs,
      max_stall_ms: rounded(Math.max(0, delay.max / 1e6 - RESOLUTION_MS), 1),
      again_seconds: rounded(again / 1000, 1),
      settle_ms: rounded(settled / CHANGED, 1),
    };
  } finally {
    await world.close();
  }
}

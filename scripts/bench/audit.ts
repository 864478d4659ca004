import { verifyLog } from "@/server/audit/keep";
import { record } from "@/server/audit/record";
import type { World } from "@/server/core/world";
import { openTemporaryWorld } from "../temporary-world";
import { makeLog } from "./audit/make-log";
import { rounded, timed } from "./percentile";

const APPENDS = 5_000;
/** Acts under way at once: those that come together share a commit. */
const TOGETHER = 64;
const MADE_ROWS = 100_000;

/** What the bench prints for the log (the contract names the keys). */
export interface AuditFigures {
  /** Rows added, each in a transaction of its own that is synced to disk and anchored before it answers */
  appends_per_second: number;
  /** Rows gone through by a check of the whole log */
  verify_per_second: number;
}

async function append(world: World, index: number): Promise<void> {
  await world.db.write((tx) =>
    record(tx, world.keys, {
      ...{ at: world.clock.now(), event: "dossier.part-viewed", outcome: "done" },
      ...{ actor: `employee:${index % 300}`, actorName: "Iemand", role: "verzorgende", onBehalfOf: null },
      ...{ clientId: `client-${index % 2_000}`, objects: [`client:client-${index % 2_000}`, "part:reports"] },
      ...{ purpose: null, task: "dossier.view", emergency: false },
      ...{ accessPoint: "web", source: "192.0.2.7", detail: null },
    }),
  );
}

/** Appends by many at once to a log that has rows already, and a check of the whole of it. */
export async function benchAudit(): Promise<AuditFigures> {
  const world = await openTemporaryWorld();
  try {
    await makeLog(world, MADE_ROWS, world.clock.now());
    let next = 0;
    const work = async () => {
      while (next < APPENDS) await append(world, next++);
    };
    const appending = await timed(() => Promise.all(Array.from({ length: TOGETHER }, work)));
    const rows = MADE_ROWS + APPENDS;
    const verifying = await timed(async () => {
      const found = await verifyLog(world.db.read, world.env.dataDir, world.keys);
      if (found.deviation || found.rows !== rows) throw new Error("The made log is not whole.");
    });
    return {
      appends_per_second: rounded((APPENDS / appending) * 1_000, 0),
      verify_per_second: rounded((rows / verifying) * 1_000, 0),
    };
  } finally {
    await world.close();
  }
}

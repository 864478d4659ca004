import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { throttles } from "@/db/schema/auth";
import { clients } from "@/db/schema/clients";
import type { World } from "@/server/core/world";
import { apiWith } from "@/tests/access/people";
import { openTemporaryWorld } from "../temporary-world";
import { BENCH_CLIENT, makeDossier } from "./export/dossier";
import { rounded, timed } from "./percentile";

const ROWS = 50_000;
const SURVIVOR = 20_002;
const RESOLUTION_MS = 1;
const WRITE_EVERY_MS = 10;

/** What the bench prints for a merge (the contract names the keys). */
export interface MergeFigures {
  rows_moved: number;
  /** The whole act: looking at both, the plan, moving, the row in the log, the commit */
  seconds: number;
  /** Longest the thread that serves pages was held */
  max_stall_ms: number;
  /** Longest wait of another write meanwhile */
  max_write_wait_ms: number;
  /** The way back, of the same rows */
  undo_seconds: number;
}

/** Writes a little, again and again, until told to stop. @returns the longest any of them took (ms) */
async function writeMeanwhile(world: World, stop: AbortSignal): Promise<number> {
  const waits: Promise<number>[] = [];
  for (let at = 0; !stop.aborted; at++) {
    const row = { key: `bench-${at}`, failures: 1, firstAt: 0 };
    waits.push(timed(() => world.db.write((tx) => tx.insert(throttles).values(row))));
    await pause(WRITE_EVERY_MS);
  }
  return Math.max(...(await Promise.all(waits)));
}

/** Merges a client with 50,000 dossier rows into another while others write, and makes them two again. */
export async function benchMerge(): Promise<MergeFigures> {
  const world = await openTemporaryWorld();
  try {
    await makeDossier(world, ROWS);
    const { now } = world.clock;
    await world.db.write((tx) =>
      tx.insert(clients).values({
        ...{
          id: "bench-survivor",
          number: SURVIVOR,
          lastName: "Verhoeven",
          nameUse: "own",
          gender: "female",
        },
        ...{ createdAt: now(), changedAt: now() },
      }),
    );
    const api = await apiWith(world, { tasks: ["client.manage", "client.merge"], reach: "everywhere" });
    const pair = { clientId: String(SURVIVOR), otherId: String(BENCH_CLIENT.number) };
    const choices = { fields: {}, rows: {} };
    const preview = await api.merge.preview({ ...pair, choices });
    const asked = { ...pair, choices, planDigest: preview.plan?.digest ?? "", requestKey: randomUUID() };
    const stop = new AbortController();
    const others = writeMeanwhile(world, stop.signal);
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    let done = { mergeId: "", rows: 0 };
    const took = await timed(async () => {
      done = await api.merge.carryOut(asked);
    });
    delay.disable();
    stop.abort();
    const waited = await others;
    const undo = { clientId: String(SURVIVOR), mergeId: done.mergeId, items: {}, fields: {} };
    const back = await timed(() => api.merge.undo({ ...undo, requestKey: randomUUID() }));
    return {
      rows_moved: done.rows,
      seconds: rounded(took / 1000, 2),
      max_stall_ms: rounded(Math.max(0, delay.max / 1e6 - RESOLUTION_MS), 1),
      max_write_wait_ms: rounded(waited, 0),
      undo_seconds: rounded(back / 1000, 2),
    };
  } finally {
    await world.close();
  }
}

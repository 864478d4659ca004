import type { Tx } from "@/db/client";
import { dayOf } from "@/server/core/clock";
import { type FoundPair, scanAll } from "@/server/duplicates/scan";
import { finishScan, forgetChanges, putPairs } from "@/server/duplicates/store";

/** Compares the people of the demo as the nightly comparison does, so that it begins with what that finds. */
export async function findDuplicates(tx: Tx, now: number): Promise<void> {
  const scanned = await scanAll(tx, dayOf(now));
  for (const text of scanned.put) await putPairs(tx, JSON.parse(text) as FoundPair[], now);
  await forgetChanges(tx, scanned.upTo);
  await finishScan(tx, scanned, now);
}

import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importedResources } from "@/db/schema/interchange";
import { idsOf } from "@/server/access/merged";
import { identityOfRow, identityText, itemOf } from "./members";
import { jsonOf, rowsNamed } from "./rows";
import type { Run } from "./run";

/**
 * What a merge left with someone who was merged into this client, of what the run now brings: their Patient, always, and
 * what was not chosen. It stays as it is. The survivor's personalia are not overwritten by the Patient of another
 * number, and what was left out on purpose does not come back by reading a file again; what is new comes to the survivor.
 * @returns by identity, whether the run brings it otherwise than it was left
 */
export async function leftBehind(
  db: Reader,
  run: Run,
  clientId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const [, ...away] = await idsOf(db, clientId);
  if (away.length === 0) return new Map();
  const keyOf = new Map<string, string>();
  for (const key of keys) keyOf.set(identityText(itemOf(run, key)), key);
  const named = keys.map((key) => itemOf(run, key));
  const rows = await rowsNamed(db, named, {
    condition: inArray(importedResources.clientId, away),
    turn: run.turn,
  });
  const left = new Map<string, boolean>();
  for (const row of rows) {
    const key = keyOf.get(identityOfRow(row));
    if (key === undefined) continue;
    left.set(identityOfRow(row), (await jsonOf(db, row)) !== run.staging.get(key));
    await run.turn();
  }
  return left;
}

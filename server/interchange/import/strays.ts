import { and, eq, isNull, notInArray, or } from "drizzle-orm";
import { importedResources } from "@/db/schema/interchange";
import { idsOf } from "@/server/access/merged";
import type { ChangeCtx } from "@/server/access/perform";
import { reachOf } from "@/server/access/policy";
import { isUnmistakable } from "../rules";
import { loadEntries } from "./entry-rows";
import { identityOfRow, identityText, itemOf, type StoredRow } from "./members";
import { rowsNamed } from "./rows";
import type { Run, RunItem } from "./run";
import { type Changes, dropEntry } from "./write-entries";

/**
 * Takes a client's resources away from where an earlier import had put them: what then belonged to nobody, and what
 * the source since gave to someone else (the wrong client, corrected). Only what cannot be mistaken for another's is
 * taken from a client, and an entry that people changed stays.
 */
export async function takeStrays(
  ctx: ChangeCtx,
  clientId: string,
  run: Run,
  keys: readonly string[],
  changes: Changes,
): Promise<void> {
  const mine = new Map<string, RunItem>();
  for (const key of keys) {
    await run.turn();
    mine.set(identityText(itemOf(run, key)), itemOf(run, key));
  }
  // Whose the row is now may be out of reach: only who reaches everyone takes from another.
  const mayTake = reachOf(ctx.actor, "interchange.import") === "everywhere";
  for (const row of await elsewhere(ctx, clientId, run, keys)) {
    const item = mine.get(identityOfRow(row));
    if (item === undefined) continue;
    await run.turn();
    if (row.clientId === null) await remove(ctx, row);
    else if (mayTake && isUnmistakable(item) && isOnlyTheirs(run, item.key, clientId)) {
      if (!(await dropEntry(ctx.tx, row, await loadEntries(ctx.tx, [row]), changes))) continue;
      await loosen(ctx, row);
      await remove(ctx, row);
    }
  }
}

/** Whether the resource itself says whose it is, and that is this client alone. */
function isOnlyTheirs(run: Run, key: string, clientId: string): boolean {
  const owner = run.owners.get(key);
  return owner?.how === "subject" && owner.clients.length === 1 && owner.clients[0] === clientId;
}

/**
 * Rows for the same resources that are another client's, or nobody's; what a merge left behind with someone merged into
 * this client is not another's. A Patient is always their own.
 */
async function elsewhere(
  ctx: ChangeCtx,
  clientId: string,
  run: Run,
  keys: readonly string[],
): Promise<StoredRow[]> {
  const items = keys.map((key) => itemOf(run, key)).filter(({ type }) => type !== "Patient");
  const isTheirs = notInArray(importedResources.clientId, await idsOf(ctx.tx, clientId));
  const others = or(isNull(importedResources.clientId), isTheirs);
  return rowsNamed(ctx.tx, items, { condition: others, turn: run.turn });
}

/** What the entry of a row carried besides is kept word for word. */
async function loosen(ctx: ChangeCtx, row: StoredRow): Promise<void> {
  if (row.role !== "carrier" || row.entryId === null) return;
  await ctx.tx
    .update(importedResources)
    .set({ role: "kept", part: null, entryId: null })
    .where(and(eq(importedResources.entryId, row.entryId), eq(importedResources.role, "absorbed")));
}

async function remove(ctx: ChangeCtx, row: StoredRow): Promise<void> {
  await ctx.tx.delete(importedResources).where(eq(importedResources.id, row.id));
}

import { and, asc, eq, getTableColumns, gt, type InferSelectModel } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importedResources } from "@/db/schema/interchange";
import type { Turn } from "@/server/core/turns";
import type { Identity } from "@/server/interchange/rules";
import { Lookup, storedKey } from "./lookup";
import type { Run } from "./run";

/** A row of an earlier import; its content is fetched apart, for it may be large. */
export type StoredRow = Omit<InferSelectModel<typeof importedResources>, "json">;

const { json: _, ...COLUMNS } = getTableColumns(importedResources);
/** The columns of a `StoredRow`. */
export const ROW_COLUMNS = COLUMNS;

const PAGE = 200;

/** The rows a client has from earlier imports; what they hold is staged under `storedKey`. */
export async function loadRows(db: Reader, run: Run, clientId: string, turn: Turn): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for (;;) {
    const page = await db
      .select()
      .from(importedResources)
      .where(and(eq(importedResources.clientId, clientId), gt(importedResources.id, rows.at(-1)?.id ?? "")))
      .orderBy(asc(importedResources.id))
      .limit(PAGE);
    for (const { json, ...row } of page) {
      run.staging.put(storedKey(row.id), json);
      rows.push(row);
    }
    if (page.length < PAGE) return rows;
    await turn();
  }
}

/** A resource of one client: brought by the run, or left by an earlier import and seen again in its light. */
export interface Member extends Identity {
  key: string;
  fullUrl: string | null;
  /** The run brings it, and not as the row has it (or there is none yet) */
  changed: boolean;
  row: StoredRow | undefined;
  /** A merge left it with someone who was merged into this client: it stays there as it is (`left-behind.ts`) */
  left?: true;
}

/** Identity as one text, for maps. */
export const identityText = ({ source, type, id }: Identity) => `${source}|${type}|${id}`;
/** The identity of a stored row, as the same text. */
export const identityOfRow = (row: StoredRow) =>
  identityText({ source: row.source, type: row.resourceType, id: row.resourceId });

/** Everything known of one client's imported resources, and how to find them. */
export interface Gathered {
  members: Member[];
  /** Keys of the run → the key of the member that stands for them */
  same: ReadonlyMap<string, string>;
  lookup: Lookup;
}

/**
 * Brings together what the run holds of a client and what earlier imports left. Of one resource in several files the
 * newest counts, of equals the last.
 * @param keys of the run, in reading order  @param left behind by merges, by identity: whether it changed since
 */
export async function gather(
  run: Run,
  keys: readonly string[],
  rows: readonly StoredRow[],
  left: ReadonlyMap<string, boolean>,
  turn: Turn,
): Promise<Gathered> {
  const chosen = new Map<string, string>();
  for (const key of keys) {
    await turn();
    const item = itemOf(run, key);
    const before = chosen.get(identityText(item));
    if (before === undefined || itemOf(run, before).updated <= item.updated)
      chosen.set(identityText(item), key);
  }
  const same = new Map<string, string>();
  for (const key of keys) {
    await turn();
    same.set(key, chosen.get(identityText(itemOf(run, key))) ?? key);
  }
  const stored = new Map<string, StoredRow>();
  for (const row of rows) {
    await turn();
    stored.set(identityOfRow(row), row);
  }
  const members: Member[] = [];
  for (const [identity, key] of chosen) {
    await turn();
    const { source, type, id, fullUrl } = itemOf(run, key);
    const row = stored.get(identity);
    const before = row && run.staging.get(storedKey(row.id));
    const isLeft = row === undefined ? left.get(identity) : undefined;
    const changed = isLeft ?? run.staging.get(key) !== before;
    const member: Member = { source, type, id, key, fullUrl, changed, row };
    members.push(isLeft === undefined ? member : { ...member, left: true });
  }
  const lookup = new Lookup(run, keys, same);
  for (const row of rows.filter((each) => !chosen.has(identityOfRow(each)))) {
    await turn();
    lookup.add(row);
    members.push({
      source: row.source,
      type: row.resourceType,
      id: row.resourceId,
      key: storedKey(row.id),
      fullUrl: row.fullUrl,
      changed: false,
      row,
    });
  }
  return { members, same, lookup };
}

/** @throws Error for a key that is not of this run */
export function itemOf(run: Run, key: string) {
  const item = run.items.get(key);
  if (item === undefined) throw new Error("A resource that is not of this run.");
  return item;
}

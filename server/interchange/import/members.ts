import type { InferSelectModel } from "drizzle-orm";
import type { importedResources } from "@/db/schema/interchange";
import type { Identity } from "@/server/interchange/rules";
import { Lookup } from "./lookup";
import type { Run } from "./run";

export type StoredRow = InferSelectModel<typeof importedResources>;

/** A resource of one client: brought by the run, or left by an earlier import and seen again in its light. */
export interface Member extends Identity {
  key: string;
  fullUrl: string | null;
  /** What the run brings; `undefined`: the row as it is stored */
  json: string | undefined;
  row: StoredRow | undefined;
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
 * @param keys of the run, in reading order
 */
export function gather(run: Run, keys: readonly string[], rows: readonly StoredRow[]): Gathered {
  const chosen = new Map<string, string>();
  for (const key of keys) {
    const item = itemOf(run, key);
    const before = chosen.get(identityText(item));
    if (before === undefined || itemOf(run, before).updated <= item.updated)
      chosen.set(identityText(item), key);
  }
  const same = new Map(keys.map((key) => [key, chosen.get(identityText(itemOf(run, key))) ?? key]));
  const stored = new Map(rows.map((row) => [identityOfRow(row), row]));
  const members: Member[] = [...chosen].map(([identity, key]) => {
    const { source, type, id, fullUrl } = itemOf(run, key);
    return { source, type, id, key, fullUrl, json: run.staging.get(key), row: stored.get(identity) };
  });
  const left = rows.filter((row) => !chosen.has(identityOfRow(row)));
  for (const row of left) {
    members.push({
      source: row.source,
      type: row.resourceType,
      id: row.resourceId,
      key: Lookup.keyOfStored(row.id),
      fullUrl: row.fullUrl,
      json: undefined,
      row,
    });
  }
  return { members, same, lookup: new Lookup(run, keys, left, same) };
}

/** @throws Error for a key that is not of this run */
export function itemOf(run: Run, key: string) {
  const item = run.items.get(key);
  if (item === undefined) throw new Error("A resource that is not of this run.");
  return item;
}

import { isDeepStrictEqual } from "node:util";
import { getTableColumns, inArray } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/client";
import { contacts, directives } from "@/db/schema/clients";
import type { Turn } from "@/server/core/turns";
import type { EntryTable } from "@/server/dossier/part";
import { type AnyRow, partOf } from "@/server/dossier/registry";
import type { AnyDraft } from "./map-client";
import type { StoredRow } from "./members";

/** Who recorded an entry whose source names nobody. */
export const UNNAMED_AUTHOR = "Niet vermeld in de bron";

const IDS = 500;
const BASE = ["id", "clientId", "recordedAt", "recordedBy", "recordedById", "version"];

/** Any row of a part, contact or directive that an import made, by its id. */
export type Entries = Map<string, Record<string, unknown> & { id: string }>;

/** The entries that imported resources carry, read part by part. */
export async function loadEntries(db: Reader, rows: readonly StoredRow[], turn?: Turn): Promise<Entries> {
  const ids = new Map<string, string[]>();
  for (const { role, part, entryId } of rows) {
    if (role !== "carrier" || part === null || entryId === null) continue;
    const list = ids.get(part);
    if (list) list.push(entryId);
    else ids.set(part, [entryId]);
  }
  const entries: Entries = new Map();
  for (const [slug, wanted] of ids) {
    const table = tableOf(slug);
    for (let from = 0; from < wanted.length; from += IDS) {
      const found = await db
        .select()
        .from(table)
        .where(inArray(table.id, wanted.slice(from, from + IDS)));
      for (const row of found as AnyRow[]) entries.set(row.id, row);
      await turn?.();
    }
  }
  return entries;
}

/** The table an imported row's part lives in. @throws Error for a part this release does not know */
export function tableOf(slug: string): EntryTable | typeof contacts | typeof directives {
  if (slug === "contacts") return contacts;
  if (slug === "directives") return directives;
  const part = partOf(slug);
  if (part === undefined) throw new Error(`The database names a dossier part "${slug}" that does not exist.`);
  return part.table;
}

/** A value as it will be read back: JSON without members that are undefined, text without U+0000 (it would end there). */
function asStored(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "");
  return typeof value === "object" && value !== null ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}

/**
 * All columns of an entry as a draft wants them, apart from id, client and version.
 * @param importedAt when its resource first came (epoch ms), for what states no date
 */
export function columnsOf(
  table: SQLiteTable,
  draft: AnyDraft,
  importedAt: number,
): Record<string, unknown> & { recordedAt: number; recordedBy: string } {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => !BASE.includes(key));
  const own = columns.map(([key, column]) => [key, asStored(draft[key] ?? column.default ?? null)]);
  return {
    ...Object.fromEntries(own),
    recordedAt: draft.recordedAt ?? importedAt,
    recordedBy: draft.recordedBy ?? UNNAMED_AUTHOR,
  };
}

/** What of an entry differs from what it should say. */
export function differences(
  entry: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changed = Object.entries(wanted).filter(([key, value]) => !isDeepStrictEqual(entry[key], value));
  return Object.fromEntries(changed);
}

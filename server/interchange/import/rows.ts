import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importedResources } from "@/db/schema/interchange";
import type { Turn } from "@/server/core/turns";
import { ROW_COLUMNS, type StoredRow } from "./members";

const IDS = 500;

/** Cuts a list into pieces a statement can hold. */
export function* chunks<T>(list: readonly T[], size = IDS): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/** Rows of earlier imports with one of these types and ids, whoever's they are. */
export async function rowsNamed(
  db: Reader,
  names: Iterable<{ type: string; id: string }>,
  { condition, turn }: { condition?: SQL | undefined; turn?: Turn } = {},
): Promise<StoredRow[]> {
  const byType = new Map<string, Set<string>>();
  for (const { type, id } of names) byType.set(type, (byType.get(type) ?? new Set<string>()).add(id));
  const found: StoredRow[] = [];
  for (const [type, ids] of byType) {
    for (const some of chunks([...ids])) {
      const rows = await db
        .select(ROW_COLUMNS)
        .from(importedResources)
        .where(
          and(
            eq(importedResources.resourceType, type),
            inArray(importedResources.resourceId, some),
            condition,
          ),
        );
      for (const row of rows) found.push(row);
      await turn?.();
    }
  }
  return found;
}

/** What a row holds. */
export async function jsonOf(db: Reader, { id }: Pick<StoredRow, "id">): Promise<string> {
  const [row] = await db
    .select({ json: importedResources.json })
    .from(importedResources)
    .where(eq(importedResources.id, id));
  if (row === undefined) throw new Error("A stored resource is gone.");
  return row.json;
}

import { isDeepStrictEqual } from "node:util";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { entryVersions } from "@/db/schema/dossier/versions";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { findEntry, partAt } from "./find";
import type { VersionView } from "./form-view";
import type { OneEntry } from "./input";
import type { Column } from "./part";
import type { AnyPart } from "./registry";
import { shownText } from "./show";
import { keptProblems } from "./visible";

type AnyVersion = Readonly<Record<string, unknown>>;

const ARCHIVED: readonly Column[] = [
  { key: "archivedAt", label: "Gearchiveerd op", kind: "moment" },
  { key: "archiveReason", label: "Reden van archiveren", kind: "text" },
];

function changesBetween(part: AnyPart, before: AnyVersion, after: AnyVersion): VersionView["changes"] {
  return [...part.columns, ...ARCHIVED]
    .filter(({ key }) => !isDeepStrictEqual(before[key] ?? null, after[key] ?? null))
    .map((column) => ({
      key: column.key,
      label: column.label,
      prose: column.kind === "prose" || column.kind === "rows",
      before: shownText(column, before[column.key]),
      after: shownText(column, after[column.key]),
    }));
}

/** Who wrote a version, and when: the first author, or who changed it last. */
const writtenBy = (row: AnyVersion) => ({
  by: String(row.changedBy ?? row.recordedBy),
  at: Number(row.changedAt ?? row.recordedAt),
});

/**
 * All versions of an entry, newest first, with what each was changed into. A version that was hidden or bound to
 * another expertise stays so: of it only who and when are told.
 * @throws DomainError `not-found` when the entry is not there or not for this reader
 */
export async function viewVersions(
  ctx: Ctx,
  client: ReachedClient,
  input: z.output<typeof OneEntry>,
): Promise<{ versions: VersionView[] }> {
  const part = partAt(input.part);
  const newest = await findEntry(ctx, client, part, input.entryId);
  const earlier = await ctx.db
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, newest.id), eq(entryVersions.clientId, client.id)))
    .orderBy(asc(entryVersions.version));
  const rows: AnyVersion[] = [...earlier.map(({ row }) => row), newest];
  const versions = rows.map((row, index): VersionView => {
    const replaced = earlier[index];
    const next = rows[index + 1];
    const kept = [row, next ?? row].some((each) => keptProblems(ctx, part, each).length > 0);
    return {
      version: Number(row.version),
      ...writtenBy(row),
      replaced: replaced
        ? {
            change: replaced.change,
            at: replaced.replacedAt,
            by: replaced.replacedBy,
            reason: kept ? null : replaced.reason,
          }
        : null,
      changes: next && !kept ? changesBetween(part, row, next) : [],
      kept,
    };
  });
  return { versions: versions.reverse() };
}

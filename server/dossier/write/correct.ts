import { isDeepStrictEqual } from "node:util";
import type { ChangeCtx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import { anyPart, findEntry } from "../find";
import { judgeChange } from "../judge";
import { momentOf } from "../moment";
import type { EntryTable, Part } from "../part";
import type { AnyRow } from "../registry";
import { endReleasesOf } from "../releases";
import { keptProblems } from "../visible";
import type { NewEntry, Stored } from "./add";
import { authorOf } from "./author";
import { type Aim, replaceRow } from "./replace";

/**
 * Corrects an entry: what it said stays readable as a version. Values that are not named stay. Nothing that differs
 * makes no version; the same correction sent twice is stored once.
 * @throws DomainError `not-found` (also when it is kept from who asks), `entry-archived`, `entry-changed` when another
 * version is the newest, `entry-invalid` with what is wrong by field
 */
export async function correctEntry<T extends EntryTable>(
  ctx: ChangeCtx,
  client: ReachedClient,
  declared: Part<string, T>,
  aim: Aim & { values: Partial<NewEntry<T>> },
): Promise<Stored> {
  const part = anyPart(declared);
  const row = await findEntry(ctx, client, part, aim.entryId);
  const differs = Object.entries(aim.values).filter(([key, value]) => !isDeepStrictEqual(row[key], value));
  const stale = row.version !== aim.version;
  const mine = row.version === aim.version + 1 && row.changedById === authorOf(ctx).id;
  if (differs.length === 0 && (!stale || mine)) return { id: row.id, version: row.version };
  if (row.archivedAt !== null) throw new DomainError("entry-archived");
  if (stale) throw new DomainError("entry-changed");
  const set = Object.fromEntries(differs);
  const after = { ...row, ...set } as AnyRow;
  if (part.dating in set && part.dating !== "moment") set.moment = after.moment = momentOf(part, after);
  const fields = [...judgeChange(part, row, after, ctx.now), ...keptProblems(ctx, part, after)];
  if (fields.length > 0) throw new DomainError("entry-invalid", { fields });
  // What was entered in error is shown to nobody outside any more; taking that back does not show it again.
  if (after.status === "entered-in-error") await endReleasesOf(ctx, row.id);
  return replaceRow(ctx, part, row, { set, change: "corrected", aim });
}

import type { ChangeCtx } from "../../access/perform";
import type { ReachedClient } from "../../access/reach";
import { DomainError } from "../../core/errors";
import type { FieldProblem } from "../../core/field-problems";
import { instantOf } from "../fhir-time";
import { anyPart, findEntry } from "../find";
import { judgeChange } from "../judge";
import type { EntryTable, Part } from "../part";
import type { AnyRow } from "../registry";
import { endReleasesOf } from "../releases";
import type { Stored } from "./add";
import { authorOf } from "./author";
import { type Aim, replaceRow } from "./replace";

function lastDay(on: string, today: string): string {
  const date = instantOf(on);
  const problem: FieldProblem["problem"] | undefined =
    date?.precision !== "day" ? "not-a-date" : date.text > today ? "in-future" : undefined;
  if (problem) throw new DomainError("entry-invalid", { fields: [{ path: "on", problem }] });
  return on;
}

/**
 * Ends an entry on a day that has come: its end date, its status and, where the part has a column for it, the reason.
 * @param aim `on`: last day, `YYYY-MM-DD`; `status`: one of the part's ending codes, by default the first
 * @throws DomainError `entry-has-no-end` for a part that knows none, `entry-ended`, `entry-archived`, `entry-changed`,
 * `not-found`, `entry-invalid` with fields `on`, `status` or `reason`
 */
export async function endEntry<T extends EntryTable>(
  ctx: ChangeCtx,
  client: ReachedClient,
  declared: Part<string, T>,
  aim: Aim & { on: string; status?: string | undefined },
): Promise<Stored> {
  const part = anyPart(declared);
  const { ending } = part;
  if (ending === "none") throw new DomainError("entry-has-no-end");
  const row = await findEntry(ctx, client, part, aim.entryId);
  if (row.archivedAt !== null) throw new DomainError("entry-archived");
  const { codes, key } = ending.status;
  const status = aim.status ?? codes[0];
  const ended = codes.includes(String(row[key]));
  const mine = row.version === aim.version + 1 && row.changedById === authorOf(ctx).id;
  if (ended && mine && row[key] === status && row[ending.on] === aim.on)
    return { id: row.id, version: row.version };
  if (row.version !== aim.version) throw new DomainError("entry-changed");
  if (ended) throw new DomainError("entry-ended");
  if (!codes.includes(status))
    throw new DomainError("entry-invalid", { fields: [{ path: "status", problem: "not-a-choice" }] });
  const set: Record<string, unknown> = {
    ...ending.also,
    [ending.on]: lastDay(aim.on, ctx.day),
    [key]: status,
    ...(ending.reason && aim.reason.trim() !== "" && { [ending.reason]: aim.reason.trim() }),
  };
  const problems = judgeChange(part, row, { ...row, ...set } as AnyRow, ctx.now);
  if (problems.length > 0) {
    const asked: Record<string, string> = { [ending.on]: "on", [ending.reason ?? ""]: "reason" };
    const fields = problems.map((problem) => ({ ...problem, path: asked[problem.path] ?? problem.path }));
    throw new DomainError("entry-invalid", { fields });
  }
  return replaceRow(ctx, part, row, { set, change: "ended", aim });
}

/**
 * Archives an entry: it stays where it is, struck through, in lists and exports, and is never current again. For what
 * was written of the wrong person or should not have been written; what is over is ended.
 * @throws DomainError `not-found`, `entry-archived`, `entry-changed`, `entry-invalid` without a reason
 */
export async function archiveEntry<T extends EntryTable>(
  ctx: ChangeCtx,
  client: ReachedClient,
  declared: Part<string, T>,
  aim: Aim,
): Promise<Stored> {
  const part = anyPart(declared);
  const row = await findEntry(ctx, client, part, aim.entryId);
  const author = authorOf(ctx);
  const reason = aim.reason.trim();
  if (reason === "")
    throw new DomainError("entry-invalid", { fields: [{ path: "reason", problem: "required" }] });
  if (row.archivedAt !== null) {
    if (row.version === aim.version + 1 && row.changedById === author.id)
      return { id: row.id, version: row.version };
    throw new DomainError("entry-archived");
  }
  const set = { archivedAt: ctx.now, archivedBy: author.name, archiveReason: reason };
  await endReleasesOf(ctx, row.id);
  return replaceRow(ctx, part, row, { set, change: "archived", aim });
}

/**
 * Takes an entry back out of the archive; that it was there stays in its versions.
 * @throws DomainError `not-found`, `entry-not-archived`, `entry-changed`
 */
export async function restoreEntry<T extends EntryTable>(
  ctx: ChangeCtx,
  client: ReachedClient,
  declared: Part<string, T>,
  aim: Aim,
): Promise<Stored> {
  const part = anyPart(declared);
  const row = await findEntry(ctx, client, part, aim.entryId);
  if (row.archivedAt === null) {
    if (row.version === aim.version + 1 && row.changedById === authorOf(ctx).id)
      return { id: row.id, version: row.version };
    throw new DomainError("entry-not-archived");
  }
  const set = { archivedAt: null, archivedBy: null, archiveReason: null };
  return replaceRow(ctx, part, row, { set, change: "restored", aim });
}

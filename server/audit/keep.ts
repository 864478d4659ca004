import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { and, asc, eq, gt, lt, lte } from "drizzle-orm";
import type { Database, Reader } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { GROUP_JOBS } from "@/db/write";
import type { Keys } from "@/server/core/keys";
import { openAnchor, readAnchor } from "./anchor";
import { type AuditRow, type Deviation, follow, GENESIS, type Head } from "./chain";
import { appendCheckpoint, type Checkpoint, isSigned, readCheckpoints, signCheckpoint } from "./checkpoint";
import type { EventId } from "./events";
import { headOf } from "./record";

const CHECKPOINT_EVERY = 1_000;
const PAGE = 2_000;

const anchorFile = (dataDir: string) => join(dataDir, "audit", "anchor");
const checkpointFile = (dataDir: string) => join(dataDir, "audit", "checkpoints.jsonl");

/** Where a start notes that the log did not fit its anchor: from then on every check reports it. */
const deviationFile = (dataDir: string) => join(dataDir, "audit", "deviations.jsonl");

/** Keeps the log's head outside the database, and signs what it holds from time to time. */
export interface LogKeeper {
  /** What was wrong between log and anchor when this process started */
  deviation: Deviation | undefined;
  /** Signs a checkpoint over all rows so far */
  checkpoint(now: number): Promise<void>;
  close(): void;
}

/** Rows after a sequence up to another, in order; at most `PAGE`, or fewer where others must get a turn. */
export async function rowsAfter(
  db: Reader,
  sequence: number,
  until: number,
  limit = PAGE,
): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(gt(auditEntries.sequence, sequence), lte(auditEntries.sequence, until)))
    .orderBy(asc(auditEntries.sequence))
    .limit(limit);
}

/** Hooks the anchor into the write road: after each commit that grew the log, before its results leave. */
export async function keepLog(db: Database, dataDir: string, keys: Keys): Promise<LogKeeper> {
  const anchor = openAnchor(anchorFile(dataDir), keys.audit);
  const before = anchor.read();
  const deviation = await compare(db.read, before);
  if (deviation) {
    const note = { ...deviation, anchor: before?.sequence ?? null };
    appendFileSync(deviationFile(dataDir), `${JSON.stringify(note)}\n`, { mode: 0o600 });
  }
  let anchored = before ?? GENESIS;
  let last = readCheckpoints(checkpointFile(dataDir)).findLast(
    (each) => each && isSigned(each, keys.checkpoint),
  );

  async function checkpoint(now: number): Promise<void> {
    const head = await headOf(db.read);
    while ((last?.count ?? 0) < head.sequence) {
      const rows = await rowsAfter(db.read, last?.count ?? 0, head.sequence);
      if (rows.length === 0) return;
      last = signCheckpoint(keys.checkpoint, last, rows, now);
      appendCheckpoint(checkpointFile(dataDir), last);
    }
  }

  db.onCommit(async () => {
    const head = await headOf(db.read);
    if (head.sequence === anchored.sequence) return;
    await anchor.write(head);
    anchored = head;
    if (head.sequence - (last?.count ?? 0) >= CHECKPOINT_EVERY) {
      const [newest] = await rowsAfter(db.read, head.sequence - 1, head.sequence);
      await checkpoint(newest?.at ?? 0);
    }
  });
  return { deviation, checkpoint, close: () => anchor.close() };
}

/**
 * The log may be ahead of its anchor by what one commit stored (a crash between the two), never further: an old
 * anchor was put back. And never behind it or beside it.
 */
async function compare(db: Reader, anchor: Head | undefined): Promise<Deviation | undefined> {
  const head = await headOf(db);
  if (!anchor) return head.sequence > 0 ? { sequence: head.sequence, what: "anchor-differs" } : undefined;
  if (anchor.sequence > head.sequence) return { sequence: head.sequence + 1, what: "truncated" };
  if (anchor.sequence + GROUP_JOBS < head.sequence)
    return { sequence: head.sequence, what: "anchor-differs" };
  if (anchor.sequence === 0) return undefined;
  const [row] = await rowsAfter(db, anchor.sequence - 1, anchor.sequence);
  return row?.hash === anchor.hash ? undefined : { sequence: anchor.sequence, what: "anchor-differs" };
}

/** The checkpoints of a log that bear its signature, oldest first. */
export function signedCheckpoints(dataDir: string, key: Keys["checkpoint"]): Checkpoint[] {
  return readCheckpoints(checkpointFile(dataDir)).filter(
    (each) => each !== undefined && isSigned(each, key),
  ) as Checkpoint[];
}

/** Rows that a chain from 1 upwards would not come by, and a deviation the log itself tells of. */
async function asides(db: Reader, dataDir: string): Promise<Deviation | undefined> {
  const [below] = await db.select().from(auditEntries).where(lt(auditEntries.sequence, 1)).limit(1);
  if (below) return { sequence: below.sequence, what: "gap" };
  const found = eq(auditEntries.event, "audit.deviation-found" satisfies EventId);
  const [told] = await db.select().from(auditEntries).where(found).limit(1);
  if (told) return { sequence: told.sequence, what: "noted-at-start" };
  return existsSync(deviationFile(dataDir)) ? { sequence: 1, what: "noted-at-start" } : undefined;
}

/** Signed by us, each with more rows than the one before; otherwise the file was edited. */
function ordered(
  checkpoints: readonly (Checkpoint | undefined)[],
  key: Keys["checkpoint"],
): Checkpoint[] | undefined {
  const whole = checkpoints.filter((each) => each !== undefined);
  const right = whole.every(
    (each, index) => each.count > (whole[index - 1]?.count ?? 0) && isSigned(each, key),
  );
  return right && whole.length === checkpoints.length ? whole : undefined;
}

/** A check beside other work: after each slice of rows the others get their turn. */
export interface Slices {
  rows: number;
  /** Called after each, with the number of rows gone through */
  after(rows: number): Promise<void>;
}

/** What a check of the log went by, and the first thing that was wrong. */
export interface LogCheck {
  /** The rows that were gone through and right: all of them, or those before the deviation */
  rows: number;
  checkpoints: number;
  /** The row the anchor names; `undefined` without one */
  anchored: number | undefined;
  deviation?: Deviation;
}

/**
 * Recomputes the whole chain and holds it against the anchor and the signed checkpoints. Only reads; the log may
 * grow meanwhile. A log that is a commit ahead of its anchor is whole (the process died between the two); a log
 * that is behind was cut.
 */
export async function verifyLog(db: Reader, dataDir: string, keys: Keys, slices?: Slices): Promise<LogCheck> {
  // In this order: what is written meanwhile puts the anchor ahead of this head, not behind it.
  const { sequence: atLeast } = await headOf(db);
  const stored = readCheckpoints(checkpointFile(dataDir));
  const anchor = readAnchor(anchorFile(dataDir), keys.audit);
  const checkpoints = ordered(stored, keys.checkpoint);
  let head: Head = GENESIS;
  let signedSoFar: Checkpoint | undefined;
  const answer = (deviation?: Deviation, rows = head.sequence): LogCheck => ({
    rows,
    checkpoints: stored.length,
    anchored: anchor?.sequence,
    ...(deviation && { deviation }),
  });
  const found = (what: Deviation["what"], sequence: number) => answer({ what, sequence });
  if (!checkpoints) return found("checkpoint-differs", 1);
  for (;;) {
    const next = checkpoints.find((each) => each.count > head.sequence);
    const stops = [next?.count ?? 0, anchor?.sequence ?? 0].filter((stop) => stop > head.sequence);
    const until = Math.min(...stops, Number.MAX_SAFE_INTEGER);
    const rows = await rowsAfter(db, head.sequence, until, slices?.rows);
    if (rows.length === 0) break;
    const followed = follow(head, rows, (id) => (id === keys.auditId ? keys.audit : undefined));
    if ("deviation" in followed) return answer(followed.deviation, followed.deviation.sequence - 1);
    head = followed.head;
    signedSoFar = signCheckpoint(keys.checkpoint, signedSoFar, rows, 0);
    if (head.sequence === anchor?.sequence && head.hash !== anchor.hash) {
      return found("anchor-differs", head.sequence);
    }
    if (head.sequence === next?.count && next.digest !== signedSoFar.digest) {
      return found("checkpoint-differs", head.sequence);
    }
    await slices?.after(head.sequence);
  }
  const needed = Math.max(anchor?.sequence ?? 0, checkpoints.at(-1)?.count ?? 0, atLeast);
  if (needed > head.sequence) return found("truncated", head.sequence + 1);
  if ((anchor?.sequence ?? 0) + GROUP_JOBS < atLeast || (!anchor && head.sequence > 0)) {
    return found("anchor-differs", head.sequence);
  }
  return answer(await asides(db, dataDir));
}

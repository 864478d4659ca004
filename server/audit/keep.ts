import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { and, asc, gt, lte } from "drizzle-orm";
import type { Database, Reader } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import type { Keys } from "@/server/core/keys";
import { openAnchor, readAnchor } from "./anchor";
import { type AuditRow, type Deviation, follow, GENESIS, type Head } from "./chain";
import { appendCheckpoint, type Checkpoint, isSigned, readCheckpoints, signCheckpoint } from "./checkpoint";
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

async function rowsAfter(db: Reader, sequence: number, until: number): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(gt(auditEntries.sequence, sequence), lte(auditEntries.sequence, until)))
    .orderBy(asc(auditEntries.sequence))
    .limit(PAGE);
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
  let last: Checkpoint | undefined = readCheckpoints(checkpointFile(dataDir)).at(-1);

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
    anchor.write(head);
    anchored = head;
    if (head.sequence - (last?.count ?? 0) >= CHECKPOINT_EVERY) {
      const [newest] = await rowsAfter(db.read, head.sequence - 1, head.sequence);
      await checkpoint(newest?.at ?? 0);
    }
  });
  return { deviation, checkpoint, close: () => anchor.close() };
}

/** The log may be ahead of its anchor (a crash between the two), never behind it or beside it. */
async function compare(db: Reader, anchor: Head | undefined): Promise<Deviation | undefined> {
  const head = await headOf(db);
  if (!anchor) return head.sequence > 0 ? { sequence: head.sequence, what: "anchor-differs" } : undefined;
  if (anchor.sequence > head.sequence) return { sequence: head.sequence + 1, what: "truncated" };
  if (anchor.sequence === 0) return undefined;
  const [row] = await rowsAfter(db, anchor.sequence - 1, anchor.sequence);
  return row?.hash === anchor.hash ? undefined : { sequence: anchor.sequence, what: "anchor-differs" };
}

/**
 * Recomputes the whole chain and holds it against the anchor and the signed checkpoints.
 * A log that is ahead of its anchor is whole (the process died between commit and anchor);
 * a log that is behind was cut.
 */
export async function verifyLog(
  db: Reader,
  dataDir: string,
  keys: Keys,
): Promise<{ rows: number; checkpoints: number; deviation?: Deviation }> {
  const anchor = readAnchor(anchorFile(dataDir), keys.audit);
  const checkpoints = readCheckpoints(checkpointFile(dataDir));
  let head: Head = GENESIS;
  let anchorSeen = anchor === undefined || anchor.sequence === 0;
  let signedSoFar: Checkpoint | undefined;
  const found = (what: Deviation["what"], sequence: number) => ({
    rows: head.sequence,
    checkpoints: checkpoints.length,
    deviation: { what, sequence },
  });
  for (;;) {
    const next = checkpoints.find((each) => each.count > head.sequence);
    const stops = [next?.count, anchorSeen ? undefined : anchor?.sequence].filter(
      (stop) => stop !== undefined,
    );
    const rows = await rowsAfter(db, head.sequence, Math.min(...stops, Number.MAX_SAFE_INTEGER));
    if (rows.length === 0) break;
    const followed = follow(head, rows, (id) => (id === keys.auditId ? keys.audit : undefined));
    if ("deviation" in followed) return found(followed.deviation.what, followed.deviation.sequence);
    head = followed.head;
    const before = signedSoFar;
    signedSoFar = signCheckpoint(keys.checkpoint, before, rows, 0);
    if (anchor && head.sequence === anchor.sequence) {
      if (head.hash !== anchor.hash) return found("anchor-differs", head.sequence);
      anchorSeen = true;
    }
    if (next && head.sequence === next.count) {
      if (next.digest !== signedSoFar.digest || !isSigned(next, keys.checkpoint)) {
        return found("checkpoint-differs", head.sequence);
      }
    }
  }
  if (!anchorSeen || checkpoints.some((each) => each.count > head.sequence))
    return found("truncated", head.sequence + 1);
  if (anchor === undefined && head.sequence > 0) return found("anchor-differs", head.sequence);
  if (existsSync(deviationFile(dataDir))) return found("noted-at-start", head.sequence);
  return { rows: head.sequence, checkpoints: checkpoints.length };
}

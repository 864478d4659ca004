import { createHash, createHmac } from "node:crypto";
import type { InferSelectModel } from "drizzle-orm";
import type { auditEntries } from "@/db/schema/audit";

/** One row of the log as stored. */
export type AuditRow = InferSelectModel<typeof auditEntries>;

/** What a row's hash covers: everything but the hash itself. */
export type AuditContent = Omit<AuditRow, "hash">;

/** JSON with sorted keys: the same content always gives the same text, whatever made the object. */
export function canonical(content: AuditContent): string {
  return JSON.stringify(content, Object.keys(content).sort());
}

/** The link of the chain: HMAC-SHA256 over the previous hash and this row's canonical text, as hex. */
export function linkOf(key: Buffer, previous: string, content: AuditContent): string {
  return createHmac("sha256", key).update(previous).update("\n").update(canonical(content)).digest("hex");
}

/**
 * Folds one row into a digest that needs no secret key, so that an outside auditor can recompute it
 * and check the Ed25519 signature on it.
 */
export function digestOf(previous: string, content: AuditContent): string {
  return createHash("sha256").update(previous).update("\n").update(canonical(content)).digest("hex");
}

/** The state of the log after a row: where the next one attaches. */
export interface Head {
  sequence: number;
  hash: string;
}

/** Before the first row. */
export const GENESIS: Head = { sequence: 0, hash: "" };

/** A deviation the verifier found, in words for the person who runs it. */
export interface Deviation {
  sequence: number;
  what:
    | "gap"
    | "changed"
    | "unknown-key"
    | "truncated"
    | "anchor-differs"
    | "checkpoint-differs"
    | "noted-at-start";
}

/**
 * Recomputes rows in order of sequence.
 * @returns the head after them, or the first deviation
 */
export function follow(
  from: Head,
  rows: readonly AuditRow[],
  keyOf: (keyId: string) => Buffer | undefined,
): { head: Head } | { deviation: Deviation } {
  let head = from;
  for (const { hash, ...content } of rows) {
    if (content.sequence !== head.sequence + 1) {
      return { deviation: { sequence: head.sequence + 1, what: "gap" } };
    }
    const key = keyOf(content.keyId);
    if (!key) return { deviation: { sequence: content.sequence, what: "unknown-key" } };
    if (linkOf(key, head.hash, content) !== hash) {
      return { deviation: { sequence: content.sequence, what: "changed" } };
    }
    head = { sequence: content.sequence, hash };
  }
  return { head };
}

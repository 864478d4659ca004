import { desc } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import type { Keys } from "@/server/core/keys";
import { type AuditContent, GENESIS, type Head, linkOf } from "./chain";
import { EVENTS, type EventId } from "./events";

/** What the caller knows of an event; sequence, action, key and hash are added here. */
export type AuditFact = Omit<AuditContent, "sequence" | "action" | "keyId" | "event"> & { event: EventId };

/** The newest row of the log. */
export async function headOf(db: Reader): Promise<Head> {
  const [head] = await db
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return head ?? GENESIS;
}

const CLIENT = "client:";

/** Whom a row is about that came in by a door without a client: the one client it touched, when that is one. */
function onlyClient(objects: readonly string[]): string | null {
  const touched = new Set(objects.filter((object) => object.startsWith(CLIENT)));
  const [only] = touched;
  return touched.size === 1 && only !== undefined ? only.slice(CLIENT.length) : null;
}

/**
 * Adds one row to the log, in the caller's transaction: the act and its trace stand or fall together.
 * A row of a door without a client (intake, a list) is about the one client it touched: so that client's log has it.
 * The write road runs one transaction at a time, so the sequence has no gaps and no forks.
 * @returns the sequence number of the row
 */
export async function record(
  tx: Tx,
  keys: Pick<Keys, "audit" | "auditId">,
  fact: AuditFact,
): Promise<number> {
  const head = await headOf(tx);
  const content: AuditContent = {
    ...fact,
    clientId: fact.clientId ?? onlyClient(fact.objects),
    sequence: head.sequence + 1,
    action: EVENTS[fact.event].action,
    keyId: keys.auditId,
  };
  await tx.insert(auditEntries).values({ ...content, hash: linkOf(keys.audit, head.hash, content) });
  return content.sequence;
}

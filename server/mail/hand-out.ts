import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mails } from "@/db/schema/mails";
import type { World } from "../core/world";
import { afterAttempt, isSpent, type Outcome } from "./rules";

export type MailRow = typeof mails.$inferSelect;

/** A mail that was handed out and what came of it; without an outcome nobody offered it to anyone. */
export interface Done {
  mail: MailRow;
  outcome: Outcome | undefined;
}

/** Stores what came of mails, in the transaction at hand. */
export async function settle(tx: Tx, done: readonly Done[], now: number): Promise<void> {
  const sent = done.flatMap(({ mail, outcome }) => (outcome?.went === "sent" ? [mail.id] : []));
  if (sent.length > 0)
    await tx
      .update(mails)
      .set({ state: "sent", problem: null, nextAttemptAt: null, endedAt: now, bodySealed: null })
      .where(inArray(mails.id, sent));
  for (const { mail, outcome } of done) {
    if (outcome?.went === "sent") continue;
    const settled = outcome
      ? afterAttempt(mail, outcome, now)
      : ({ state: "queued", attempts: mail.attempts - 1, nextAttemptAt: now } as const);
    const spent = "problem" in settled && isSpent(settled);
    await tx
      .update(mails)
      .set({ ...settled, ...(spent && { bodySealed: null }) })
      .where(eq(mails.id, mail.id));
  }
}

/** The mails that are due, the longest waiting first: those of one person or act before those of thousands. */
async function due(tx: Tx, now: number, size: number): Promise<MailRow[]> {
  const rows: MailRow[] = [];
  for (const bulk of [false, true])
    for (const state of ["queued", "failed"] as const) {
      if (rows.length >= size) return rows;
      const ready = and(eq(mails.bulk, bulk), eq(mails.state, state), lte(mails.nextAttemptAt, now));
      // Of those that became due at once the index gives the first made first; a second order would sort thousands.
      const next = tx.select().from(mails).where(ready).orderBy(asc(mails.nextAttemptAt));
      rows.push(...(await next.limit(size - rows.length)));
    }
  return rows;
}

/**
 * Stores what came of the mails before, and marks the next ones that are due as under way before anything of them leaves:
 * so nothing goes twice unseen. One transaction for both: a sync of the disk is what a mail costs most.
 */
export function claim(world: World, done: readonly Done[], size: number): Promise<MailRow[]> {
  const now = world.clock.now();
  return world.db.write(async (tx) => {
    await settle(tx, done, now);
    const next = size > 0 ? await due(tx, now, size) : [];
    const ids = next.map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx
      .update(mails)
      .set({ state: "sending", attempts: sql`${mails.attempts} + 1`, nextAttemptAt: null })
      .where(inArray(mails.id, ids));
    return next.map((mail) => ({ ...mail, state: "sending", attempts: mail.attempts + 1 }) as const);
  });
}

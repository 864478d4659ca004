import { and, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import type { Actor } from "../access/policy";
import { loadPortalAccount } from "../access/reach";
import type { World } from "../core/world";
import { endsOf, LONGEST_MS } from "./session";

/** Families are given twice the time of staff (SECURITY.md B2). */
export const PORTAL_IDLE_MS = 30 * 60_000;

export interface PortalSession {
  id: string;
  provedAt: number;
  /** Epoch ms: when it ends if nothing is done any more, and when it ends however much is done */
  idleUntil: number;
  lastsUntil: number;
  actor: Actor & { kind: "portal" };
  /** Whether they gave the explicit yes of a first sign-in; before it nothing of a client is theirs to see */
  agreed: boolean;
}

/**
 * The portal session a cookie names, with what the person is to whom as it is now; `undefined` when it ended, was idle
 * for 30 minutes or lasted 12 hours, or when the account was switched off.
 */
export async function findPortalSession(world: World, sessionId: string): Promise<PortalSession | undefined> {
  const now = world.clock.now();
  const [row] = await world.db.read
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), eq(sessions.stage, "full")));
  if (!row || row.portalAccountId === null) return undefined;
  const account = await loadPortalAccount(world.db.read, row.portalAccountId, now);
  if (!account || now - row.lastSeenAt > PORTAL_IDLE_MS || now - row.createdAt > LONGEST_MS) {
    // Written down, so that neither a clock set back nor an account switched on again brings it to life.
    await world.db.write((tx) => tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, row.id)));
    return undefined;
  }
  return { id: row.id, provedAt: row.provedAt, ...endsOf(row, PORTAL_IDLE_MS), ...account };
}

/** Where someone is signed in to the portal, the last used first; sessions that would not be let in are left out. */
export async function openPortalSessions(db: Reader, accountId: string, now: number) {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.portalAccountId, accountId), isNull(sessions.endedAt), eq(sessions.stage, "full")))
    .orderBy(desc(sessions.lastSeenAt));
  return rows.filter((row) => now - row.lastSeenAt <= PORTAL_IDLE_MS && now - row.createdAt <= LONGEST_MS);
}

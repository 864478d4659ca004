import { and, desc, eq, isNull } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import { portalAccounts } from "@/db/schema/portal";
import type { Actor } from "../access/policy";
import { loadEmployee } from "../access/reach";
import { DomainError } from "../core/errors";
import type { World } from "../core/world";
import { endSessionsOf } from "./holder";
import { passwordMatches } from "./password";
import { releaseAttempt, reserveAttempt } from "./throttle";

/** Without a sign of life (SECURITY.md B2). */
export const IDLE_MS = 15 * 60_000;
/** However much someone works: after this they sign in anew (SECURITY.md B2). */
export const LONGEST_MS = 12 * 3_600_000;
const TOUCH_MS = 60_000;

/** How long a proof (password) counts for acts that ask for a fresh one (SECURITY.md B5). */
export const PROOF_MS = 5 * 60_000;

export interface Session {
  id: string;
  provedAt: number;
  /** Epoch ms: when it ends if nothing is done any more, and when it ends however much is done */
  idleUntil: number;
  lastsUntil: number;
  actor: Actor & { kind: "employee" };
}

/**
 * The session a cookie names, with the person's rights as they are now; `undefined` when it ended, was idle for
 * 15 minutes or lasted 12 hours, or when the account was switched off.
 */
export async function findSession(world: World, sessionId: string): Promise<Session | undefined> {
  const now = world.clock.now();
  const [row] = await world.db.read
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), eq(sessions.stage, "full")));
  if (!row || row.employeeId === null) return undefined;
  const actor = await loadEmployee(world.db.read, row.employeeId, now);
  if (!actor || now - row.lastSeenAt > IDLE_MS || now - row.createdAt > LONGEST_MS) {
    // Written down, so that neither a clock set back nor an account switched on again brings it to life.
    await world.db.write((tx) => tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, row.id)));
    return undefined;
  }
  return { id: row.id, provedAt: row.provedAt, ...endsOf(row, IDLE_MS), actor };
}

/** When a session ends by itself. @param idleMs how long it lives without a sign of life */
export function endsOf(row: { createdAt: number; lastSeenAt: number }, idleMs: number) {
  return { idleUntil: row.lastSeenAt + idleMs, lastsUntil: row.createdAt + LONGEST_MS };
}

/** Notes that someone is at work, at most once a minute; a page that polls by itself does not call this. */
export async function touchSession(world: World, sessionId: string): Promise<void> {
  const now = world.clock.now();
  const [row] = await world.db.read
    .select({ lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!row || now - row.lastSeenAt < TOUCH_MS) return;
  await world.db.write((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt))),
  );
}

/**
 * Asks for the password again when the last proof is more than five minutes old. Throttled like a sign-in.
 * @param always whatever the last proof: for what changes the password itself
 * @throws DomainError `password-needed`, `password-wrong`
 */
export async function assertProved(
  world: World,
  session: { id: string; provedAt: number; actor: Actor & { kind: "employee" | "portal" } },
  password: string | undefined,
  source: string | null,
  always = false,
): Promise<void> {
  const now = world.clock.now();
  if (!always && now - session.provedAt <= PROOF_MS && now >= session.provedAt) return;
  if (!password) throw new DomainError("password-needed");
  const accounts = session.actor.kind === "portal" ? portalAccounts : employees;
  const [person] = await world.db.read
    .select({ email: accounts.email, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, session.actor.id));
  // Signing in to the portal is counted apart from signing in as an employee, also by one person with one address.
  const name = `${session.actor.kind === "portal" ? "portal:" : ""}${person?.email ?? ""}`;
  const free = await reserveAttempt(world, name, source);
  const matches = await passwordMatches(person?.passwordHash, password);
  if (!free || !matches) throw new DomainError("password-wrong");
  await releaseAttempt(world, name, source);
  await world.db.write((tx) => tx.update(sessions).set({ provedAt: now }).where(eq(sessions.id, session.id)));
}

/** When a session was begun and last used; the one that asks is named. Ids stay here: nobody needs them. */
export async function openSessions(db: Reader, employeeId: string, now: number) {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.employeeId, employeeId), isNull(sessions.endedAt), eq(sessions.stage, "full")))
    .orderBy(desc(sessions.lastSeenAt));
  return rows.filter((row) => now - row.lastSeenAt <= IDLE_MS && now - row.createdAt <= LONGEST_MS);
}

/** Ends an employee's sessions at once, but for the one that may stay; the rows stay as a trace. */
export function endSessions(tx: Tx, employeeId: string, now: number, staying?: string): Promise<void> {
  return endSessionsOf(tx, { kind: "employee", id: employeeId }, now, staying);
}

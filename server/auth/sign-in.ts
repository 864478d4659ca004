import { eq } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import { sessions } from "@/db/schema/auth";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import type { World } from "../core/world";
import { openSession, stageAfterPassword } from "./half-session";
import { passwordMatches } from "./password";
import { releaseAttempt, reserveAttempt } from "./throttle";

/** Whom an attempt was about, and whether it was right. */
export interface Attempt {
  employeeId: string | undefined;
  right: boolean;
}

/**
 * Looks at an e-mail address and password. Unknown, switched off, locked and wrong all take the same path and
 * time. Runs before the door: argon2 must not sit inside a transaction.
 */
export async function tryPassword(
  world: World,
  given: { email: string; password: string; source: string | null },
): Promise<Attempt> {
  const email = given.email.trim().toLowerCase();
  const free = await reserveAttempt(world, email, given.source);
  const [person] = await world.db.read.select().from(employees).where(eq(employees.email, email));
  // Demo accounts share a published password: outside a demo they do not exist.
  const usable = person && person.disabledAt === null && (!person.demo || world.demo);
  const matches = await passwordMatches(usable ? person.passwordHash : null, given.password);
  const right = free && matches;
  if (right) await releaseAttempt(world, email, given.source);
  return { employeeId: usable ? person.id : undefined, right };
}

/**
 * Opens a session after a right password: a half one when a second factor has to follow.
 * @returns the session's id, for the cookie
 * @throws DomainError `sign-in-failed`
 */
export async function signIn(ctx: ChangeCtx, attempt: Attempt): Promise<string> {
  if (attempt.employeeId) ctx.touch("employee", attempt.employeeId);
  if (!attempt.right || !attempt.employeeId) throw new DomainError("sign-in-failed");
  const holder = { kind: "employee", id: attempt.employeeId } as const;
  const stage = await stageAfterPassword(ctx.tx, ctx.world, holder);
  if (stage !== "full") ctx.detail("second factor follows");
  return openSession(ctx.tx, holder, stage, ctx.now);
}

/** Ends a session at once; the row stays as a trace. */
export async function signOut(ctx: ChangeCtx, sessionId: string): Promise<void> {
  await ctx.tx.update(sessions).set({ endedAt: ctx.now }).where(eq(sessions.id, sessionId));
}

import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "@/db/schema/auth";
import { portalAccounts } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import { openSession, type Stage, stageAfterPassword } from "../auth/half-session";
import { passwordMatches } from "../auth/password";
import { attemptName } from "../auth/password-link";
import { releaseAttempt, reserveAttempt } from "../auth/throttle";
import { DomainError } from "../core/errors";
import type { World } from "../core/world";
import type { PortalSignIn } from "./input";

/** Whose account an attempt was about, and whether it was right. */
export interface PortalAttempt {
  accountId: string | undefined;
  right: boolean;
}

/**
 * Looks at an e-mail address and password for the portal. Unknown, not activated, switched off, locked and wrong all
 * take the same path and time. Runs before the door: argon2 must not sit inside a transaction.
 */
export async function tryPortalPassword(
  world: World,
  given: z.output<typeof PortalSignIn>,
  source: string | null,
): Promise<PortalAttempt> {
  const email = given.email.trim().toLowerCase();
  const name = attemptName("portal", email);
  const free = await reserveAttempt(world, name, source);
  const [account] = await world.db.read.select().from(portalAccounts).where(eq(portalAccounts.email, email));
  // Demo accounts share a published password: outside a demo they do not exist.
  const usable = account && account.disabledAt === null && (!account.demo || world.demo);
  const matches = await passwordMatches(usable ? account.passwordHash : null, given.password);
  const right = free && matches;
  if (right) await releaseAttempt(world, name, source);
  return { accountId: usable ? account.id : undefined, right };
}

/**
 * Opens a session in the portal after a right password: a half one when a second factor has to follow.
 * @returns its id, for the cookie, and how far it is
 * @throws DomainError `sign-in-failed`
 */
export async function signInToPortal(
  ctx: ChangeCtx,
  { accountId, right }: PortalAttempt,
): Promise<{ id: string; stage: Stage }> {
  if (accountId) ctx.touch("portal", accountId);
  if (!right || !accountId) throw new DomainError("sign-in-failed");
  const holder = { kind: "portal", id: accountId } as const;
  const stage = await stageAfterPassword(ctx.tx, ctx.world, holder);
  if (stage !== "full") ctx.detail("second factor follows");
  return { id: await openSession(ctx.tx, holder, stage, ctx.now), stage };
}

/** Ends a session at once, a half one too; the row stays as a trace. */
export async function signOutOfPortal(ctx: ChangeCtx, sessionId: string): Promise<void> {
  await ctx.tx.update(sessions).set({ endedAt: ctx.now }).where(eq(sessions.id, sessionId));
}

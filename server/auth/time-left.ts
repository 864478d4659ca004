import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/auth";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";

/** Of a session: a member of staff's, or in the portal. */
type Ends = { id: string; idleUntil: number; lastsUntil: number };

/** How long a session lasts yet when nothing is done, in ms, and whether it can last longer: a browser's clock may differ. */
export interface TimeLeft {
  leftMs: number;
  /** False when it ends soon however much is done: then only signing in anew helps */
  canStay: boolean;
}

/** The time a session has left. @throws DomainError `not-signed-in` without one */
export function timeLeft(ctx: Pick<Ctx, "now">, session: Ends | undefined): TimeLeft {
  if (!session) throw new DomainError("not-signed-in");
  const { idleUntil, lastsUntil } = session;
  return { leftMs: Math.min(idleUntil, lastsUntil) - ctx.now, canStay: idleUntil < lastsUntil };
}

/** Someone says they are still there. @returns the time they have now */
export async function stayHere(ctx: ChangeCtx, session: Ends | undefined, idleMs: number): Promise<TimeLeft> {
  if (!session) throw new DomainError("not-signed-in");
  const alive = and(eq(sessions.id, session.id), isNull(sessions.endedAt));
  await ctx.tx.update(sessions).set({ lastSeenAt: ctx.now }).where(alive);
  return timeLeft(ctx, { ...session, idleUntil: ctx.now + idleMs });
}

import { eq } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { endLinks } from "./links";
import { tellPasswordSet } from "./password-link";
import { endSessions, openSessions } from "./session";

/** The employee who asks. @throws DomainError `not-signed-in` */
export function selfOf(ctx: Ctx) {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  return ctx.actor;
}

/** Where someone is signed in, the last used first; times in epoch ms. */
export async function ownSessions(ctx: Ctx, current: string | undefined) {
  const rows = await openSessions(ctx.db, selfOf(ctx).id, ctx.now);
  return rows.map(({ id, createdAt, lastSeenAt }) => ({ createdAt, lastSeenAt, current: id === current }));
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions(ctx: ChangeCtx, current: string | undefined): Promise<void> {
  await endSessions(ctx.tx, selfOf(ctx).id, ctx.now, current);
}

/** Changes one's own password, whose old one was proved at the door; every other session and open link ends. */
export async function changePassword(
  ctx: ChangeCtx,
  current: string | undefined,
  passwordHash: string,
): Promise<void> {
  const { id } = selfOf(ctx);
  const [person] = await ctx.tx.select().from(employees).where(eq(employees.id, id));
  if (!person) throw new DomainError("not-signed-in");
  await ctx.tx.update(employees).set({ passwordHash }).where(eq(employees.id, id));
  await endSessions(ctx.tx, id, ctx.now, current);
  await endLinks(ctx.tx, id);
  await tellPasswordSet(ctx, person);
}

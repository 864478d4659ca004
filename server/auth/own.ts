import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { accountOf, endSessionsOf, type Holder } from "./holder";
import { endLinks } from "./links";
import { putPassword, tellPasswordSet } from "./password-link";
import { openPortalSessions } from "./portal-session";
import { openSessions } from "./session";

/** The employee who asks. @throws DomainError `not-signed-in` */
export function selfOf(ctx: Ctx) {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  return ctx.actor;
}

/** The account of whoever asks, as an employee or in the portal. @throws DomainError `not-signed-in` */
export function ownHolder({ actor }: Ctx): Holder {
  if (actor.kind !== "employee" && actor.kind !== "portal") throw new DomainError("not-signed-in");
  return { kind: actor.kind, id: actor.id };
}

/** Where someone is signed in, the last used first; times in epoch ms. */
export async function ownSessions(ctx: Ctx, current: string | undefined) {
  const { kind, id } = ownHolder(ctx);
  const rows = await (kind === "employee" ? openSessions : openPortalSessions)(ctx.db, id, ctx.now);
  return rows.map(({ id, createdAt, lastSeenAt }) => ({ createdAt, lastSeenAt, current: id === current }));
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions(ctx: ChangeCtx, current: string | undefined): Promise<void> {
  await endSessionsOf(ctx.tx, ownHolder(ctx), ctx.now, current);
}

/** Changes one's own password, whose old one was proved at the door; every other session and open link ends. */
export async function changePassword(
  ctx: ChangeCtx,
  current: string | undefined,
  passwordHash: string,
): Promise<void> {
  const holder = ownHolder(ctx);
  const account = await accountOf(ctx.tx, holder);
  if (!account) throw new DomainError("not-signed-in");
  await putPassword(ctx.tx, holder, passwordHash);
  await endSessionsOf(ctx.tx, holder, ctx.now, current);
  await endLinks(ctx.tx, holder);
  await tellPasswordSet(ctx, holder, account.email);
}

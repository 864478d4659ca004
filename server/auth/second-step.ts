import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { type HalfSession, markProved } from "./half-session";
import { endSessionsOf, type Holder } from "./holder";
import { recoveryCodesLeft } from "./recovery-codes";
import { beginEnrolment, confirmEnrolment, secondFactorOf, verifySecondFactor } from "./second-factor";

/*
 * What who gave the right password, and nothing more yet, may do: give the second factor, or get one when there is
 * none. For employees and the portal alike.
 */

/** Names whose account an act was about, for the audit row. */
export function touchHolder(ctx: Ctx, { kind, id }: Holder): void {
  ctx.touch(kind, id);
}

/** A session that waits for its second factor. @throws DomainError `not-signed-in` */
function waiting(half: HalfSession | undefined): HalfSession {
  if (half?.stage !== "password") throw new DomainError("not-signed-in");
  return half;
}

/** What has to follow before one is signed in; `none` for a stranger, and for who is signed in. */
export async function stepAhead(
  ctx: Ctx,
  half: HalfSession | undefined,
): Promise<"none" | "verify" | "enrol"> {
  if (half?.stage !== "password") return "none";
  return (await secondFactorOf(ctx.db, half.holder)) === "confirmed" ? "verify" : "enrol";
}

/**
 * Takes the second factor of a session that waits for it; the session is then ready to be exchanged for a full one.
 * @returns which of the two it was, and how many recovery codes are left
 * @throws DomainError `not-signed-in`, `code-wrong`
 */
export async function giveSecondFactor(
  ctx: ChangeCtx,
  half: HalfSession | undefined,
  code: string,
  source: string | null,
): Promise<{ by: "app" | "recovery"; codesLeft: number }> {
  const { holder, ...session } = waiting(half);
  touchHolder(ctx, holder);
  const by = await verifySecondFactor(ctx, holder, code, source);
  await markProved(ctx, { holder, ...session });
  if (by === "recovery") ctx.detail("recovery code");
  return { by, codesLeft: await recoveryCodesLeft(ctx.tx, holder) };
}

/** A password alone gives nobody another app than the one there is. */
async function withoutFactor(ctx: ChangeCtx, half: HalfSession | undefined): Promise<HalfSession> {
  const session = waiting(half);
  touchHolder(ctx, session.holder);
  if ((await secondFactorOf(ctx.tx, session.holder)) === "confirmed") throw new DomainError("not-signed-in");
  return session;
}

/** Begins the first app of an account that has none. @throws DomainError `not-signed-in` */
export async function beginFirst(ctx: ChangeCtx, half: HalfSession | undefined) {
  const { holder, account } = await withoutFactor(ctx, half);
  return beginEnrolment(ctx, holder, account.email);
}

/**
 * Confirms the first app: the second factor is on, every other session ends, and this one is ready to be exchanged.
 * @throws DomainError `not-signed-in`, `enrolment-over`, `code-wrong`
 */
export async function confirmFirst(
  ctx: ChangeCtx,
  half: HalfSession | undefined,
  code: string,
  source: string | null,
) {
  const session = await withoutFactor(ctx, half);
  const confirmed = await confirmEnrolment(ctx, session.holder, code, source);
  await endSessionsOf(ctx.tx, session.holder, ctx.now, session.id);
  await markProved(ctx, session);
  return confirmed;
}

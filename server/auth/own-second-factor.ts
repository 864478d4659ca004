import type { Reader } from "@/db/client";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import { queueMail } from "../mail/queue";
import { type Account, accountOf, endSessionsOf, type Holder } from "./holder";
import { recoveryCodesLeft } from "./recovery-codes";
import {
  beginEnrolment,
  confirmEnrolment,
  mustHave,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorSince,
} from "./second-factor";
import { touchHolder } from "./second-step";

/*
 * What who is signed in does with their own second factor, as an employee or in the portal. The password was proved at
 * the door; each change ends the sessions elsewhere, and is told by mail.
 */

/** The session that acts. */
interface Own {
  holder: Holder;
  sessionId: string;
}

/** What one's account page says: since when it is on (epoch ms), how many recovery codes are left, whether it must be. */
export async function ownSecondFactor(db: Reader, world: Pick<World, "demo">, holder: Holder) {
  return {
    since: await secondFactorSince(db, holder),
    codesLeft: await recoveryCodesLeft(db, holder),
    required: mustHave(world),
  };
}

async function ownAccount(ctx: ChangeCtx, holder: Holder): Promise<Account> {
  touchHolder(ctx, holder);
  const account = await accountOf(ctx.tx, holder);
  if (!account) throw new DomainError("not-signed-in");
  return account;
}

/** Tells a holder by mail that their second factor changed, so that it does not happen behind their back. */
export function tellSecondFactorChanged(ctx: ChangeCtx, holder: Holder, email: string): Promise<void> {
  return queueMail(ctx, {
    kind: holder.kind === "employee" ? "second-factor-changed" : "portal-second-factor-changed",
    to: email,
    values: { link: `${ctx.world.env.publicUrl}${holder.kind === "employee" ? "/login" : "/caren"}` },
    requestKey: newId(ctx.now),
    ...(holder.kind === "employee" && { employeeId: holder.id }),
  });
}

/** Begins a first or another app. */
export async function beginOwn(ctx: ChangeCtx, { holder }: Own) {
  return beginEnrolment(ctx, holder, (await ownAccount(ctx, holder)).email);
}

/** Confirms it. @throws DomainError `enrolment-over`, `code-wrong` */
export async function confirmOwn(
  ctx: ChangeCtx,
  { holder, sessionId }: Own,
  code: string,
  source: string | null,
) {
  const { email } = await ownAccount(ctx, holder);
  const confirmed = await confirmEnrolment(ctx, holder, code, source);
  await endSessionsOf(ctx.tx, holder, ctx.now, sessionId);
  await tellSecondFactorChanged(ctx, holder, email);
  return confirmed;
}

/** New recovery codes. @throws DomainError `second-factor-off` */
export async function renewOwnCodes(ctx: ChangeCtx, { holder, sessionId }: Own) {
  const { email } = await ownAccount(ctx, holder);
  const renewed = await renewRecoveryCodes(ctx, holder);
  await endSessionsOf(ctx.tx, holder, ctx.now, sessionId);
  await tellSecondFactorChanged(ctx, holder, email);
  return renewed;
}

/** Turns it off, where it need not be on. Already off is fine. @throws DomainError `second-factor-needed` */
export async function turnOffOwn(ctx: ChangeCtx, { holder, sessionId }: Own): Promise<void> {
  const { email } = await ownAccount(ctx, holder);
  if (mustHave(ctx.world)) throw new DomainError("second-factor-needed");
  if ((await secondFactorSince(ctx.tx, holder)) === null) return;
  await removeSecondFactor(ctx, holder);
  await endSessionsOf(ctx.tx, holder, ctx.now, sessionId);
  await tellSecondFactorChanged(ctx, holder, email);
}

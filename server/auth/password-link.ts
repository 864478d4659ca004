import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { employees } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import { portalAccounts } from "@/db/schema/portal";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { queueMail } from "../mail/queue";
import { type Account, accountOf, endSessionsOf, type Holder } from "./holder";
import type { AskNewPassword } from "./input";
import { endLinks, LINK_MINUTES, makeLink, takeLink } from "./links";
import { countRequest, forgetAttempts } from "./throttle";

const DAY_MINUTES = 24 * 60;
const NOBODY = "nobody";

/** How each kind of account is opened by a link: its mails, and the pages they lead to. */
const WAYS = {
  employee: {
    activation: "activation",
    activationPage: "/activate",
    newPassword: "new-password",
    newPasswordPage: "/login/new-password",
    forgottenPage: "/login/forgotten",
  },
  portal: {
    activation: "portal-activation",
    activationPage: "/caren/activate",
    newPassword: "portal-password",
    newPasswordPage: "/caren/new-password",
    forgottenPage: "/caren/login/forgotten",
  },
} as const satisfies Record<Holder["kind"], Record<string, string>>;

const employeeIdOf = ({ kind, id }: Holder) => (kind === "employee" ? { employeeId: id } : {});

/** What attempts to sign in are counted by: the portal's apart from those of employees. */
export function attemptName(kind: Holder["kind"], email: string): string {
  return kind === "portal" ? `portal:${email}` : email;
}

/**
 * Mails someone the link with which they activate their account; an earlier link ends.
 * @param requestKey one for each intention: the same one is one mail
 */
export async function mailActivation(
  ctx: ChangeCtx,
  holder: Holder,
  email: string,
  requestKey: string,
): Promise<void> {
  const { activation, activationPage } = WAYS[holder.kind];
  await endLinks(ctx.tx, holder);
  const { code, expiresAt } = await makeLink(ctx.tx, activation, holder, ctx.now);
  await queueMail(ctx, {
    kind: activation,
    to: email,
    values: {
      link: `${ctx.world.env.publicUrl}${activationPage}#${code}`,
      days: LINK_MINUTES[activation] / DAY_MINUTES,
    },
    requestKey,
    ...employeeIdOf(holder),
    usefulUntil: expiresAt,
  });
}

/** The account with this address that may have a new password: activated, and not switched off. */
async function usableAccount(ctx: ChangeCtx, kind: Holder["kind"], email: string) {
  const from = kind === "employee" ? employees : portalAccounts;
  const [account] = await ctx.tx
    .select({ id: from.id, demo: from.demo })
    .from(from)
    .where(and(eq(from.email, email), isNull(from.disabledAt), isNotNull(from.passwordHash)));
  return account && (!account.demo || ctx.world.demo) ? account : undefined;
}

/**
 * Mails the link for a new password, when there is an active account with this address. Nobody learns whether there
 * is: an unknown address goes the same way to the end, where what was made for it is taken back.
 */
export async function askNewPassword(
  ctx: ChangeCtx,
  kind: Holder["kind"],
  { email }: z.output<typeof AskNewPassword>,
  source: string | null,
): Promise<void> {
  const address = email.toLowerCase();
  if (!(await countRequest(ctx.world, ctx.tx, attemptName(kind, address), source))) return;
  const usable = await usableAccount(ctx, kind, address);
  const whose = { kind, id: usable?.id ?? NOBODY };
  const requestKey = newId(ctx.now);
  const { newPassword, newPasswordPage } = WAYS[kind];
  await endLinks(ctx.tx, whose);
  const { code, expiresAt } = await makeLink(ctx.tx, newPassword, whose, ctx.now);
  await queueMail(ctx, {
    kind: newPassword,
    to: address,
    values: {
      link: `${ctx.world.env.publicUrl}${newPasswordPage}#${code}`,
      minutes: LINK_MINUTES[newPassword],
    },
    requestKey,
    ...employeeIdOf(whose),
    usefulUntil: expiresAt,
  });
  if (usable) {
    ctx.touch(kind, usable.id);
    return;
  }
  await endLinks(ctx.tx, { kind, id: NOBODY });
  await ctx.tx.delete(mails).where(eq(mails.requestKey, requestKey));
}

/** Whose account a link opens. @throws DomainError `link-invalid` */
async function ownerOf(
  ctx: ChangeCtx,
  kind: Holder["kind"],
  purpose: Parameters<typeof takeLink>[1],
  code: string,
): Promise<{ holder: Holder; account: Account }> {
  const holder = await takeLink(ctx.tx, purpose, code, ctx.now);
  const account = holder?.kind === kind ? await accountOf(ctx.tx, holder) : undefined;
  if (!holder || !account) throw new DomainError("link-invalid");
  ctx.touch(kind, holder.id);
  return { holder, account };
}

/** Puts a password on an account, by its argon2id hash. */
export async function putPassword(tx: Tx, { kind, id }: Holder, passwordHash: string): Promise<void> {
  if (kind === "employee") await tx.update(employees).set({ passwordHash }).where(eq(employees.id, id));
  else await tx.update(portalAccounts).set({ passwordHash }).where(eq(portalAccounts.id, id));
}

async function setByLink(
  ctx: ChangeCtx,
  holder: Holder,
  { email }: Account,
  passwordHash: string,
): Promise<void> {
  await putPassword(ctx.tx, holder, passwordHash);
  await endLinks(ctx.tx, holder);
  await endSessionsOf(ctx.tx, holder, ctx.now);
  await forgetAttempts(ctx.world, ctx.tx, attemptName(holder.kind, email));
}

/** Sets the first password of an account, by the link of its activation mail. @throws DomainError `link-invalid` */
export async function activateAccount(
  ctx: ChangeCtx,
  kind: Holder["kind"],
  code: string,
  passwordHash: string,
): Promise<void> {
  const { holder, account } = await ownerOf(ctx, kind, WAYS[kind].activation, code);
  await setByLink(ctx, holder, account, passwordHash);
}

/**
 * Sets a new password by the link of its mail: all sessions end, and the owner is told by mail.
 * @throws DomainError `link-invalid`
 */
export async function resetPassword(
  ctx: ChangeCtx,
  kind: Holder["kind"],
  code: string,
  passwordHash: string,
): Promise<void> {
  const { holder, account } = await ownerOf(ctx, kind, WAYS[kind].newPassword, code);
  await setByLink(ctx, holder, account, passwordHash);
  await tellPasswordSet(ctx, holder, account.email);
}

/** Tells someone by mail that their password was set, so that it does not happen behind their back. */
export function tellPasswordSet(ctx: ChangeCtx, holder: Holder, email: string): Promise<void> {
  return queueMail(ctx, {
    kind: holder.kind === "employee" ? "password-set" : "portal-password-set",
    to: email,
    values: { link: `${ctx.world.env.publicUrl}${WAYS[holder.kind].forgottenPage}` },
    requestKey: newId(ctx.now),
    ...employeeIdOf(holder),
  });
}

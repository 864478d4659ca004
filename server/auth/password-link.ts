import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { queueMail } from "../mail/queue";
import type { AskNewPassword } from "./input";
import { endLinks, LINK_MINUTES, makeLink, takeLink } from "./links";
import { endSessions } from "./session";
import { countRequest, forgetAttempts } from "./throttle";

const DAY_MINUTES = 24 * 60;
const NOBODY = "nobody";

/**
 * Mails someone the link with which they activate their account; an earlier link ends.
 * @param requestKey one for each intention: the same one is one mail
 */
export async function mailActivation(
  ctx: ChangeCtx,
  person: { id: string; email: string },
  requestKey: string,
): Promise<void> {
  await endLinks(ctx.tx, person.id);
  const { code, expiresAt } = await makeLink(ctx.tx, "activation", person.id, ctx.now);
  await queueMail(ctx, {
    kind: "activation",
    to: person.email,
    values: {
      link: `${ctx.world.env.publicUrl}/activate#${code}`,
      days: LINK_MINUTES.activation / DAY_MINUTES,
    },
    requestKey,
    employeeId: person.id,
    usefulUntil: expiresAt,
  });
}

/**
 * Mails the link for a new password, when there is an active account with this address. Nobody learns whether there
 * is: an unknown address goes the same way to the end, where what was made for it is taken back.
 */
export async function askNewPassword(
  ctx: ChangeCtx,
  { email }: z.output<typeof AskNewPassword>,
  source: string | null,
): Promise<void> {
  const address = email.toLowerCase();
  if (!(await countRequest(ctx.world, ctx.tx, address, source))) return;
  const [person] = await ctx.tx
    .select()
    .from(employees)
    .where(
      and(eq(employees.email, address), isNull(employees.disabledAt), isNotNull(employees.passwordHash)),
    );
  const usable = person && (!person.demo || ctx.world.demo) ? person : undefined;
  const whose = usable?.id ?? NOBODY;
  const requestKey = newId(ctx.now);
  await endLinks(ctx.tx, whose);
  const { code, expiresAt } = await makeLink(ctx.tx, "new-password", whose, ctx.now);
  await queueMail(ctx, {
    kind: "new-password",
    to: address,
    values: {
      link: `${ctx.world.env.publicUrl}/login/new-password#${code}`,
      minutes: LINK_MINUTES["new-password"],
    },
    requestKey,
    employeeId: whose,
    usefulUntil: expiresAt,
  });
  if (usable) return ctx.touch("employee", usable.id);
  await endLinks(ctx.tx, NOBODY);
  await ctx.tx.delete(mails).where(eq(mails.requestKey, requestKey));
}

/** The employee a link opens the account of. @throws DomainError `link-invalid` */
async function ownerOf(ctx: ChangeCtx, purpose: "activation" | "new-password", code: string) {
  const link = await takeLink(ctx.tx, purpose, code, ctx.now);
  const [person] = await ctx.tx
    .select()
    .from(employees)
    .where(and(eq(employees.id, link?.employeeId ?? NOBODY), isNull(employees.disabledAt)));
  if (!person) throw new DomainError("link-invalid");
  ctx.touch("employee", person.id);
  return person;
}

async function setPassword(
  ctx: ChangeCtx,
  person: { id: string; email: string },
  passwordHash: string,
): Promise<void> {
  await ctx.tx.update(employees).set({ passwordHash }).where(eq(employees.id, person.id));
  await endLinks(ctx.tx, person.id);
  await endSessions(ctx.tx, person.id, ctx.now);
  await forgetAttempts(ctx.world, ctx.tx, person.email);
}

/** Sets the first password of an account, by the link of its activation mail. @throws DomainError `link-invalid` */
export async function activateAccount(ctx: ChangeCtx, code: string, passwordHash: string): Promise<void> {
  const person = await ownerOf(ctx, "activation", code);
  await setPassword(ctx, person, passwordHash);
}

/**
 * Sets a new password by the link of its mail: all sessions end, and the owner is told by mail.
 * @throws DomainError `link-invalid`
 */
export async function resetPassword(ctx: ChangeCtx, code: string, passwordHash: string): Promise<void> {
  const person = await ownerOf(ctx, "new-password", code);
  await setPassword(ctx, person, passwordHash);
  await tellPasswordSet(ctx, person);
}

/** Tells someone by mail that their password was set, so that it does not happen behind their back. */
export function tellPasswordSet(ctx: ChangeCtx, person: { id: string; email: string }): Promise<void> {
  return queueMail(ctx, {
    kind: "password-set",
    to: person.email,
    values: { link: `${ctx.world.env.publicUrl}/login/forgotten` },
    requestKey: newId(ctx.now),
    employeeId: person.id,
  });
}

import { eq } from "drizzle-orm";
import type { z } from "zod";
import { employees, grants, roles } from "@/db/schema/access";
import { accountLinks } from "@/db/schema/auth";
import type { ChangeCtx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import type { World } from "../core/world";
import type { FirstAdministrator } from "./input";
import { makeLink, takeLink } from "./links";
import { assertAcceptable, hashPassword } from "./password";

/** True while nobody can sign in: no employee yet. */
export async function needsSetup(world: World): Promise<boolean> {
  return (await world.db.read.$count(employees)) === 0;
}

/**
 * Makes the one-hour set-up link for the first administrator; an earlier one ends.
 * The code travels behind `#`, so it reaches no server log.
 */
export async function makeSetupLink(world: World): Promise<string> {
  const { code } = await world.db.write(async (tx) => {
    await tx.delete(accountLinks).where(eq(accountLinks.purpose, "set-up"));
    return makeLink(tx, "set-up", null, world.clock.now());
  });
  return `${world.env.publicUrl}/setup#${code}`;
}

/**
 * Makes the first administrator, once, with the role that gives out all others.
 * @throws DomainError `password-too-short`, `password-common`, `password-own`; `link-invalid` when the link is used, over an hour old, or there is an employee already
 */
export async function makeFirstAdministrator(
  ctx: ChangeCtx,
  input: z.infer<typeof FirstAdministrator>,
): Promise<void> {
  assertAcceptable(input.password, [input.name, input.email]);
  const used = await takeLink(ctx.tx, "set-up", input.code, ctx.now);
  const [role] = await ctx.tx.select().from(roles).where(eq(roles.name, "functioneel beheerder"));
  if (!used || !role || (await ctx.tx.$count(employees)) > 0) throw new DomainError("link-invalid");
  const id = newId(ctx.now);
  await ctx.tx.insert(employees).values({
    id,
    email: input.email.toLowerCase(),
    name: input.name,
    title: "functioneel beheerder",
    expertises: [],
    // In the transaction, unlike elsewhere: at this moment nobody else can be waiting for it.
    passwordHash: await hashPassword(input.password),
    createdAt: ctx.now,
  });
  await ctx.tx
    .insert(grants)
    .values({ id: newId(ctx.now), employeeId: id, roleId: role.id, everywhere: true });
  ctx.touch("employee", id);
}

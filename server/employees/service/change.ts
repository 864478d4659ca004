import { eq } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import type { ChangeCtx } from "../../access/perform";
import { endLinks } from "../../auth/links";
import { selfOf } from "../../auth/own";
import { endSessions } from "../../auth/session";
import { DomainError } from "../../core/errors";
import type { ChangeEmployee, SwitchEmployee } from "../input";
import { added, ownRightsRefusal, personWithin } from "../rules";
import { assertAdministratorStays, findEmployee, heldBy, knownExpertises, managedReach } from "./find";
import { countChange } from "./rights";

/**
 * The employee an act is about, whose rights all lie where the one who acts may manage them.
 * @throws DomainError `employee-gone`, `rights-beyond`
 */
export async function managed(ctx: ChangeCtx, employeeId: string) {
  const person = await findEmployee(ctx.tx, employeeId);
  ctx.touch("employee", person.id);
  const held = (await heldBy(ctx.tx, person.id)).map(({ grant }) => grant);
  if (!personWithin(await managedReach(ctx), held)) throw new DomainError("rights-beyond");
  return person;
}

/**
 * Changes name, title and expertises. An expertise opens what is bound to it, so nobody gives one to themselves.
 * @throws DomainError `employee-gone`, `employee-changed`, `rights-own`, `rights-beyond`
 */
export async function changeEmployee(ctx: ChangeCtx, input: z.output<typeof ChangeEmployee>): Promise<void> {
  const person = await managed(ctx, input.employeeId);
  const expertises = knownExpertises(input.expertises);
  const news = added(person.expertises, expertises);
  const refused = ownRightsRefusal(selfOf(ctx), { kind: "expertises", to: person.id, added: news });
  if (refused) throw new DomainError(refused);
  await countChange(ctx, person.id, input.version);
  const { name, title } = input;
  await ctx.tx.update(employees).set({ name, title, expertises }).where(eq(employees.id, person.id));
  if (news.length > 0) ctx.detail(`expertise: ${news.join(", ")}`);
}

/**
 * Switches an account off: every session ends at once, and open links with it. Already off is fine.
 * @throws DomainError `employee-gone`, `employee-changed`, `rights-beyond`, `last-administrator`
 */
export async function disableEmployee(ctx: ChangeCtx, input: z.output<typeof SwitchEmployee>): Promise<void> {
  const person = await managed(ctx, input.employeeId);
  if (person.disabledAt !== null) return;
  await assertAdministratorStays(ctx, { employeeId: person.id });
  await countChange(ctx, person.id, input.version);
  await ctx.tx.update(employees).set({ disabledAt: ctx.now }).where(eq(employees.id, person.id));
  await endSessions(ctx.tx, person.id, ctx.now);
  await endLinks(ctx.tx, { kind: "employee", id: person.id });
}

/**
 * Switches an account on again, with the roles it had. Sessions and links that ended stay ended.
 * @throws DomainError `employee-gone`, `employee-changed`, `rights-beyond`
 */
export async function enableEmployee(ctx: ChangeCtx, input: z.output<typeof SwitchEmployee>): Promise<void> {
  const person = await managed(ctx, input.employeeId);
  if (person.disabledAt === null) return;
  await countChange(ctx, person.id, input.version);
  await ctx.tx.update(employees).set({ disabledAt: null }).where(eq(employees.id, person.id));
}

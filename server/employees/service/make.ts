import { eq } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import type { ChangeCtx } from "../../access/perform";
import { mailActivation } from "../../auth/password-link";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import { assertSameRequest, requestDigest } from "../../core/request-digest";
import type { MakeEmployee, ResendActivation } from "../input";
import { stateOf } from "../view";
import { assertManages, findEmployee, heldBy, knownExpertises, managedReach } from "./find";
import { putRole } from "./rights";

/** A request is one mail: by it, one that was made before is known again. */
const mailKeyOf = (requestKey: string) => `activation/${requestKey}`;

/**
 * Makes an employee with their roles and mails them the link to activate the account: all of it or nothing.
 * @returns the employee's id; of the same one when this request was made before
 * @throws DomainError `employee-exists`, `request-reused` when the key was another content's, and what `putRole` throws
 */
export async function makeEmployee(
  ctx: ChangeCtx,
  input: z.output<typeof MakeEmployee>,
): Promise<{ employeeId: string }> {
  const requestKey = mailKeyOf(input.requestKey);
  const email = input.email.toLowerCase();
  await managedReach(ctx);
  const [before] = await ctx.tx
    .select({ id: employees.id, digest: employees.requestDigest })
    .from(mails)
    .innerJoin(employees, eq(employees.id, mails.employeeId))
    .where(eq(mails.requestKey, requestKey));
  if (before) {
    assertSameRequest(before.digest, input);
    ctx.touch("employee", before.id);
    return { employeeId: before.id };
  }
  if ((await ctx.tx.$count(employees, eq(employees.email, email))) > 0)
    throw new DomainError("employee-exists");
  const id = newId(ctx.now);
  const { name, title } = input;
  const expertises = knownExpertises(input.expertises);
  await ctx.tx.insert(employees).values({
    ...{ id, email, name, title, expertises, createdAt: ctx.now },
    requestDigest: requestDigest(input),
  });
  ctx.touch("employee", id);
  for (const role of input.roles) ctx.also("access.tasks-given", await putRole(ctx, id, role));
  await mailActivation(ctx, { kind: "employee", id }, email, requestKey);
  return { employeeId: id };
}

/**
 * Mails the activation link again; the link before it ends.
 * @throws DomainError `employee-gone`, `employee-activated` when there is nothing to activate, `rights-beyond`
 */
export async function resendActivation(
  ctx: ChangeCtx,
  { employeeId, requestKey }: z.output<typeof ResendActivation>,
): Promise<void> {
  const person = await findEmployee(ctx.tx, employeeId);
  ctx.touch("employee", person.id);
  await assertManages(
    ctx,
    (await heldBy(ctx.tx, person.id)).map(({ grant }) => grant),
  );
  if (stateOf(person) !== "not-activated") throw new DomainError("employee-activated");
  const key = mailKeyOf(requestKey);
  if ((await ctx.tx.$count(mails, eq(mails.requestKey, key))) > 0) return;
  await mailActivation(ctx, { kind: "employee", id: person.id }, person.email, key);
}

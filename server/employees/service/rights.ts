import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { employees, grants, locations } from "@/db/schema/access";
import type { ChangeCtx, Ctx } from "../../access/perform";
import { selfOf } from "../../auth/own";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import type { GiveRole, Reach, TakeRole } from "../input";
import { mayGive, ownRightsRefusal } from "../rules";
import {
  assertAdministratorStays,
  assertManages,
  findEmployee,
  findRole,
  heldBy,
  managedReach,
  tasksOf,
} from "./find";

type Wanted = z.output<typeof Reach>;

async function givenBy(ctx: Ctx, reach: Wanted) {
  if (reach.kind !== "location") return { everywhere: reach.kind === "everywhere", locationId: null };
  const [location] = await ctx.db.select().from(locations).where(eq(locations.code, reach.code));
  if (!location) throw new DomainError("location-gone");
  return { everywhere: false, locationId: location.id };
}

const reachWord = (reach: Wanted) => (reach.kind === "location" ? reach.code : reach.kind);

/**
 * Puts a role with its reach on an employee, in the act's own transaction.
 * @returns what the log must say: the tasks that came with it, and where
 * @throws DomainError `role-gone`, `location-gone`, `rights-own`, `rights-beyond`, `grant-exists`
 */
export async function putRole(
  ctx: ChangeCtx,
  employeeId: string,
  { roleId, reach }: { roleId: string; reach: Wanted },
): Promise<string> {
  const role = await findRole(ctx.tx, roleId);
  const given = await givenBy(ctx, reach);
  const refused = ownRightsRefusal(selfOf(ctx), { kind: "role", to: employeeId });
  if (refused) throw new DomainError(refused);
  await assertManages(ctx, [given]);
  const tasks = await tasksOf(ctx.tx, role.id);
  if (!mayGive(await managedReach(ctx), tasks)) throw new DomainError("rights-beyond");
  const same = and(
    eq(grants.employeeId, employeeId),
    eq(grants.roleId, role.id),
    eq(grants.everywhere, given.everywhere),
    given.locationId === null ? isNull(grants.locationId) : eq(grants.locationId, given.locationId),
  );
  if ((await ctx.tx.$count(grants, same)) > 0) throw new DomainError("grant-exists");
  await ctx.tx.insert(grants).values({ id: newId(ctx.now), employeeId, roleId: role.id, ...given });
  ctx.touch("role", role.id);
  return `${tasks.join(", ")} @ ${reachWord(reach)}`;
}

/** Counts a change of an employee. @throws DomainError `employee-changed` when it was seen before an earlier one */
export async function countChange(ctx: ChangeCtx, employeeId: string, version: number): Promise<void> {
  const counted = await ctx.tx
    .update(employees)
    .set({ version: version + 1 })
    .where(and(eq(employees.id, employeeId), eq(employees.version, version)));
  if (counted.rowsAffected === 0) throw new DomainError("employee-changed");
}

/**
 * Gives an employee a role with its reach; it counts from their next click.
 * @throws DomainError `employee-gone`, `employee-changed`, and what `putRole` throws
 */
export async function giveRole(ctx: ChangeCtx, input: z.output<typeof GiveRole>): Promise<void> {
  const person = await findEmployee(ctx.tx, input.employeeId);
  ctx.touch("employee", person.id);
  const gift = await putRole(ctx, person.id, input);
  await countChange(ctx, person.id, input.version);
  ctx.detail(gift);
}

/**
 * Takes a role away; it is gone at the next click.
 * @throws DomainError `employee-gone`, `employee-changed`, `grant-gone`, `rights-beyond`, `last-administrator`
 */
export async function takeRole(ctx: ChangeCtx, input: z.output<typeof TakeRole>): Promise<void> {
  const person = await findEmployee(ctx.tx, input.employeeId);
  ctx.touch("employee", person.id);
  const held = (await heldBy(ctx.tx, person.id)).find(({ grant }) => grant.id === input.grantId);
  if (!held) throw new DomainError("grant-gone");
  ctx.touch("role", held.role.id);
  await assertManages(ctx, [held.grant]);
  await assertAdministratorStays(ctx, { grantId: held.grant.id });
  await countChange(ctx, person.id, input.version);
  await ctx.tx.delete(grants).where(eq(grants.id, held.grant.id));
  const where = held.grant.everywhere ? "everywhere" : (held.location?.code ?? "shared");
  ctx.detail(`${held.role.tasks.join(", ")} @ ${where}`);
}

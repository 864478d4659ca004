import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { employees, grants, locations, roles, roleTasks } from "@/db/schema/access";
import type { ChangeCtx, Ctx } from "../../access/perform";
import { TASKS, type TaskId } from "../../access/tasks";
import { selfOf } from "../../auth/own";
import { DomainError } from "../../core/errors";
import { newId } from "../../core/ids";
import { effectsOf } from "../effects";
import type { ChangeRole, DeleteRole, MakeRole, OneRole } from "../input";
import { added, ownRightsRefusal } from "../rules";
import { namedReach, stateOf } from "../view";
import { assertAdministratorStays, assertManagesHouse, findRole, knownTasks, tasksOf } from "./find";

/** Every task with its exact label, and what it lets someone do: what a role is chosen from. */
export function taskChoices() {
  return (Object.keys(TASKS) as TaskId[]).map((task) => ({ task, label: TASKS[task] }));
}

/** All roles by name, with how many tasks each has and how many people hold it. */
export async function listRoles(ctx: Ctx) {
  const rows = await ctx.db.select().from(roles).orderBy(asc(roles.name));
  const lines: { id: string; name: string; tasks: string[]; holders: number }[] = [];
  for (const { id, name } of rows) {
    const tasks = (await tasksOf(ctx.db, id)).map((task) => TASKS[task]);
    const [held] = await ctx.db
      .select({ holders: sql<number>`count(DISTINCT ${grants.employeeId})` })
      .from(grants)
      .where(eq(grants.roleId, id));
    lines.push({ id, name, tasks, holders: held?.holders ?? 0 });
  }
  return lines;
}

async function holdersOf(ctx: Ctx, roleId: string) {
  return ctx.db
    .select({ employee: employees, grant: grants, location: locations })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .leftJoin(locations, eq(locations.id, grants.locationId))
    .where(eq(grants.roleId, roleId))
    .orderBy(employees.name, grants.id);
}

/** One role: its tasks, what they let someone do, and who holds it where. @throws DomainError `role-gone` */
export async function viewRole(ctx: Ctx, { roleId }: z.output<typeof OneRole>) {
  const role = await findRole(ctx.db, roleId);
  ctx.touch("role", role.id);
  const tasks = await tasksOf(ctx.db, role.id);
  const holders = await holdersOf(ctx, role.id);
  return {
    id: role.id,
    name: role.name,
    version: role.version,
    tasks,
    effects: effectsOf(tasks, { kind: "open" }),
    /** Whether it is a role of the one who looks: they give it no tasks */
    own: holders.some(({ employee }) => employee.id === selfOf(ctx).id),
    holders: holders.map(({ employee, grant, location }) => ({
      grantId: grant.id,
      employeeId: employee.id,
      name: employee.name,
      state: stateOf(employee),
      reach: namedReach({ grant, location }),
    })),
  };
}

async function assertNameFree(ctx: Ctx, name: string, but?: string): Promise<void> {
  const same = and(
    sql`${roles.name} = ${name} COLLATE NOCASE`,
    but === undefined ? undefined : ne(roles.id, but),
  );
  if ((await ctx.db.$count(roles, same)) > 0) throw new DomainError("role-exists");
}

async function setTasks(ctx: ChangeCtx, roleId: string, tasks: readonly TaskId[]): Promise<void> {
  await ctx.tx.delete(roleTasks).where(eq(roleTasks.roleId, roleId));
  if (tasks.length > 0) await ctx.tx.insert(roleTasks).values(tasks.map((task) => ({ roleId, task })));
}

/** Makes a role, which nobody holds yet. @returns its id @throws DomainError `role-exists`, `rights-beyond` */
export async function makeRole(
  ctx: ChangeCtx,
  input: z.output<typeof MakeRole>,
): Promise<{ roleId: string }> {
  const tasks = knownTasks(input.tasks);
  await assertManagesHouse(ctx);
  await assertNameFree(ctx, input.name);
  const id = newId(ctx.now);
  await ctx.tx.insert(roles).values({ id, name: input.name });
  await setTasks(ctx, id, tasks);
  ctx.touch("role", id);
  ctx.detail(tasks.join(", "));
  return { roleId: id };
}

/**
 * Renames a role and sets its tasks; for everyone who holds it this counts from their next click.
 * @throws DomainError `role-gone`, `role-changed`, `role-exists`, `rights-own`, `rights-beyond`, `last-administrator`
 */
export async function changeRole(ctx: ChangeCtx, input: z.output<typeof ChangeRole>): Promise<void> {
  const role = await findRole(ctx.tx, input.roleId);
  ctx.touch("role", role.id);
  const tasks = knownTasks(input.tasks);
  const before = await tasksOf(ctx.tx, role.id);
  const [gained, lost] = [added(before, tasks), added(tasks, before)];
  const holders = await holdersOf(ctx, role.id);
  const refused = ownRightsRefusal(selfOf(ctx), {
    kind: "tasks",
    added: gained,
    holders: holders.map(({ employee }) => employee.id),
  });
  if (refused) throw new DomainError(refused);
  await assertManagesHouse(ctx);
  if (lost.includes("access.manage")) await assertAdministratorStays(ctx, { roleId: role.id });
  await assertNameFree(ctx, input.name, role.id);
  const counted = await ctx.tx
    .update(roles)
    .set({ name: input.name, version: input.version + 1 })
    .where(and(eq(roles.id, role.id), eq(roles.version, input.version)));
  if (counted.rowsAffected === 0) throw new DomainError("role-changed");
  await setTasks(ctx, role.id, tasks);
  const told = [...gained.map((task) => `+${task}`), ...lost.map((task) => `-${task}`)];
  if (told.length > 0) ctx.detail(told.join(", "));
  if (gained.length > 0) ctx.also("access.tasks-given", `${gained.join(", ")} @ role`);
}

/** Removes a role nobody holds. @throws DomainError `role-gone`, `role-changed`, `role-held`, `rights-beyond` */
export async function deleteRole(
  ctx: ChangeCtx,
  { roleId, version }: z.output<typeof DeleteRole>,
): Promise<void> {
  const role = await findRole(ctx.tx, roleId);
  ctx.touch("role", role.id);
  await assertManagesHouse(ctx);
  if ((await ctx.tx.$count(grants, eq(grants.roleId, role.id))) > 0) throw new DomainError("role-held");
  if (role.version !== version) throw new DomainError("role-changed");
  await setTasks(ctx, role.id, []);
  await ctx.tx.delete(roles).where(eq(roles.id, role.id));
}

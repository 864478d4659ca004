import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { employees, grants, locations, roles, roleTasks } from "@/db/schema/access";
import type { Ctx } from "../../access/perform";
import { decide, type Reach, reachOf } from "../../access/policy";
import { loadEmployee } from "../../access/reach";
import { TASKS, type TaskId } from "../../access/tasks";
import { selfOf } from "../../auth/own";
import { DomainError } from "../../core/errors";
import { EXPERTISES } from "../../dossier/codes";
import { type AdminHolding, type Given, type Loss, losesLastAdministrator, withinManaged } from "../rules";
import type { HeldRole } from "../view";

const MANAGES: TaskId = "access.manage";

/** An employee's row. @throws DomainError `employee-gone` */
export async function findEmployee(db: Reader, employeeId: string) {
  const [row] = await db.select().from(employees).where(eq(employees.id, employeeId));
  if (!row) throw new DomainError("employee-gone");
  return row;
}

/** A role's row. @throws DomainError `role-gone` */
export async function findRole(db: Reader, roleId: string) {
  const [row] = await db.select().from(roles).where(eq(roles.id, roleId));
  if (!row) throw new DomainError("role-gone");
  return row;
}

/** The tasks of a role, in the order of the task list. */
export async function tasksOf(db: Reader, roleId: string): Promise<TaskId[]> {
  const rows = await db.select().from(roleTasks).where(eq(roleTasks.roleId, roleId));
  return (Object.keys(TASKS) as TaskId[]).filter((task) => rows.some((row) => row.task === task));
}

/** The roles an employee holds, with what they carry and where they count, by name. */
export async function heldBy(db: Reader, employeeId: string): Promise<HeldRole[]> {
  const rows = await db
    .select({ grant: grants, role: roles, location: locations })
    .from(grants)
    .innerJoin(roles, eq(roles.id, grants.roleId))
    .leftJoin(locations, eq(locations.id, grants.locationId))
    .where(eq(grants.employeeId, employeeId))
    .orderBy(roles.name, grants.id);
  const held: HeldRole[] = [];
  for (const { grant, role, location } of rows)
    held.push({ grant, role: { ...role, tasks: await tasksOf(db, role.id) }, location });
  return held;
}

/**
 * Where the one who acts may manage rights, as it is inside this very transaction: who was switched off or lost the
 * task while their call waited its turn changes nothing any more.
 * @throws DomainError `not-signed-in`, `task-missing`
 */
export async function managedReach(ctx: Ctx): Promise<Reach> {
  const actor = await loadEmployee(ctx.db, selfOf(ctx).id, ctx.now);
  if (!actor) throw new DomainError("not-signed-in");
  if (!decide(actor, [MANAGES], { kind: "anywhere" }).allowed) throw new DomainError("task-missing");
  return reachOf(actor, MANAGES);
}

/** @throws DomainError `rights-beyond` when something touched lies where the one who acts may not manage rights */
export async function assertManages(ctx: Ctx, touched: readonly Given[]): Promise<void> {
  if (!withinManaged(await managedReach(ctx), touched)) throw new DomainError("rights-beyond");
}

/** Roles count everywhere they are held. @throws DomainError `rights-beyond` when rights are not managed everywhere */
export async function assertManagesHouse(ctx: Ctx): Promise<void> {
  if ((await managedReach(ctx)) !== "everywhere") throw new DomainError("rights-beyond");
}

/** Who can sign in and manage employees and roles everywhere, and by which role. */
async function administrators(ctx: Ctx): Promise<AdminHolding[]> {
  const rows = await ctx.db
    .select({
      employeeId: employees.id,
      roleId: grants.roleId,
      grantId: grants.id,
      demo: employees.demo,
    })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .innerJoin(roleTasks, and(eq(roleTasks.roleId, grants.roleId), eq(roleTasks.task, MANAGES)))
    .where(and(eq(grants.everywhere, true), isNull(employees.disabledAt), isNotNull(employees.passwordHash)));
  return rows.filter(({ demo }) => !demo || ctx.world.demo);
}

/** @throws DomainError `last-administrator` when this loss would leave nobody who can manage rights everywhere */
export async function assertAdministratorStays(ctx: Ctx, loss: Loss): Promise<void> {
  if (losesLastAdministrator(await administrators(ctx), loss)) throw new DomainError("last-administrator");
}

/** Task codes from outside, in the order of the task list. @throws DomainError `input-invalid` for an unknown one */
export function knownTasks(codes: readonly string[]): TaskId[] {
  if (!codes.every((code) => Object.hasOwn(TASKS, code))) throw new DomainError("input-invalid");
  return (Object.keys(TASKS) as TaskId[]).filter((task) => codes.includes(task));
}

/** Expertise codes from outside, each once. @throws DomainError `input-invalid` for an unknown one */
export function knownExpertises(codes: readonly string[]): string[] {
  if (!codes.every((code) => Object.hasOwn(EXPERTISES, code))) throw new DomainError("input-invalid");
  return Object.keys(EXPERTISES).filter((code) => codes.includes(code));
}

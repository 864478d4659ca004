import { eq } from "drizzle-orm";
import type { z } from "zod";
import { employees } from "@/db/schema/access";
import type { DossierRole } from "../access/dossier-roles";
import type { ChangeCtx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { readFields } from "../clients/fields";
import { DomainError } from "../core/errors";
import type { FieldProblem } from "../core/field-problems";
import { tellAround } from "../portal/tell";
import { ADD_FIELDS, ROLE_FIELDS } from "./fields";
import type { AddRole, ChangeRole } from "./input";
import { tellInvited, tellRoleChanged } from "./mails";
import { openRoleOf, type RoleRow } from "./people";
import { type Days, dayProblems, mayAppointSelf, rolesToGive, stateOn } from "./rules";
import {
  canHold,
  end,
  type Given,
  give,
  givenBefore,
  othersRole,
  rowIdFor,
  type Scene,
  sceneOf,
} from "./scene";

type Values = Readonly<Record<string, string>>;

/** Role and days from a form. @throws DomainError `sharing-owner-there` */
function readRole(
  ctx: ChangeCtx,
  { hand, owner }: Scene,
  values: Values,
  begun?: string,
): Days & { role: DossierRole; problems: FieldProblem[] } {
  const { values: read, problems } = readFields(ROLE_FIELDS, values, ctx.day);
  const role = (read.role ?? "viewer") as DossierRole;
  const days = { fromDate: read.fromDate as string | null, untilDate: read.untilDate as string | null };
  if (role === "owner" && owner) throw new DomainError("sharing-owner-there");
  if (problems.length === 0) problems.push(...dayProblems(role, days, ctx.day, begun));
  if (!problems.some(({ path }) => path === "role") && !rolesToGive(hand, owner !== undefined).includes(role))
    problems.push({ path: "role", problem: "role-not-yours" });
  return { role, ...days, problems };
}

/** Whether a role that was given is what a form asks. */
function isAsked({ role, untilDate }: Pick<Given, "role" | "untilDate">, values: Values): boolean {
  return role === values.role && (values.untilDate ?? "") === (untilDate ?? "");
}

/** Who has an account they can sign in with, by its address. */
async function holderOf(ctx: ChangeCtx, email: string) {
  const [person] = await ctx.tx.select().from(employees).where(eq(employees.email, email));
  if (!person?.passwordHash || person.disabledAt !== null || (person.demo && !ctx.world.demo))
    return undefined;
  return person;
}

/**
 * Gives an employee a role, by the e-mail address of their account; they, the client and those around are told.
 * @throws DomainError `form-invalid` with the fields, `sharing-owner-there`, `sharing-changed`, `request-reused`
 */
export async function addRole(
  ctx: ChangeCtx,
  client: ReachedClient,
  { values, requestKey }: z.output<typeof AddRole>,
): Promise<void> {
  const email = (values.email ?? "").normalize("NFC").trim().toLowerCase();
  const person = await holderOf(ctx, email);
  const rowId = rowIdFor(ctx, client, requestKey);
  // A first day left empty was the day of then.
  const sameFrom = (day: string) => (values.fromDate ?? "") === "" || values.fromDate === day;
  const same = (row: Given) =>
    row.employeeId === person?.id && isAsked(row, values) && sameFrom(row.fromDate);
  if (await givenBefore(ctx, rowId, (row) => same({ ...row, rowId }))) return;
  const scene = await sceneOf(ctx, client);
  const { role, fromDate, untilDate, problems } = readRole(ctx, scene, values);
  const address = readFields(ADD_FIELDS.slice(0, 1), values, ctx.day).problems;
  const open = person && (await openRoleOf(ctx.tx, client.id, person.id));
  if (address.length > 0) problems.unshift(...address);
  else if (!person) problems.unshift({ path: "email", problem: "account-needed" });
  else if (person.id === scene.self.id && !(role === "owner" && mayAppointSelf(scene.hand)))
    problems.unshift({ path: "email", problem: "not-yourself" });
  else if (open && stateOn(open, ctx.day) !== "over")
    problems.unshift({ path: "email", problem: "already-shared" });
  else if (problems.length === 0 && !(await canHold(ctx, person.id, role)))
    problems.push({ path: "role", problem: "role-without-task" });
  if (problems.length > 0 || !person) throw new DomainError("form-invalid", { fields: problems });
  if (open) await end(ctx, open.id, scene.self.signed, "changed");
  const given = { rowId, employeeId: person.id, role, fromDate: fromDate ?? ctx.day, untilDate };
  await give(ctx, client, scene, given);
  if (person.id !== scene.self.id) await tellInvited(ctx, person, rowId);
  await tellAround(ctx, client.id, rowId);
}

/**
 * A role that was changed since the page showed it comes back as what it became, for the form to show beside what was
 * typed. @throws DomainError `record-changed`
 */
function assertStands({ all }: Scene, rowId: string, day: string): void {
  const stale = all.find(({ row }) => row.id === rowId && stateOn(row, day) === "over");
  const isOpen = ({ row, person }: RoleRow) =>
    person.id === stale?.person.id && stateOn(row, day) !== "over" && row.role !== "owner";
  if (all.some(isOpen)) throw new DomainError("record-changed");
}

/**
 * Gives someone who has a role another one, or other days. Another role counts from today.
 * @throws DomainError `form-invalid` with the fields, `not-found`, `record-changed`, `sharing-changed`, `sharing-own-role`,
 * `sharing-owner-stays`, `sharing-owner-there`, `sharing-account-off`, `request-reused`
 */
export async function changeRole(
  ctx: ChangeCtx,
  client: ReachedClient,
  { rowId, values, requestKey }: z.output<typeof ChangeRole>,
): Promise<void> {
  const nextId = rowIdFor(ctx, client, requestKey);
  if (await givenBefore(ctx, nextId, (row) => isAsked(row, values))) return;
  const scene = await sceneOf(ctx, client);
  assertStands(scene, rowId, ctx.day);
  const { row, person } = othersRole(ctx, scene, rowId);
  if (person.disabledAt !== null) throw new DomainError("sharing-account-off");
  const begun = stateOn(row, ctx.day) === "now" ? row.fromDate : undefined;
  const { role, fromDate, untilDate, problems } = readRole(ctx, scene, values, begun);
  if (problems.length === 0 && !(await canHold(ctx, person.id, role)))
    problems.push({ path: "role", problem: "role-without-task" });
  if (problems.length > 0) throw new DomainError("form-invalid", { fields: problems });
  const isOther = role !== row.role;
  const from = isOther && begun !== undefined ? ctx.day : (fromDate ?? ctx.day);
  if (!isOther && from === row.fromDate && untilDate === row.untilDate) return;
  await end(ctx, row.id, scene.self.signed, "changed");
  const given = { rowId: nextId, employeeId: person.id, role, untilDate };
  await give(ctx, client, scene, { ...given, fromDate: from });
  if (isOther) await tellRoleChanged(ctx, person, nextId);
  await tellAround(ctx, client.id, nextId);
}

import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { employees, grants, locations, roles } from "@/db/schema/access";
import { mails } from "@/db/schema/mails";
import type { Ctx } from "../../access/perform";
import { reachOf } from "../../access/policy";
import { selfOf } from "../../auth/own";
import { secondFactorOf } from "../../auth/second-factor";
import { EXPERTISES } from "../../dossier/codes";
import type { EmployeeState, ListEmployees, OneEmployee } from "../input";
import { type EmployeeLine, employeeLine, employeeView } from "../view";
import { findEmployee, heldBy } from "./find";

const byName = sql<string>`${employees.name} COLLATE NOCASE`;

function inState(state: EmployeeState): SQL | undefined {
  if (state === "disabled") return isNotNull(employees.disabledAt);
  const activated = state === "active" ? isNotNull : isNull;
  return and(isNull(employees.disabledAt), activated(employees.passwordHash));
}

/** Each word somewhere in name, address or title; `%` and `_` are letters like any other. */
function holding(search: string): SQL | undefined {
  const words = search.split(/\s+/).filter((word) => word !== "");
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const like = (column: typeof employees.name | typeof employees.email | typeof employees.title) =>
        sql`${column} LIKE ${pattern} ESCAPE '\\'`;
      return or(like(employees.name), like(employees.email), like(employees.title));
    }),
  );
}

/** The names of the roles of these employees. */
async function roleNames(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .select({ employeeId: grants.employeeId, name: roles.name })
    .from(grants)
    .innerJoin(roles, eq(roles.id, grants.roleId))
    .where(inArray(grants.employeeId, ids))
    .orderBy(roles.name);
  const names = new Map<string, string[]>();
  for (const { employeeId, name } of rows) names.set(employeeId, [...(names.get(employeeId) ?? []), name]);
  return names;
}

/**
 * A page of employees, by name.
 * @returns lines, how many there are in all, and where the next page starts (`undefined`: this was the last)
 */
export async function listEmployees(
  ctx: Ctx,
  input: z.output<typeof ListEmployees>,
): Promise<{ lines: EmployeeLine[]; total: number; next: { name: string; id: string } | undefined }> {
  const found = and(holding(input.search), input.state && inState(input.state));
  const page = input.after && sql`(${byName}, ${employees.id}) > (${input.after.name}, ${input.after.id})`;
  const rows = await ctx.db
    .select()
    .from(employees)
    .where(and(found, page))
    .orderBy(byName, employees.id)
    .limit(input.size + 1);
  const shown = rows.slice(0, input.size);
  const names = await roleNames(
    ctx,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => employeeLine(row, names.get(row.id) ?? [])),
    total: await ctx.db.$count(employees, found),
    next: rows.length > input.size && last ? { name: last.name, id: last.id } : undefined,
  };
}

/** One employee, with roles in words. `self`: it is the one who looks. @throws DomainError `employee-gone` */
export async function viewEmployee(ctx: Ctx, { employeeId }: z.output<typeof OneEmployee>) {
  const row = await findEmployee(ctx.db, employeeId);
  ctx.touch("employee", row.id);
  const [mail] = await ctx.db
    .select()
    .from(mails)
    .where(eq(mails.employeeId, row.id))
    .orderBy(sql`${mails.queuedAt} DESC`, sql`${mails.id} DESC`)
    .limit(1);
  const view = employeeView(row, await heldBy(ctx.db, row.id), mail);
  const secondFactor = await secondFactorOf(ctx.db, { kind: "employee", id: row.id });
  return { ...view, secondFactor, self: row.id === selfOf(ctx).id };
}

/** What forms about employees choose from: roles, places with their depth in the tree, expertises. */
export async function employeeChoices(ctx: Ctx) {
  const managed = reachOf(ctx.actor, "access.manage");
  const rows = await ctx.db.select().from(locations).orderBy(locations.name);
  const under = (parentId: string | null, depth: number): { code: string; name: string; depth: number }[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap(({ id, code, name }) => [
        ...(managed === "everywhere" || managed.includes(id) ? [{ code, name, depth }] : []),
        ...under(id, depth + 1),
      ]);
  return {
    roles: await ctx.db.select({ id: roles.id, name: roles.name }).from(roles).orderBy(roles.name),
    locations: under(null, 0),
    /** Whether roles may be given everywhere */
    everywhere: managed === "everywhere",
    expertises: Object.entries(EXPERTISES).map(([code, label]) => ({ code, label })),
  };
}

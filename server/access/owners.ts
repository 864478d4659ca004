import { and, countDistinct, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { employees, grants, roleTasks } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { dossierRoles } from "@/db/schema/sharing";
import { ROLE_NEEDS } from "./dossier-roles";

/**
 * Ids of the employees who could own a dossier at this moment: the account is on, and their roles in the organisation
 * hold all that an owner needs. Who cannot owns none, whatever row says so (DOMAIN.md 5).
 */
export function couldOwn() {
  const needed = [...ROLE_NEEDS.owner];
  return new QueryBuilder()
    .select({ id: grants.employeeId })
    .from(grants)
    .innerJoin(roleTasks, eq(roleTasks.roleId, grants.roleId))
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .where(and(inArray(roleTasks.task, needed), isNull(employees.disabledAt)))
    .groupBy(grants.employeeId)
    .having(eq(countDistinct(roleTasks.task), needed.length));
}

/**
 * Whether somebody owns the dossier of the client of a query on a day. It is asked for each client in care, so all it
 * reads stands in one partial index (named, as the unique one beside it would be taken), and the plus keeps SQLite from
 * walking every employee for every client.
 */
export function isOwned(day: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${dossierRoles} INDEXED BY dossier_roles_owners
    WHERE client_id = ${clients.id} AND role = 'owner' AND ended_at IS NULL AND from_date <= ${day}
    AND (until_date IS NULL OR until_date > ${day}) AND +employee_id IN ${couldOwn()})`;
}

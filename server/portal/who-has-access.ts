import { and, asc, eq, isNull } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { dossierRoles } from "@/db/schema/sharing";
import { DOSSIER_ROLES } from "../access/dossier-roles";
import type { Ctx } from "../access/perform";
import { holds, livesOn, type ReachedClient } from "../access/reach";
import { RELATION_KINDS } from "../access/relations";
import { nameHere } from "../clients/portal-people";

const RANK = { owner: 0, collaborator: 1, viewer: 2 } as const;

/**
 * Who has access at this moment and in which role (DOMAIN.md 5): employees by their role in the dossier, and the people
 * around the client by what they are. Names and roles only.
 */
export async function whoHasAccess(ctx: Ctx, client: ReachedClient) {
  const staff = await ctx.db
    .select({ name: employees.name, title: employees.title, role: dossierRoles.role })
    .from(dossierRoles)
    .innerJoin(employees, eq(employees.id, dossierRoles.employeeId))
    .where(and(eq(dossierRoles.clientId, client.id), holds(ctx.day), isNull(employees.disabledAt)))
    .orderBy(asc(employees.name));
  const people = await ctx.db
    .select({ name: nameHere, kind: portalRelations.kind })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(and(eq(portalRelations.clientId, client.id), livesOn(ctx.day), isNull(portalAccounts.disabledAt)))
    .orderBy(asc(nameHere));
  return {
    staff: staff
      .toSorted((one, other) => RANK[one.role] - RANK[other.role])
      .map(({ name, title, role }) => ({ name, title, role: DOSSIER_ROLES[role] })),
    people: people.map(({ name, kind }) => ({ name, kind: RELATION_KINDS[kind] })),
  };
}

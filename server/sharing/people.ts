import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { employees } from "@/db/schema/access";
import { dossierRoles } from "@/db/schema/sharing";
import { couldOwn } from "../access/owners";
import { stateOn } from "./rules";

/** A role in a dossier with whose it is, as they are now. */
export interface RoleRow {
  row: typeof dossierRoles.$inferSelect;
  person: Pick<typeof employees.$inferSelect, "id" | "name" | "title" | "email" | "disabledAt"> & {
    /** Whether they could be an owner now (SQLite's truth) */
    couldOwn: number;
  };
}

/** Every role ever given in the dossier of a client, the newest first. */
export function rolesIn(db: Reader, clientId: string): Promise<RoleRow[]> {
  return db
    .select({
      row: dossierRoles,
      person: {
        id: employees.id,
        name: employees.name,
        title: employees.title,
        email: employees.email,
        disabledAt: employees.disabledAt,
        couldOwn: sql<number>`${inArray(employees.id, couldOwn())}`,
      },
    })
    .from(dossierRoles)
    .innerJoin(employees, eq(employees.id, dossierRoles.employeeId))
    .where(eq(dossierRoles.clientId, clientId))
    .orderBy(desc(dossierRoles.givenAt), desc(dossierRoles.id));
}

/**
 * Whether a role counts on a day: it holds, and its holder can sign in. An owner counts only while they could be made
 * one: who lost the tasks can hand nothing over, so the dossier awaits another.
 */
export function counts({ row, person }: RoleRow, day: string): boolean {
  const holds = stateOn(row, day) === "now" && person.disabledAt === null;
  return holds && (row.role !== "owner" || person.couldOwn === 1);
}

/** An employee's role in a dossier that was not ended, whether or not its days are there. */
export async function openRoleOf(db: Reader, clientId: string, employeeId: string) {
  const { clientId: at, employeeId: of, endedAt } = dossierRoles;
  const [row] = await db
    .select()
    .from(dossierRoles)
    .where(and(eq(at, clientId), eq(of, employeeId), isNull(endedAt)));
  return row;
}

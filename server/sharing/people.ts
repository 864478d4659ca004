import { and, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { employees } from "@/db/schema/access";
import { dossierRoles } from "@/db/schema/sharing";
import { stateOn } from "./rules";

/** A role in a dossier with whose it is, as they are now. */
export interface RoleRow {
  row: typeof dossierRoles.$inferSelect;
  person: Pick<typeof employees.$inferSelect, "id" | "name" | "title" | "email" | "disabledAt">;
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
      },
    })
    .from(dossierRoles)
    .innerJoin(employees, eq(employees.id, dossierRoles.employeeId))
    .where(eq(dossierRoles.clientId, clientId))
    .orderBy(desc(dossierRoles.givenAt), desc(dossierRoles.id));
}

/** Whether a role counts on a day: it holds, and its holder can sign in. */
export function counts({ row, person }: RoleRow, day: string): boolean {
  return stateOn(row, day) === "now" && person.disabledAt === null;
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

import { and, asc, sql } from "drizzle-orm";
import { employees } from "@/db/schema/access";
import { clients } from "@/db/schema/clients";
import { dossierRoles } from "@/db/schema/sharing";
import { about, inCare, reached, type Signal } from "./signal";

const TASK = "dossier.share";

/**
 * Whether a client's dossier has nobody who owns it today: none was appointed, or their account is off. The text of the
 * condition is that of the index `dossier_roles_owner`, which SQLite uses only for the same words.
 */
function withoutOwner(day: string) {
  return sql`NOT EXISTS (SELECT 1 FROM ${dossierRoles} JOIN ${employees} ON ${employees.id} = ${dossierRoles.employeeId}
    WHERE ${dossierRoles.clientId} = ${clients.id} AND role = 'owner' AND ended_at IS NULL
    AND ${dossierRoles.fromDate} <= ${day} AND (${dossierRoles.untilDate} IS NULL OR ${dossierRoles.untilDate} > ${day})
    AND ${employees.disabledAt} IS NULL)`;
}

/** Dossiers that await an owner (DOMAIN.md 5): after intake, import, or an owner who left. */
export const ownerMissing: Signal = {
  id: "no-owner",
  title: "Dossier zonder eigenaar",
  help: "Niemand is eigenaar van dit dossier, of het account van de eigenaar is uitgezet. Benoem een eigenaar bij Dossier rechten.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const where = and(inCare(ctx.day), withoutOwner(ctx.day), reached(ctx, TASK));
    const count = await ctx.db.$count(clients, where);
    const rows = await ctx.db
      .select()
      .from(clients)
      .where(where)
      .orderBy(asc(clients.number))
      .limit(limit)
      .offset(offset);
    const items = rows.map((client) => ({
      key: client.id,
      clients: [about(client, "/sharing")],
      note: null,
    }));
    return { count, items };
  },
};

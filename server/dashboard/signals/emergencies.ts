import { and, asc, eq, isNull, lte, ne, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { emergencyAccesses } from "@/db/schema/sharing";
import type { Ctx } from "@/server/access/perform";
import { scopeOf } from "@/server/access/policy";
import { withinScope } from "@/server/access/reach";
import { CLIENT_TASKS } from "@/server/access/tasks";
import { selfOf } from "@/server/auth/own";
import { about, reached, type Signal } from "./signal";

const TASK = "emergency.review";

/** What awaits a review: over, reviewed by nobody, and not one's own. */
function waiting(ctx: Ctx) {
  return and(
    isNull(emergencyAccesses.reviewedAt),
    lte(emergencyAccesses.until, ctx.now),
    ne(emergencyAccesses.employeeId, selfOf(ctx).id),
    reached(ctx, TASK),
  );
}

/** Uses of the emergency procedure that nobody reviewed. Who may not see who a client is reads the number only. */
export const emergenciesToReview: Signal = {
  id: "emergencies",
  title: "Noodprocedure te beoordelen",
  help: "Een collega opende een dossier met de noodprocedure. Beoordeel of dat terecht was.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const sees = withinScope(scopeOf(ctx.actor, ...CLIENT_TASKS), ctx.day) ?? sql`1`;
    const of = eq(clients.id, emergencyAccesses.clientId);
    const [found] = await ctx.db
      .select({ total: sql<number>`count(*)` })
      .from(emergencyAccesses)
      .innerJoin(clients, of)
      .where(waiting(ctx));
    const rows = await ctx.db
      .select({ access: emergencyAccesses, client: clients, seen: sql<number>`${sees}` })
      .from(emergencyAccesses)
      .innerJoin(clients, of)
      .where(waiting(ctx))
      .orderBy(asc(emergencyAccesses.openedAt), asc(emergencyAccesses.id))
      .limit(limit)
      .offset(offset);
    const items = rows.map(({ access, client, seen }) => {
      const named = about(client);
      const name = seen ? named.name : "Cliënt";
      return {
        key: access.id,
        clients: [{ ...named, name, href: "/audits/emergencies" }],
        note: { text: "geopend", moment: access.openedAt, late: false },
      };
    });
    return { count: found?.total ?? 0, items };
  },
};

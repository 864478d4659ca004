import { and, desc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalRelations } from "@/db/schema/portal";
import type { Ctx } from "@/server/access/perform";
import { dayOf } from "@/server/core/clock";
import { about, inCareAndReach, type Signal } from "./signal";

const TASK = "caren.invite";

/** The newest invitation of a client who has no link, when it is over. */
function overAndNotLinked(ctx: Ctx) {
  const later = sql`EXISTS (SELECT 1 FROM ${carenInvitations} later WHERE later.client_id = ${carenInvitations.clientId}
    AND later.made_at > ${carenInvitations.madeAt})`;
  const linked = sql`EXISTS (SELECT 1 FROM ${portalRelations} WHERE ${portalRelations.clientId} = ${clients.id}
    AND ${portalRelations.kind} = 'network' AND ${portalRelations.endedAt} IS NULL)`;
  return and(
    or(
      eq(carenInvitations.ended, "expired"),
      and(isNull(carenInvitations.endedAt), lte(carenInvitations.expiresAt, ctx.now)),
    ),
    sql`NOT ${later}`,
    sql`NOT ${linked}`,
    inCareAndReach(ctx, TASK),
  );
}

/** Letters that were never used: to be sent anew, or talked about. */
export const invitationExpired: Signal = {
  id: "invitation-expired",
  title: "Uitnodiging verlopen",
  help: "De code in de brief voor Caren is niet gebruikt en werkt niet meer. Maak zo nodig een nieuwe uitnodiging.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const over = overAndNotLinked(ctx);
    const [found] = await ctx.db
      .select({ total: sql<number>`count(*)` })
      .from(carenInvitations)
      .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
      .where(over);
    const rows = await ctx.db
      .select({ id: carenInvitations.id, expiresAt: carenInvitations.expiresAt, client: clients })
      .from(carenInvitations)
      .innerJoin(clients, eq(clients.id, carenInvitations.clientId))
      .where(over)
      .orderBy(desc(carenInvitations.expiresAt), desc(carenInvitations.id))
      .limit(limit)
      .offset(offset);
    const items = rows.map(({ id, expiresAt, client }) => ({
      key: id,
      clients: [{ ...about(client), href: `/ons-client/clients/${client.number}` }],
      note: { text: "verlopen", day: dayOf(expiresAt), late: true },
    }));
    return { count: found?.total ?? 0, items };
  },
};

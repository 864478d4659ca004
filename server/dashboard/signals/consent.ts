import { and, asc, between, eq, isNull, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { consentDecisions, parties, partyVersions } from "@/db/schema/consent";
import type { Ctx } from "@/server/access/perform";
import { daysAfter } from "../rules";
import { about, inCareAndReach, type Signal } from "./signal";

const TASK = "client.manage";
/** How many days ahead the end of a consent is announced: time enough to ask anew. */
const ENDS_WITHIN = 30;

/** A Ja that nothing was recorded after, and that ends soon, to a party that still asks for it. */
function ending(ctx: Ctx) {
  const later = sql`EXISTS (SELECT 1 FROM ${consentDecisions} later WHERE later.client_id = ${consentDecisions.clientId}
    AND later.party_id = ${consentDecisions.partyId} AND later.sequence > ${consentDecisions.sequence})`;
  const newest = sql`(SELECT max(version) FROM ${partyVersions} v WHERE v.party_id = ${parties.id})`;
  return and(
    eq(consentDecisions.answer, "yes"),
    between(consentDecisions.untilDate, ctx.day, daysAfter(ctx.day, ENDS_WITHIN)),
    sql`NOT ${later}`,
    isNull(parties.endedAt),
    eq(partyVersions.version, newest),
    eq(partyVersions.basis, "consent"),
    inCareAndReach(ctx, TASK),
  );
}

/** Consents that end within a month: to be asked anew, or the exchange stops. */
export const consentEnds: Signal = {
  id: "consent-ends",
  title: "Toestemming verloopt",
  help: "Deze toestemming eindigt binnen 30 dagen. Vraag opnieuw, anders stopt de uitwisseling.",
  task: TASK,
  read: async (ctx, { limit, offset }) => {
    const [found] = await ctx.db
      .select({ total: sql<number>`count(*)` })
      .from(consentDecisions)
      .innerJoin(clients, eq(clients.id, consentDecisions.clientId))
      .innerJoin(parties, eq(parties.id, consentDecisions.partyId))
      .innerJoin(partyVersions, eq(partyVersions.partyId, parties.id))
      .where(ending(ctx));
    const rows = await ctx.db
      .select({
        id: consentDecisions.id,
        until: consentDecisions.untilDate,
        party: partyVersions.name,
        client: clients,
      })
      .from(consentDecisions)
      .innerJoin(clients, eq(clients.id, consentDecisions.clientId))
      .innerJoin(parties, eq(parties.id, consentDecisions.partyId))
      .innerJoin(partyVersions, eq(partyVersions.partyId, parties.id))
      .where(ending(ctx))
      .orderBy(asc(consentDecisions.untilDate), asc(consentDecisions.id))
      .limit(limit)
      .offset(offset);
    const items = rows.map(({ id, until, party, client }) => ({
      key: id,
      clients: [about(client, "/consent")],
      note: { text: `${party}, tot en met`, day: until ?? ctx.day, late: false },
    }));
    return { count: found?.total ?? 0, items };
  },
};

import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { carenInvitations } from "@/db/schema/caren";
import { clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { CarenAnswer } from "./gateway";
import type { CarenStatus } from "./kinds";

/** Which relations of the portal are links: of a network member whose account is active and not switched off. */
export const isLink: SQL | undefined = and(
  eq(portalRelations.kind, "network"),
  isNull(portalRelations.endedAt),
  isNull(portalAccounts.disabledAt),
  isNotNull(portalAccounts.passwordHash),
);

function linked(answer: CarenAnswer & { known: true }): SQL {
  if (answer.links === "here")
    return sql`EXISTS (SELECT 1 FROM ${portalRelations} JOIN ${portalAccounts}
      ON ${portalAccounts.id} = ${portalRelations.accountId}
      WHERE ${portalRelations.clientId} = ${clients.id} AND ${isLink})`;
  const ids = JSON.stringify([...new Set(answer.links.map(({ clientId }) => clientId))]);
  return sql`${clients.id} IN (SELECT value FROM json_each(${ids}))`;
}

/**
 * The status of the client of the row, as `carenStatusOf` tells it: the one expression of list, filter and count.
 * @param now epoch ms
 */
export function carenStatus(answer: CarenAnswer, now: number): SQL<CarenStatus> {
  if (!answer.known) return sql<CarenStatus>`'unknown'`;
  const invited = and(
    eq(carenInvitations.clientId, clients.id),
    isNull(carenInvitations.endedAt),
    sql`${carenInvitations.expiresAt} > ${now}`,
  );
  return sql<CarenStatus>`CASE WHEN ${linked(answer)} THEN 'linked'
    WHEN EXISTS (SELECT 1 FROM ${carenInvitations} WHERE ${invited}) THEN 'invited' ELSE 'not-linked' END`;
}

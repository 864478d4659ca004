import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { Ctx } from "../access/perform";
import { livesOn, type ReachedClient } from "../access/reach";
import { RELATION_KINDS, type RelationKind } from "../access/relations";
import { DomainError } from "../core/errors";

/** Who in the portal may be asked something or shown a document; the network and family never (DOMAIN.md 5). */
export const ASKED_KINDS = [
  "client",
  "representative",
  "involved",
] as const satisfies readonly RelationKind[];

/** Someone in the portal as staff name them: "Anja Visser, dochter (betrokkene)". */
export interface PortalPerson {
  relationId: string;
  name: string;
  email: string;
  kind: RelationKind;
  kindText: string;
  relation: string | null;
}

/**
 * What someone in the portal is called at a client: as whoever invited them wrote it. The name of their account may be
 * known from elsewhere, and is only their own to see.
 */
export const nameHere = sql<string>`coalesce(${portalRelations.name}, ${portalAccounts.name})`;

const isAsked = (kind: RelationKind): boolean => (ASKED_KINDS as readonly RelationKind[]).includes(kind);

/**
 * All that the person in the portal is to this client, but for the network: someone can be both its representative and a
 * betrokkene, and what was asked of either is theirs.
 */
export function ownRelations({ actor }: Pick<Ctx, "actor">, client: ReachedClient): string[] {
  if (actor.kind !== "portal") return [];
  return actor.relations
    .filter(({ clientId, kind }) => clientId === client.id && isAsked(kind))
    .map(({ id }) => id);
}

/** Whoever in the portal may be asked or shown something now, by name. */
export async function peopleToAsk(
  { db, day }: Pick<Ctx, "db" | "day">,
  client: ReachedClient,
): Promise<PortalPerson[]> {
  const rows = await db
    .select({
      relationId: portalRelations.id,
      name: nameHere,
      email: portalAccounts.email,
      kind: portalRelations.kind,
      relation: portalRelations.relation,
    })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(
      and(
        eq(portalRelations.clientId, client.id),
        inArray(portalRelations.kind, [...ASKED_KINDS]),
        livesOn(day),
        isNull(portalAccounts.disabledAt),
      ),
    )
    .orderBy(nameHere);
  return rows.map((row) => ({ ...row, kindText: RELATION_KINDS[row.kind] }));
}

/**
 * One of them, by their relation.
 * @throws DomainError `portal-person-gone` when it ended or is another client's, `not-for-network`
 */
export async function personToAsk(
  ctx: Pick<Ctx, "db" | "day">,
  client: ReachedClient,
  relationId: string,
): Promise<PortalPerson> {
  const found = (await peopleToAsk(ctx, client)).find((person) => person.relationId === relationId);
  if (found) return found;
  const ofNetwork = await ctx.db.$count(
    portalRelations,
    and(
      eq(portalRelations.id, relationId),
      eq(portalRelations.clientId, client.id),
      eq(portalRelations.kind, "network"),
    ),
  );
  throw new DomainError(ofNetwork > 0 ? "not-for-network" : "portal-person-gone");
}

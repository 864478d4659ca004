import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clientLocations, clients } from "@/db/schema/clients";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import { isThere } from "../../access/merged";
import { isCurrent, livesOn } from "../../access/reach";
import type { RelationKind } from "../../access/relations";
import { listName } from "../../clients/rules";
import { makeTurns } from "../../core/turns";
import { carenStatus } from "../status-sql";
import { type Unreached, whyUnreached } from "./rules";

/** Whom a message is for: at which places now (null: everywhere), by which relations. */
export interface Audience {
  places: readonly string[] | null;
  kinds: readonly RelationKind[];
  /** Amsterdam calendar day */
  day: string;
}

/** So many clients are looked at in one statement: it holds the thread for some milliseconds. */
const SLICE = 400;

const inCare = (day: string): SQL | undefined =>
  and(isNull(clients.deathDate), or(isNull(clients.outOfCareSince), gt(clients.outOfCareSince, day)));

/** The client of the row is at one of the places. */
function isHere({ places, day }: Audience): SQL {
  if (places === null) return sql`1`;
  const stay = and(
    eq(clientLocations.clientId, clients.id),
    isCurrent(day),
    inArray(sql`+${clientLocations.locationId}`, [...places]),
  );
  return sql`EXISTS (SELECT 1 FROM ${clientLocations} WHERE ${stay})`;
}

const isActive: SQL | undefined = and(
  isNull(portalAccounts.disabledAt),
  isNotNull(portalAccounts.passwordHash),
  isNotNull(portalAccounts.agreedAt),
);

/** The relation of the row is one it is for, and lives. */
const isLinked = ({ kinds, day }: Audience): SQL | undefined =>
  and(inArray(portalRelations.kind, [...kinds]), livesOn(day));

/** Client, account and relation of the row together: it goes there. The one expression of preview and delivery. */
export function reaches(audience: Audience): SQL | undefined {
  return and(isLinked(audience), isActive, isThere(), inCare(audience.day), isHere(audience));
}

/** The same, fact by fact, for a recipient of long ago: is it still so? The row has client and account. */
export function recipientFacts(audience: Audience, of: { accountId: SQL; clientId: SQL }) {
  const own = sql`${portalRelations.accountId} = ${of.accountId} AND ${portalRelations.clientId} = ${of.clientId}`;
  return {
    linked: sql<number>`EXISTS (SELECT 1 FROM ${portalRelations} WHERE ${own} AND ${isLinked(audience)})`,
    active: sql<number>`(${isActive})`,
    inCare: sql<number>`(${and(isThere(), inCare(audience.day))})`,
    here: isHere(audience) as SQL<number>,
  };
}

/** Someone around the client of the row, of whom this holds. */
const someone = (
  condition: SQL | undefined,
): SQL<number> => sql<number>`EXISTS (SELECT 1 FROM ${portalRelations}
  JOIN ${portalAccounts} ON ${eq(portalAccounts.id, portalRelations.accountId)}
  WHERE ${and(eq(portalRelations.clientId, clients.id), condition)})`;

/** Clients of the places after one, in the order of their ids. */
const slice = (db: Reader, audience: Audience, from: string) =>
  db
    .select({ id: clients.id })
    .from(clients)
    .where(and(gt(clients.id, from), isThere(), isHere(audience)))
    .orderBy(asc(clients.id))
    .limit(SLICE);

async function factsOf(db: Reader, audience: Audience, ids: readonly string[], now: number) {
  const activated = isNotNull(portalAccounts.passwordHash);
  const on = isNull(portalAccounts.disabledAt);
  const other = and(
    inArray(portalRelations.kind, ["network", "client", "representative"]),
    livesOn(audience.day),
  );
  return db
    .select({
      row: clients,
      status: carenStatus({ known: true, links: "here" }, now),
      inCare: sql<number>`(${inCare(audience.day)})`,
      accountOff: someone(and(isLinked(audience), isNotNull(portalAccounts.disabledAt))),
      notAgreed: someone(and(isLinked(audience), on, activated, isNull(portalAccounts.agreedAt))),
      optionOff: someone(and(other, not(inArray(portalRelations.kind, [...audience.kinds])), on, activated)),
    })
    .from(clients)
    .where(inArray(clients.id, [...ids]));
}

const accountsOf = (db: Reader, audience: Audience, ids: readonly string[]) =>
  db
    .selectDistinct({
      clientId: portalRelations.clientId,
      accountId: portalAccounts.id,
      notices: portalAccounts.messageNotices,
    })
    .from(portalRelations)
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .innerJoin(clients, eq(clients.id, portalRelations.clientId))
    .where(and(inArray(portalRelations.clientId, [...ids]), reaches(audience)));

/** A client of the places, and whether the message reaches them. */
export interface AudienceClient {
  id: string;
  number: number;
  name: string;
  /** As the lists of clients are sorted by */
  sortName: string;
  unreached: Unreached | undefined;
  accounts: { accountId: string; notices: boolean }[];
}

/**
 * Goes over the clients of the places, in stretches that leave the thread to others in between.
 * @param known whether Caren is known here; else nobody is
 */
export async function* audienceOf(
  db: Reader,
  audience: Audience,
  { known, now }: { known: boolean; now: number },
): AsyncGenerator<AudienceClient> {
  const turn = makeTurns();
  for (let from = ""; ; ) {
    const ids = (await slice(db, audience, from)).map(({ id }) => id);
    if (ids.length === 0) return;
    from = ids.at(-1) ?? "";
    await turn();
    const accounts = new Map<string, AudienceClient["accounts"]>(ids.map((id) => [id, []]));
    for (const { clientId, ...account } of await accountsOf(db, audience, ids))
      accounts.get(clientId)?.push(account);
    await turn();
    for (const facts of await factsOf(db, audience, ids, now)) {
      const own = accounts.get(facts.row.id) ?? [];
      const unreached = whyUnreached({
        status: known ? facts.status : "unknown",
        accounts: own.length,
        outOfCare: !facts.inCare,
        accountOff: Boolean(facts.accountOff),
        notAgreed: Boolean(facts.notAgreed),
        optionOff: Boolean(facts.optionOff),
      });
      yield {
        id: facts.row.id,
        number: facts.row.number,
        name: listName(facts.row),
        sortName: facts.row.sortName,
        unreached,
        accounts: unreached ? [] : own,
      };
    }
    await turn();
  }
}

/** The ids of a stretch of clients, for collecting recipients: up to which one, or nothing when there are no more. */
export async function lastOfStretch(db: Reader, from: string, size: number): Promise<string | undefined> {
  const rows = await db
    .select({ id: clients.id })
    .from(clients)
    .where(gt(clients.id, from))
    .orderBy(asc(clients.id))
    .limit(size);
  return rows.at(-1)?.id;
}

/** Clients with an id after one and up to another. */
export const between = (from: string, to: string): SQL | undefined =>
  and(gt(clients.id, from), lte(clients.id, to));

import { isNull, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { clients } from "@/db/schema/clients";

/*
 * Two clients who were one person were merged (server/merge): the row of who was merged away stays, under its own number,
 * and points at whom they were merged into. They are shown nowhere; their number, their history and what comes in for
 * them lead to the survivor.
 */

/** Clients who are there: merged into nobody. */
export const isThere = (): SQL => isNull(clients.mergedIntoId);

/** The ids of all who were merged away, as a query: few, and read from an index of just them. */
export const MERGED_AWAY: SQL = sql.raw("SELECT id FROM clients WHERE merged_into_id IS NOT NULL");

/** Whom these clients are now: themselves, or at the end of the merges the one who is there. */
export async function survivorsOf(
  db: Reader,
  clientIds: Iterable<string>,
): Promise<(clientId: string) => string> {
  const asked = JSON.stringify([...new Set(clientIds)]);
  const ends = await db.all<{ away: string; id: string }>(sql`
    WITH RECURSIVE way(away, id, next) AS (
      SELECT id, id, merged_into_id FROM clients
        WHERE merged_into_id IS NOT NULL AND id IN (SELECT value FROM json_each(${asked}))
      UNION SELECT away, clients.id, clients.merged_into_id FROM way JOIN clients ON clients.id = way.next
    ) SELECT away, id FROM way WHERE next IS NULL`);
  const known = new Map(ends.map(({ away, id }) => [away, id]));
  return (clientId) => known.get(clientId) ?? clientId;
}

/** Whom a client is now. @param clientId of a client */
export async function survivorOf(db: Reader, clientId: string): Promise<string> {
  return (await survivorsOf(db, [clientId]))(clientId);
}

function mergedInto(db: Reader, clientId: string): Promise<{ id: string; number: number }[]> {
  return db.all(sql`
    WITH RECURSIVE away(id, number) AS (
      SELECT id, number FROM clients WHERE merged_into_id = ${clientId}
      UNION SELECT clients.id, clients.number FROM away JOIN clients ON clients.merged_into_id = away.id
    ) SELECT id, number FROM away ORDER BY number`);
}

/** The ids under which someone's history stands: their own, and those of everyone who was merged into them. */
export async function idsOf(db: Reader, clientId: string): Promise<string[]> {
  return [clientId, ...(await mergedInto(db, clientId)).map(({ id }) => id)];
}

/** The numbers that lead to a client besides their own: of everyone who was merged into them. */
export async function formerNumbersOf(db: Reader, clientId: string): Promise<number[]> {
  return (await mergedInto(db, clientId)).map(({ number }) => number);
}

/**
 * The same for many, as a query: the ids of the clients a condition keeps, and of everyone merged into one of them.
 * Goes through the merges, not through the clients.
 */
export function idsWithin(condition: SQL | undefined): SQL {
  return sql`SELECT ${clients.id} FROM ${clients} WHERE ${condition ?? sql`1`} UNION ALL
    SELECT away FROM (
      WITH RECURSIVE way(away, into_id) AS (
        SELECT id, merged_into_id FROM clients WHERE merged_into_id IS NOT NULL
        UNION SELECT away, merged_into_id FROM way JOIN clients ON id = into_id WHERE merged_into_id IS NOT NULL
      ) SELECT away, into_id FROM way
    ) JOIN ${clients} ON ${clients.id} = into_id WHERE ${condition ?? sql`1`}`;
}

import { eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { ReachedClient } from "../access/reach";
import type { AnyPart } from "./registry";

/**
 * Counts a client's entries of each of these parts by several conditions at once: one question for all, and each entry
 * is looked at once whatever is counted of it.
 * @param conditionsOf by name what an entry must be; `undefined` counts all of the client's entries of that part
 */
export async function countEntries<Name extends string>(
  db: Reader,
  client: Pick<ReachedClient, "id">,
  of: readonly AnyPart[],
  conditionsOf: (part: AnyPart) => Record<Name, SQL | undefined>,
): Promise<(Record<Name, number> & { part: AnyPart })[]> {
  const each = of.map((part, index) => {
    const sums = Object.entries<SQL | undefined>(conditionsOf(part)).map(
      ([name, condition]) => sql`coalesce(sum(${condition ?? sql`1`}), 0) AS ${sql.identifier(name)}`,
    );
    return sql`SELECT ${sql.join([sql`${index} AS part`, ...sums], sql`, `)}
      FROM ${part.table} WHERE ${eq(part.table.clientId, client.id)}`;
  });
  const rows = await db.all<Record<Name, number> & { part: number }>(sql.join(each, sql` UNION ALL `));
  return of.flatMap((part, index) => {
    const row = rows.find((counted) => counted.part === index);
    return row ? [{ ...row, part }] : [];
  });
}

import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { clientAddresses } from "@/db/schema/clients";
import type { Ctx } from "../access/perform";

const KIND_ORDER = { post: 0, temporary: 1, home: 2 } as const;

/**
 * Where post for a client goes today, line by line as on an envelope: the address for post, else where they stay, else
 * their home; `undefined` when none is known that can be posted to.
 */
export async function addressOf(ctx: Ctx, clientId: string): Promise<string[] | undefined> {
  const { fromDate, untilDate } = clientAddresses;
  const rows = await ctx.db
    .select()
    .from(clientAddresses)
    .where(
      and(
        eq(clientAddresses.clientId, clientId),
        or(isNull(fromDate), lte(fromDate, ctx.day)),
        or(isNull(untilDate), gt(untilDate, ctx.day)),
      ),
    );
  const [row] = rows
    .filter(({ street, city }) => street !== null && city !== null)
    .sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind]);
  if (!row) return undefined;
  const foreign = row.country !== null && !/^(nl|nederland)$/i.test(row.country) ? [row.country] : [];
  return [
    [row.street, row.houseNumber].filter(Boolean).join(" "),
    [row.postcode, row.city?.toUpperCase()].filter(Boolean).join("  "),
    ...foreign,
  ];
}

/** That address on one line; null when there is none. */
export async function addressText(ctx: Ctx, clientId: string): Promise<string | null> {
  return (await addressOf(ctx, clientId))?.join(", ") ?? null;
}

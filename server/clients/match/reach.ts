import { and, eq, exists, type SQL } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import type { Ctx } from "@/server/access/perform";
import { scopeOf } from "@/server/access/policy";
import { withinScope } from "@/server/access/reach";
import { notDismissed, standing } from "./standing";

/** Clients with whom the reader may do both that merging takes. */
export function mergeable(ctx: Ctx): SQL | undefined {
  const may = (task: "client.manage" | "client.merge") => withinScope(scopeOf(ctx.actor, task), ctx.day);
  return and(may("client.manage"), may("client.merge"));
}

/** Of whom both are in reach: of a client who is not, not even a number is told. */
function bothInReach(ctx: Ctx, two: typeof duplicatePairs | typeof duplicateDecisions): SQL | undefined {
  const one = (id: typeof two.oneId | typeof two.otherId) =>
    exists(
      ctx.db
        .select({ id: clients.id })
        .from(clients)
        .where(and(eq(clients.id, id), mergeable(ctx))),
    );
  return and(one(two.oneId), one(two.otherId));
}

/** Of the stored pairs those the reader is to look at, and of the decisions those that count and that they may see. */
export async function pairsFor(ctx: Ctx): Promise<{ open: SQL | undefined; dismissed: SQL | undefined }> {
  const holds = await standing(ctx.db, ctx.day);
  return {
    open: and(holds.proposed, notDismissed(ctx.db, holds), bothInReach(ctx, duplicatePairs)),
    dismissed: and(holds.dismissed, bothInReach(ctx, duplicateDecisions)),
  };
}

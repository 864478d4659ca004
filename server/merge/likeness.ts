import { and, eq, isNull } from "drizzle-orm";
import { duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import type { Ctx } from "../access/perform";
import { isProposed } from "../clients/match";
import { certaintyOf, currentMeasure, scoreOf } from "../clients/match/measure";
import { comparedDigest, peopleOf } from "../clients/match/people";
import type { Survey } from "./survey";

/** How alike the two are, field by field, scored as the queue of duplicates scores them. */
export async function likeness(ctx: Ctx, { left, right }: Survey) {
  const [oneId = "", otherId = ""] = [left.row.id, right.row.id].sort();
  const people = await peopleOf(ctx.db, ctx.day, [oneId, otherId]);
  const [one, other] = [people.get(oneId), people.get(otherId)];
  if (!one || !other) throw new Error("One of two clients cannot be compared.");
  const measure = await currentMeasure(ctx.db);
  const scored = scoreOf(one, other, measure);
  const stamp = comparedDigest(one, other);
  const isOf = (table: typeof duplicatePairs | typeof duplicateDecisions) =>
    and(eq(table.oneId, oneId), eq(table.otherId, otherId));
  const queued = await ctx.db.$count(duplicatePairs, isOf(duplicatePairs));
  const said = and(
    isOf(duplicateDecisions),
    isNull(duplicateDecisions.endedAt),
    eq(duplicateDecisions.compared, stamp),
  );
  const dismissed = await ctx.db.$count(duplicateDecisions, said);
  return {
    certainty: isProposed(scored, measure.enough) ? certaintyOf(scored, measure) : ("unlikely" as const),
    reasons: scored.reasons.map(({ field, agreement, weight }) => ({
      ...{ field, agreement },
      speaks: weight > 0 ? ("for" as const) : weight < 0 ? ("against" as const) : ("nothing" as const),
    })),
    /** With this the pair can be noted as two people; `null`: it is in no queue, or was noted so already */
    stamp: queued > 0 && dismissed === 0 ? stamp : null,
  };
}

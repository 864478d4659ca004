import { createHash } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { merges } from "@/db/schema/merge";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { stampOf } from "../clients/versions";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, requestDigest } from "../core/request-digest";
import { makeTurns } from "../core/turns";
import { authorOf, carryOut, isNoted } from "./carry-out";
import { claims } from "./claims";
import type { CarryOutMerge, MergeChoices } from "./input";
import { type Plan, planMerge } from "./plan";
import { RowMover } from "./rows";
import { arrange, blockersOf } from "./rules";
import { readPair, type Survey, standingOf, surveyOf } from "./survey";
import { type MergeView, mergeView, personRow } from "./view";

const NOTED = new Set(claims.filter(isNoted).map(({ table }) => table));

/** What a preview shows, in a few signs: what was seen is what is done, or nothing is. */
function digestOf(survey: Survey, plan: Plan): string {
  // The log grows by being looked at; what stays as it was is no part of what is done.
  const tables = plan.tables.filter(({ table }) => NOTED.has(table));
  const seen = {
    plan: { ...plan, tables },
    left: stampOf(personRow(survey.left.row)),
    right: stampOf(personRow(survey.right.row)),
  };
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex");
}

async function look(ctx: Ctx, client: ReachedClient, other: ReachedClient) {
  const [first, second] = await readPair(ctx.db, client.id, other.id);
  const arranged = arrange(await standingOf(ctx.db, first), await standingOf(ctx.db, second));
  const survey = await surveyOf(ctx.db, arranged.left, arranged.right, { at: ctx.now, day: ctx.day });
  return { ...arranged, survey, blockers: blockersOf(arranged.left, arranged.right) };
}

/**
 * What merging two clients would do, with what was chosen so far: both sides of every subject, every table with its
 * counts, and what stands in the way. Changes nothing.
 * @throws DomainError `merge-already`
 */
export async function previewMerge(
  ctx: Ctx,
  client: ReachedClient,
  other: ReachedClient,
  { choices }: { choices: MergeChoices },
): Promise<MergeView> {
  const { survey, because, blockers } = await look(ctx, client, other);
  const plan = blockers.length > 0 ? null : planMerge(survey, choices);
  return mergeView(ctx, { survey, because, blockers, choices, plan, digest: plan && digestOf(survey, plan) });
}

/**
 * Merges two clients exactly as previewed, in one transaction. The same click twice is one merge.
 * @throws DomainError `merge-already`, `merge-blocked`, `merge-choose-first`, `merge-plan-changed` (what was previewed
 * is no longer what would be done), `request-reused`
 */
export async function carryOutMerge(
  ctx: ChangeCtx,
  client: ReachedClient,
  other: ReachedClient,
  input: z.output<typeof CarryOutMerge>,
): Promise<{ mergeId: string; survivor: number; retired: number; rows: number }> {
  const [same] = await ctx.tx.select().from(merges).where(eq(merges.requestKey, input.requestKey));
  if (same) {
    assertSameRequest(same.requestDigest, input);
    if (same.undoneAt !== null) throw new DomainError("merge-undone");
    return told(same.id, same.plan);
  }
  const { survey, blockers } = await look(ctx, client, other);
  if (blockers.length > 0) throw new DomainError("merge-blocked");
  const plan = planMerge(survey, input.choices);
  if (!plan) throw new DomainError("merge-choose-first");
  if (digestOf(survey, plan) !== input.planDigest) throw new DomainError("merge-plan-changed");
  const id = newId(ctx.now);
  const { name: mergedBy, id: mergedById } = authorOf(ctx);
  await ctx.tx.insert(merges).values({
    ...{ id, survivorId: survey.left.row.id, retiredId: survey.right.row.id, choices: input.choices, plan },
    ...{ mergedAt: ctx.now, mergedBy, mergedById, personBefore: personRow(survey.left.row) },
    ...{ requestKey: input.requestKey, requestDigest: requestDigest(input) },
  });
  await carryOut(ctx, new RowMover(ctx.tx, id, makeTurns()), survey, plan);
  ctx.touch("merge", id);
  const answer = told(id, plan);
  ctx.detail(`rows ${answer.rows}`);
  return answer;
}

const told = (mergeId: string, plan: Plan) => ({
  mergeId,
  survivor: plan.survivor,
  retired: plan.retired,
  rows: plan.tables.reduce((sum, { moves, setAside }) => sum + moves + setAside, 0),
});

export type MergeRow = typeof merges.$inferSelect;

/** The merges into a client that still stand, the newest (the only one that can be undone) first. */
export async function standingMerges(ctx: Ctx, clientId: string): Promise<MergeRow[]> {
  return (
    ctx.db
      .select()
      .from(merges)
      .where(and(eq(merges.survivorId, clientId), isNull(merges.undoneAt)))
      // Two within a millisecond: as they were stored.
      .orderBy(desc(merges.mergedAt), sql`rowid DESC`)
  );
}

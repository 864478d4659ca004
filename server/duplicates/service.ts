import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { clients } from "@/db/schema/clients";
import { duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import type { ChangeCtx, Ctx } from "../access/perform";
import { placesOf } from "../clients/list";
import { currentMeasure, scoreOf } from "../clients/match/measure";
import { comparedDigest, peopleOf } from "../clients/match/people";
import { mergeable, pairsFor } from "../clients/match/reach";
import { DomainError } from "../core/errors";
import { DUPLICATES_PAGE, type ListDuplicates, type OfPair } from "./input";
import { type PairView, pairView, type Subject } from "./view";

type Decision = typeof duplicateDecisions.$inferSelect;
type Two = Pick<Decision, "oneId" | "otherId">;

const keyOf = ({ oneId, otherId }: Two): string => `${oneId} ${otherId}`;

function withClient(number: number | undefined, two: typeof duplicatePairs | typeof duplicateDecisions) {
  if (number === undefined) return undefined;
  const id = sql`(SELECT ${clients.id} FROM ${clients} WHERE ${clients.number} = ${number})`;
  return or(eq(two.oneId, id), eq(two.otherId, id));
}

async function subjectsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Subject>> {
  const unique = [...new Set(ids)];
  const people = await peopleOf(ctx.db, ctx.day, unique);
  const rows = await ctx.db.select().from(clients).where(inArray(clients.id, unique));
  const places = await placesOf(ctx.db, unique, ctx.day);
  const subjects = rows.flatMap((row) => {
    const compared = people.get(row.id);
    return compared ? [[row.id, { row, compared, places: places.get(row.id) ?? [] }] as const] : [];
  });
  return new Map(subjects);
}

async function viewsOf(ctx: Ctx, shown: readonly Two[]): Promise<PairView[]> {
  const subjects = await subjectsOf(
    ctx,
    shown.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  const measure = await currentMeasure(ctx.db);
  const keys = shown.map(keyOf);
  const among = (two: typeof duplicatePairs | typeof duplicateDecisions) =>
    inArray(sql`${two.oneId} || ' ' || ${two.otherId}`, keys);
  const pairs = await ctx.db.select().from(duplicatePairs).where(among(duplicatePairs));
  const decisions = await ctx.db.select().from(duplicateDecisions).where(among(duplicateDecisions));
  const found = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const decided = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  return shown.flatMap((two) => {
    const [one, other] = [subjects.get(two.oneId), subjects.get(two.otherId)];
    if (!one || !other) return [];
    for (const { id } of [one.row, other.row]) ctx.touch("client", id);
    // By their data as they are, whatever was stored of them.
    const scored = scoreOf(one.compared, other.compared, measure);
    const about = { pair: found.get(keyOf(two)), decision: decided.get(keyOf(two)) };
    return [pairView([one, other], scored, measure, { ...about, keys: ctx.world.keys })];
  });
}

/**
 * A page of clients who may be one person: those with one BSN first, then the likeliest; or, last decided first, those
 * somebody said are two.
 */
export async function listDuplicates(
  ctx: Ctx,
  { show, client, page }: z.output<typeof ListDuplicates>,
): Promise<{ pairs: PairView[]; page: number; total: number; counts: { open: number; dismissed: number } }> {
  const mine = await pairsFor(ctx);
  const open = and(mine.open, withClient(client, duplicatePairs));
  const dismissed = and(mine.dismissed, withClient(client, duplicateDecisions));
  const counts = {
    open: await ctx.db.$count(duplicatePairs, open),
    dismissed: await ctx.db.$count(duplicateDecisions, dismissed),
  };
  const window = { limit: DUPLICATES_PAGE, offset: (page - 1) * DUPLICATES_PAGE };
  const two = (table: typeof duplicatePairs | typeof duplicateDecisions) => ({
    oneId: table.oneId,
    otherId: table.otherId,
  });
  const shown =
    show === "open"
      ? await ctx.db
          .select(two(duplicatePairs))
          .from(duplicatePairs)
          .where(open)
          .orderBy(desc(duplicatePairs.sameBsn), desc(duplicatePairs.bits), duplicatePairs.oneId)
          .limit(window.limit)
          .offset(window.offset)
      : await ctx.db
          .select(two(duplicateDecisions))
          .from(duplicateDecisions)
          .where(dismissed)
          .orderBy(desc(duplicateDecisions.decidedAt), duplicateDecisions.oneId)
          .limit(window.limit)
          .offset(window.offset);
  return { pairs: await viewsOf(ctx, shown), page, total: counts[show], counts };
}

/** The two clients of a pair, both in reach and as they were shown. */
async function assertShown(ctx: ChangeCtx, input: z.output<typeof OfPair>): Promise<Two> {
  const rows = await ctx.db
    .select({ id: clients.id })
    .from(clients)
    .where(and(inArray(clients.number, [input.left, input.right]), mergeable(ctx)));
  const [oneId, otherId] = rows.map(({ id }) => id).sort();
  if (oneId === undefined || otherId === undefined) throw new DomainError("not-found");
  for (const id of [oneId, otherId]) ctx.touch("client", id);
  const people = await peopleOf(ctx.db, ctx.day, [oneId, otherId]);
  const [one, other] = [people.get(oneId), people.get(otherId)];
  if (!one || !other || comparedDigest(one, other) !== input.stamp)
    throw new DomainError("duplicate-changed");
  return { oneId, otherId };
}

const isOf = ({ oneId, otherId }: Two, table: typeof duplicatePairs | typeof duplicateDecisions) =>
  and(eq(table.oneId, oneId), eq(table.otherId, otherId));

/**
 * Remembers that two clients are two people, until something of what was compared changes. A second click is the same.
 * @throws DomainError `not-found` (one is out of reach), `duplicate-changed`
 */
export async function dismissPair(ctx: ChangeCtx, input: z.output<typeof OfPair>): Promise<void> {
  const two = await assertShown(ctx, input);
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  if ((await ctx.tx.$count(duplicatePairs, isOf(two, duplicatePairs))) === 0)
    throw new DomainError("duplicate-changed");
  const stands = and(isOf(two, duplicateDecisions), isNull(duplicateDecisions.endedAt));
  const [known] = await ctx.tx.select().from(duplicateDecisions).where(stands);
  if (known?.compared === input.stamp) return;
  const said = {
    ...{ decidedAt: ctx.now, decidedById: ctx.actor.id, decidedBy: ctx.actor.name },
    ...{ compared: input.stamp, endedAt: null, ended: null },
  };
  await ctx.tx
    .insert(duplicateDecisions)
    .values({ ...two, ...said })
    .onConflictDoUpdate({ target: [duplicateDecisions.oneId, duplicateDecisions.otherId], set: said });
}

/**
 * Puts two clients back among those to be looked at.
 * @throws DomainError `not-found`, `duplicate-changed` (a colleague did already, say)
 */
export async function reopenPair(ctx: ChangeCtx, input: z.output<typeof OfPair>): Promise<void> {
  const two = await assertShown(ctx, input);
  const stands = and(isOf(two, duplicateDecisions), isNull(duplicateDecisions.endedAt));
  if ((await ctx.tx.$count(duplicateDecisions, stands)) === 0) throw new DomainError("duplicate-changed");
  await ctx.tx.update(duplicateDecisions).set({ endedAt: ctx.now, ended: "reopened" }).where(stands);
}

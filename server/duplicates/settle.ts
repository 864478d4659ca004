import { setImmediate as turn } from "node:timers/promises";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { duplicateChanges, duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import { isProposed } from "../clients/match";
import { lookUp } from "../clients/match/lookup";
import { currentMeasure, type Measure, scoreOf } from "../clients/match/measure";
import { type ComparedClient, comparedDigest, peopleOf } from "../clients/match/people";
import { dayOf } from "../core/clock";
import type { World } from "../core/world";
import { pairOf } from "./scan";
import { dropPairs, endOvertaken, putPairs } from "./store";

/** With more changes than these (an import) comparing everyone is quicker. */
export const MANY_CHANGES = 2_000;

type Change = typeof duplicateChanges.$inferSelect;

/** The pairs of one client as they are to be now: those known and those looked up, scored anew. */
async function pairsNow(
  world: World,
  day: string,
  client: ComparedClient,
  known: readonly string[],
  measure: Measure,
) {
  const others = await peopleOf(world.db.read, day, known);
  for (const other of await lookUp(world.db.read, day, client.person)) others.set(other.id, other);
  others.delete(client.id);
  return [...others.values()].flatMap((other) => {
    const scored = scoreOf(client, other, measure);
    return isProposed(scored, measure.enough) ? [pairOf(client.id, other.id, scored)] : [];
  });
}

async function settleOne(world: World, { seq, oneId }: Change, measure: Measure): Promise<void> {
  const now = world.clock.now();
  const day = dayOf(now);
  const stored = await world.db.read
    .select({ oneId: duplicatePairs.oneId, otherId: duplicatePairs.otherId })
    .from(duplicatePairs)
    .where(or(eq(duplicatePairs.oneId, oneId), eq(duplicatePairs.otherId, oneId)));
  const decisions = await world.db.read
    .select()
    .from(duplicateDecisions)
    .where(
      and(
        isNull(duplicateDecisions.endedAt),
        or(eq(duplicateDecisions.oneId, oneId), eq(duplicateDecisions.otherId, oneId)),
      ),
    );
  const otherOf = (two: { oneId: string; otherId: string }) =>
    two.oneId === oneId ? two.otherId : two.oneId;
  const people = await peopleOf(world.db.read, day, [oneId, ...decisions.map(otherOf)]);
  const client = people.get(oneId);
  const found = client ? await pairsNow(world, day, client, stored.map(otherOf), measure) : [];
  const stays = new Set(found.map(otherOf));
  const overtaken = decisions.filter((decision) => {
    const other = people.get(otherOf(decision));
    return client && other && comparedDigest(client, other) !== decision.compared;
  });
  await world.db.write(async (tx) => {
    await dropPairs(
      tx,
      stored.filter((pair) => !stays.has(otherOf(pair))),
    );
    await putPairs(tx, found, now);
    await endOvertaken(tx, overtaken, now);
    // Changed once more meanwhile: then that is another row, which stays.
    await tx.delete(duplicateChanges).where(eq(duplicateChanges.seq, seq));
  });
}

/** Compares anew who changed, one after the other, with pages served in between. @returns how many that were */
export async function settleChanges(world: World): Promise<number> {
  const measure = await currentMeasure(world.db.read);
  const changes = await world.db.read
    .select()
    .from(duplicateChanges)
    .orderBy(asc(duplicateChanges.seq))
    .limit(MANY_CHANGES);
  for (const change of changes) {
    await settleOne(world, change, measure);
    await turn();
  }
  return changes.length;
}

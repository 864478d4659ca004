import { and, eq, exists, inArray, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { duplicateChanges, duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import { isProposed } from "../match";
import { currentMeasure, scoreOf } from "./measure";
import { comparedDigest, peopleOf } from "./people";

/** Pairs looked at anew for one question at most; what is beyond is not shown before it was compared anew. */
const MOST = 500;

type Two = { oneId: string; otherId: string };

const keyOf = ({ oneId, otherId }: Two): string => `${oneId} ${otherId}`;
const keyIn = (table: typeof duplicatePairs | typeof duplicateDecisions, keys: readonly string[]): SQL =>
  inArray(sql`${table.oneId} || ' ' || ${table.otherId}`, [...keys]);

/** What holds at this moment, also of clients who changed since they were compared. */
export interface Standing {
  /** A stored pair is still to be looked at, as far as their data go */
  proposed: SQL | undefined;
  /** Somebody's decision that two are no duplicate still counts */
  dismissed: SQL | undefined;
}

const changed = (db: Reader, table: typeof duplicatePairs | typeof duplicateDecisions) =>
  db
    .select({ seq: duplicateChanges.seq })
    .from(duplicateChanges)
    .where(or(eq(duplicateChanges.oneId, table.oneId), eq(duplicateChanges.oneId, table.otherId)));

/**
 * The conditions by which stored pairs and decisions hold now. What is stored of clients who did not change counts as it
 * is; of the others, few at a time, what was said is held against their data as they are.
 * @param day Amsterdam calendar day
 */
export async function standing(db: Reader, day: string): Promise<Standing> {
  const pairs = await db
    .select()
    .from(duplicatePairs)
    .where(exists(changed(db, duplicatePairs)))
    .limit(MOST);
  const decisions = await db
    .select()
    .from(duplicateDecisions)
    .where(and(isNull(duplicateDecisions.endedAt), exists(changed(db, duplicateDecisions))))
    .limit(MOST);
  const still = { pairs: [] as string[], decisions: [] as string[] };
  if (pairs.length + decisions.length > 0) {
    const ids = [...pairs, ...decisions].flatMap(({ oneId, otherId }) => [oneId, otherId]);
    const people = await peopleOf(db, day, [...new Set(ids)]);
    const both = ({ oneId, otherId }: Two) => [people.get(oneId), people.get(otherId)] as const;
    const measure = await currentMeasure(db);
    for (const pair of pairs) {
      const [one, other] = both(pair);
      if (one && other && isProposed(scoreOf(one, other, measure), measure.enough))
        still.pairs.push(keyOf(pair));
    }
    for (const decision of decisions) {
      const [one, other] = both(decision);
      if (one && other && comparedDigest(one, other) === decision.compared)
        still.decisions.push(keyOf(decision));
    }
  }
  return {
    proposed: or(notExists(changed(db, duplicatePairs)), keyIn(duplicatePairs, still.pairs)),
    dismissed: and(
      isNull(duplicateDecisions.endedAt),
      or(notExists(changed(db, duplicateDecisions)), keyIn(duplicateDecisions, still.decisions)),
    ),
  };
}

/** The condition on pairs that nobody dismissed. */
export function notDismissed(db: Reader, { dismissed }: Standing): SQL {
  return notExists(
    db
      .select({ at: duplicateDecisions.decidedAt })
      .from(duplicateDecisions)
      .where(
        and(
          eq(duplicateDecisions.oneId, duplicatePairs.oneId),
          eq(duplicateDecisions.otherId, duplicatePairs.otherId),
          dismissed,
        ),
      ),
  );
}

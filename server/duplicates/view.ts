import type { clients } from "@/db/schema/clients";
import type { duplicateDecisions, duplicatePairs } from "@/db/schema/duplicates";
import { maskBsn, openBsn } from "../clients/bsn";
import type { Score } from "../clients/match";
import type { Agreement, Field } from "../clients/match/compare";
import { certaintyOf, type Measure } from "../clients/match/measure";
import { type ComparedClient, comparedDigest } from "../clients/match/people";
import { SEXES } from "../clients/person-fields";
import { listName } from "../clients/rules";
import type { PlaceView } from "../clients/view";
import type { Keys } from "../core/keys";

type ClientRow = typeof clients.$inferSelect;

/** One of two clients, with all that stands beside them in a comparison. */
export interface Subject {
  row: ClientRow;
  compared: ComparedClient;
  places: readonly PlaceView[];
}

/** One field of two clients: what each has (a BSN masked), how far that agrees, and whether it counts for one person. */
export interface ComparedField {
  field: Field;
  agreement: Agreement;
  speaks: "for" | "against" | "nothing";
  left: string | null;
  right: string | null;
}

const joined = (separator: string, ...words: (string | null | undefined)[]): string | null =>
  words.filter(Boolean).join(separator) || null;

function shownOf(field: Field, { row, compared: { person } }: Subject, keys: Keys): string | null {
  switch (field) {
    case "bsn":
      return row.bsnSealed === null ? null : maskBsn(openBsn(keys, row.bsnSealed));
    case "surname":
      return joined(
        " · ",
        joined(" ", row.prefix, row.lastName),
        joined(" ", row.partnerPrefix, row.partnerLastName),
      );
    case "given":
      return joined(", ", joined(" · ", row.firstNames, row.callName), row.initials);
    case "birthDate":
      return row.birthDate;
    case "gender":
      return SEXES[row.gender];
    case "address":
      return joined(
        ", ",
        joined(" ", person.street, person.houseNumber),
        joined(" ", person.postcode, person.city),
      );
    case "phone":
      return joined(", ", row.phone, row.mobile);
    case "email":
      return row.email;
  }
}

function sideOf({ row, places }: Subject) {
  return {
    number: row.number,
    name: listName(row),
    birthDate: row.birthDate,
    places: places.map(({ location }) => location),
    outOfCareSince: row.outOfCareSince,
  };
}

/** Fields side by side. A BSN leaves masked only. */
function fieldsOf({ reasons }: Score, left: Subject, right: Subject, keys: Keys): ComparedField[] {
  return reasons.map(({ field, agreement, weight }) => ({
    ...{ field, agreement, speaks: weight > 0 ? "for" : weight < 0 ? "against" : "nothing" },
    left: shownOf(field, left, keys),
    right: shownOf(field, right, keys),
  }));
}

/** Two clients side by side, and what was said of them before. */
export function pairView(
  two: readonly [Subject, Subject],
  scored: Score,
  measure: Measure,
  about: {
    pair: typeof duplicatePairs.$inferSelect | undefined;
    decision: typeof duplicateDecisions.$inferSelect | undefined;
    keys: Keys;
  },
) {
  // The lower number was there first.
  const [left, right] = two[0].row.number < two[1].row.number ? two : ([two[1], two[0]] as const);
  const { pair, decision, keys } = about;
  return {
    stamp: comparedDigest(left.compared, right.compared),
    certainty: certaintyOf(scored, measure),
    left: sideOf(left),
    right: sideOf(right),
    fields: fieldsOf(scored, left, right, keys),
    foundAt: pair?.foundAt ?? null,
    /** Who said that these are two people, and whether their data changed since */
    decision: decision ? { at: decision.decidedAt, by: decision.decidedBy } : null,
  };
}
export type PairView = ReturnType<typeof pairView>;

import { type Agreement, type Comparison, compare, FIELDS, type Field } from "./match/compare";
import { commonNames, type Frequencies, frequenciesFrom } from "./match/names";
import type { Prepared } from "./match/person";

/** What each answer is worth in bits: log2 of how much likelier it is of one person than of two (Fellegi–Sunter 1969). */
const WEIGHTS: Readonly<Record<Field, Readonly<Record<Agreement, number>>>> = {
  // A BSN belongs to one person (Wabb art. 2): another one is nearly proof, a slip of the pen says little.
  bsn: { same: 20, close: 0, partly: 0, different: -16, unknown: 0 },
  surname: { same: 9, close: 5, partly: 1, different: -6, unknown: 0 },
  given: { same: 6, close: 4, partly: 1, different: -6, unknown: 0 },
  birthDate: { same: 14, close: 7, partly: 2, different: -8, unknown: 0 },
  gender: { same: 1, close: 0, partly: 0, different: -4, unknown: 0 },
  address: { same: 9, close: 6, partly: 3, different: -1, unknown: 0 },
  phone: { same: 9, close: 5, partly: 0, different: -1, unknown: 0 },
  email: { same: 9, close: 6, partly: 0, different: -1, unknown: 0 },
};

/** What people under one roof share, whoever they are. */
const HOUSEHOLD: readonly Field[] = ["address", "phone", "email"];
/** What a family shares at most of a last name, when something says they are two. */
const FAMILY_NAME = 2;

/** One field of a comparison: how far it agrees, and what that is worth in bits. */
export interface Reason {
  field: Field;
  agreement: Agreement;
  weight: number;
}

/** How likely two people are one. */
export interface Score {
  /** Bits, all fields together and before how rare duplicates are; above 0 speaks for one person */
  bits: number;
  /** By field, in a fixed order: every one of them, also those that say nothing */
  reasons: readonly Reason[];
}

/** A last or given name both have is worth what it is rare, between a half and one and a half times its usual weight. */
function rarity(field: Field, a: Prepared, b: Prepared, frequencies: Frequencies | undefined): number {
  if (!frequencies || (field !== "surname" && field !== "given")) return WEIGHTS[field].same;
  const usual = WEIGHTS[field].same;
  const key = field === "surname" ? "surnames" : "given";
  const shares = a[key].filter((name) => b[key].includes(name)).map((name) => frequencies[field](name));
  if (shares.length === 0) return usual;
  return Math.min(1.5 * usual, Math.max(0.5 * usual, -Math.log2(Math.min(...shares)) - 0.5));
}

/** What a comparison is worth field by field. Names and homes that a family shares are no evidence that two are one. */
function weigh(comparison: Comparison, worth: (field: Field) => number): Record<Field, number> {
  const weights = Object.fromEntries(FIELDS.map((field) => [field, worth(field)])) as Record<Field, number>;
  // Twins share all but the given name and the BSN; father and son all but the birth date.
  const two = comparison.given === "different" || comparison.birthDate === "different";
  if (!two || comparison.bsn === "same") return weights;
  for (const field of HOUSEHOLD) weights[field] = Math.min(0, weights[field]);
  if (comparison.given === "different") weights.surname = Math.min(FAMILY_NAME, weights.surname);
  return weights;
}

/**
 * Scores two people, field by field: pure, the same both ways round, and every bit of it explained.
 * @param frequencies of the names among everyone; without, each name counts alike
 */
export function score(a: Prepared, b: Prepared, frequencies?: Frequencies): Score {
  const comparison = compare(a, b);
  const weights = weigh(comparison, (field) =>
    comparison[field] === "same" ? rarity(field, a, b, frequencies) : WEIGHTS[field][comparison[field]],
  );
  const reasons = FIELDS.map((field) => ({ field, agreement: comparison[field], weight: weights[field] }));
  return { bits: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
}

/** Bits a pair needs beyond how rare duplicates are: so sure that one in a hundred proposals is wrong at most. */
const CERTAINTY = 5;

/**
 * From how many bits a pair among so many people is proposed as one person: the more people, the more pairs that are
 * alike by chance. Taken that one in twenty has a second record.
 */
export function threshold(people: number): number {
  return Math.log2(Math.max(50, people) * 10) + CERTAINTY;
}

/** From how many bits someone is likelier than not the same as a person who is about to be written down. */
export function likely(people: number): number {
  return threshold(people) - CERTAINTY;
}

/** Whether a pair is to be looked at: enough speaks for one person, or they have one BSN, whatever else is different. */
export function isProposed({ bits, reasons }: Score, enough: number): boolean {
  return bits >= enough || hasSameBsn(reasons);
}

export function hasSameBsn(reasons: readonly Reason[]): boolean {
  return reasons.some(({ field, agreement }) => field === "bsn" && agreement === "same");
}

/** How often names occur among these people. */
export function frequenciesOf(people: readonly Prepared[]): Frequencies {
  return frequenciesFrom(commonNames(people));
}

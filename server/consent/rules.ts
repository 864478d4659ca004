/** Why something may be shared: `consent` no record = no · `objection` no record = yes · `statutory` always. */
export type Basis = "consent" | "objection" | "statutory";
export type Answer = "yes" | "no" | "withdrawn";

/** A decision as far as the rules look at it. Days are `YYYY-MM-DD`. */
export interface Decision {
  /** 1, 2, 3 … in the order of recording */
  sequence: number;
  answer: Answer;
  /** The version of the party it was about */
  partyVersion: number;
  fromDate: string;
  /** The last day it counts */
  untilDate: string | null;
  recordedAt: number;
}

/** A party at one of its versions. */
export interface PartyVersion {
  version: number;
  basis: Basis;
  /** A Ja to a version before this one no longer counts: purpose, basis or data changed since */
  consentFrom: number;
  /** Epoch ms from which the version holds */
  since: number;
}

/** A party with its history, oldest version first. */
export interface PartyHistory {
  versions: readonly PartyVersion[];
  /** Epoch ms; nothing goes to it from then on */
  endedAt: number | null;
}

/** Every outcome, and whether data may go. The sentences are in messages/nl.json, `consent.why`. */
export const OUTCOMES = {
  "yes-recorded": true,
  "no-objection": true,
  "objection-withdrawn": true,
  "objection-over": true,
  statutory: true,
  "no-recorded": false,
  "nothing-recorded": false,
  withdrawn: false,
  expired: false,
  "purpose-changed": false,
  "party-ended": false,
  "party-not-yet": false,
} as const satisfies Record<string, boolean>;

export type Outcome = keyof typeof OUTCOMES;

/** May data go, and why; `sequence` names the decision that made it so. */
export interface ConsentAnswer {
  share: boolean;
  why: Outcome;
  sequence: number | null;
}

/** A moment of asking: epoch ms and its Amsterdam calendar day. */
export interface Moment {
  at: number;
  day: string;
}

function answer(why: Outcome, decision?: Decision): ConsentAnswer {
  return { share: OUTCOMES[why], why, sequence: decision?.sequence ?? null };
}

/**
 * The decision that speaks at a moment: of those already recorded and already begun, the one recorded last. An older
 * one never comes back when a newer ends: what someone said last about it was the end of the older.
 */
export function decisionAt(history: readonly Decision[], moment: Moment): Decision | undefined {
  let last: Decision | undefined;
  for (const decision of history) {
    if (decision.recordedAt > moment.at || decision.fromDate > moment.day) continue;
    if (!last || decision.sequence > last.sequence) last = decision;
  }
  return last;
}

/** What a withdrawal took back: the newest decision before it that was one. */
function takenBack(history: readonly Decision[], withdrawal: Decision): Decision | undefined {
  return history
    .filter(({ sequence, answer: each }) => sequence < withdrawal.sequence && each !== "withdrawn")
    .reduce<Decision | undefined>(
      (last, each) => (last && last.sequence > each.sequence ? last : each),
      undefined,
    );
}

/**
 * Whether a client's data may go to a party at a moment, and why (Ons: Gebruik dossier- en persoonsgegevens; AVG
 * art. 6, 7 and 21). Under `consent` only a Ja that holds will do; under `objection` only a Nee that holds stops it.
 * A changed purpose ends a Ja and never a Nee: who refused less refused more. Who took a Ja back has said no, whatever
 * the party's basis became since.
 */
export function consentAt(party: PartyHistory, history: readonly Decision[], moment: Moment): ConsentAnswer {
  if (party.endedAt !== null && party.endedAt <= moment.at) return answer("party-ended");
  const version = party.versions.filter(({ since }) => since <= moment.at).at(-1);
  if (!version) return answer("party-not-yet");
  if (version.basis === "statutory") return answer("statutory");
  const said = decisionAt(history, moment);
  const over = said !== undefined && said.untilDate !== null && said.untilDate < moment.day;
  if (version.basis === "objection") {
    if (said?.answer === "no") return over ? answer("objection-over", said) : answer("no-recorded", said);
    if (said?.answer === "withdrawn")
      return answer(takenBack(history, said)?.answer === "no" ? "objection-withdrawn" : "withdrawn", said);
    return answer("no-objection", said);
  }
  if (!said) return answer("nothing-recorded");
  if (said.answer === "withdrawn") return answer("withdrawn", said);
  if (said.answer === "no") return answer(over ? "nothing-recorded" : "no-recorded", said);
  if (over) return answer("expired", said);
  if (said.partyVersion < version.consentFrom) return answer("purpose-changed", said);
  return answer("yes-recorded", said);
}

/** The outcomes in words, for files that leave; the screen adds dates (messages/nl.json, `consent.why`). */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  "yes-recorded": "Ja vastgelegd",
  "no-objection": "geen bezwaar vastgelegd",
  "objection-withdrawn": "bezwaar ingetrokken",
  "objection-over": "bezwaar verlopen",
  statutory: "volgt uit de wet",
  "no-recorded": "Nee vastgelegd",
  "nothing-recorded": "niets vastgelegd",
  withdrawn: "toestemming ingetrokken",
  expired: "toestemming verlopen",
  "purpose-changed": "doel gewijzigd sinds de toestemming",
  "party-ended": "partij beëindigd",
  "party-not-yet": "partij doet nog niet mee",
};

type Refused = { [why in Outcome]: (typeof OUTCOMES)[why] extends false ? why : never }[Outcome];

/** The refusal of an exchange that may not be, or `undefined` when it may. */
export function refusalOf({ why }: ConsentAnswer): `consent-${Refused}` | undefined {
  return OUTCOMES[why] ? undefined : `consent-${why as Refused}`;
}

/** The outcome a refusal stands for, or `undefined` when it refuses something else. */
export function outcomeOf(reason: string): Outcome | undefined {
  const why = reason.replace(/^consent-/, "");
  return why !== reason && Object.hasOwn(OUTCOMES, why) ? (why as Outcome) : undefined;
}

/** What the screen shows as chosen: Ja, Nee or Niet vastgelegd. */
export function chosenOf({ why }: ConsentAnswer): "yes" | "no" | "none" {
  if (why === "yes-recorded") return "yes";
  return why === "no-recorded" ? "no" : "none";
}

import { consentAt, type Decision, type Moment, type PartyHistory } from "../consent/rules";

/** A decision a merge adds to the histories of both, so that from a day on the stricter of the two speaks. */
export interface Addition {
  partyId: string;
  /** Which decision it says again: whose, and its sequence there */
  from: { side: "left" | "right"; sequence: number };
  answer: Decision["answer"];
  fromDate: string;
  /** As of the decision it says again */
  untilDate: string | null;
}

/** What was decided for both clients about one party. */
export interface PartyDecisions {
  partyId: string;
  party: PartyHistory;
  left: readonly Decision[];
  right: readonly Decision[];
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The days from today on which what holds for one of them may change. */
function daysOfChange(today: string, decisions: readonly Decision[]): string[] {
  const days = decisions.flatMap(({ fromDate, untilDate }) => [
    fromDate,
    ...(untilDate === null ? [] : [nextDay(untilDate)]),
  ]);
  return [...new Set([today, ...days.filter((day) => day > today)])].sort();
}

/** The right one's decisions after the left one's: the numbers they get with the survivor. */
export function renumbered(left: readonly Decision[], right: readonly Decision[]): Map<number, number> {
  const last = Math.max(0, ...left.map(({ sequence }) => sequence));
  const sorted = right.map(({ sequence }) => sequence).sort((a, b) => a - b);
  return new Map(sorted.map((sequence, index) => [sequence, last + 1 + index]));
}

/** A refusal that was said, also when it was said by taking a yes back. */
const REFUSALS: readonly string[] = ["no-recorded", "withdrawn"];

/**
 * Whose decision must speak on a day: one that was said and refuses goes before all else; who said nothing, or whose
 * consent has run out, does not take away what the same person said elsewhere. `undefined`: nobody's decision does.
 */
function stricter(
  { party, left, right }: PartyDecisions,
  moment: Moment,
): { side: "left" | "right"; share: boolean; sequence: number | null } | undefined {
  const answers = (["left", "right"] as const).map((side) => ({
    side,
    ...consentAt(party, side === "left" ? left : right, moment),
  }));
  const said = answers.filter(({ sequence }) => sequence !== null);
  return said.find(({ why }) => REFUSALS.includes(why)) ?? said.find(({ share }) => share) ?? said[0];
}

/** Whose decision holds at a moment once they are one: the stricter of the two. `null`: nobody decided anything. */
export function speakerOf(about: PartyDecisions, moment: Moment): "left" | "right" | null {
  return stricter(about, moment)?.side ?? null;
}

/**
 * What a merge of two histories about one party must add, so that at each later day data go only when the stricter of
 * both lets them (issue: consents merge with the stricter decision winning). Pure; nothing where the histories say it
 * by themselves.
 */
export function additionsFor(about: PartyDecisions, moment: Moment): Addition[] {
  const numbers = renumbered(about.left, about.right);
  const combined: Decision[] = [
    ...about.left,
    ...about.right.map((each) => ({ ...each, sequence: numbers.get(each.sequence) ?? each.sequence })),
  ];
  const additions: Addition[] = [];
  for (const day of daysOfChange(moment.day, combined)) {
    const at = { at: moment.at, day };
    const wanted = stricter(about, at);
    if (!wanted || wanted.sequence === null) continue;
    const now = consentAt(about.party, combined, at);
    if (now.share === wanted.share) continue;
    const source = (wanted.side === "left" ? about.left : about.right).find(
      ({ sequence }) => sequence === wanted.sequence,
    );
    if (!source) continue;
    const next = Math.max(0, ...combined.map(({ sequence }) => sequence)) + 1;
    const again = { ...source, sequence: next, fromDate: day, recordedAt: moment.at };
    // What a withdrawal took back is read from the history before it, which is now that of both.
    const says = consentAt(about.party, [...combined, again], at).share === wanted.share;
    const said = says
      ? again
      : { ...again, answer: wanted.share ? ("yes" as const) : ("no" as const), untilDate: null };
    combined.push(said);
    const from = { side: wanted.side, sequence: source.sequence };
    additions.push({
      ...{ partyId: about.partyId, from, answer: said.answer, fromDate: day, untilDate: said.untilDate },
    });
  }
  return additions;
}

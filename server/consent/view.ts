import { DATA_KINDS, type DataKind } from "./data-kinds";
import type { DecisionRow, FiledStatement, PartyVersionRow, PartyWithVersions } from "./history";
import { chosenOf, consentAt, type Moment } from "./rules";

/** Days ahead that a running consent is announced as ending (a signal on the dashboard, a badge on the screen). */
export const ENDS_SOON_DAYS = 30;

/** @returns whole days from one calendar day to another */
export function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
}

/** What a party gets, in Dutch words. A code that is no longer known stays as it is. */
export function getsLabels(gets: readonly string[]): string[] {
  return gets.map((code) => DATA_KINDS[code as DataKind]?.label ?? code);
}

/** A decision as the history shows it. */
export function decisionView(
  row: DecisionRow,
  party: PartyWithVersions,
  statements: readonly FiledStatement[],
) {
  const version = party.versions.find((each) => each.version === row.partyVersion);
  return {
    id: row.id,
    sequence: row.sequence,
    answer: row.answer,
    decidedOn: row.decidedOn,
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    deciders: row.deciders.map(({ name, capacity }) => ({ name, capacity })),
    note: row.note,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    /** For what it was given, in the words of then */
    purpose: version?.purpose ?? null,
    statements: statements
      .filter(({ decisionId }) => decisionId === row.id)
      .map(({ documentId, fileName, addedAt, addedBy }) => ({ documentId, fileName, addedAt, addedBy })),
  };
}
export type DecisionView = ReturnType<typeof decisionView>;

function versionView({
  version,
  name,
  purpose,
  basis,
  legalGround,
  gets,
  since,
  changedBy,
}: PartyVersionRow) {
  return { version, name, purpose, basis, legalGround, gets: getsLabels(gets), since, changedBy };
}

/** A party on the screen of one client: what it is, what holds now and why, and everything ever decided. */
export function partyOfClientView(
  party: PartyWithVersions,
  decisions: readonly DecisionRow[],
  statements: readonly FiledStatement[],
  moment: Moment,
) {
  const own = decisions.filter(({ partyId }) => partyId === party.id);
  const now = consentAt(party, own, moment);
  const views = own.map((row) => decisionView(row, party, statements)).reverse();
  const speaking = views.find(({ sequence }) => sequence === now.sequence) ?? null;
  const until = now.why === "yes-recorded" ? (speaking?.untilDate ?? null) : null;
  const daysLeft = until === null ? null : daysBetween(moment.day, until);
  return {
    id: party.id,
    ...versionView(party.newest),
    ended: party.endedAt !== null,
    chosen: chosenOf(now),
    share: now.share,
    why: now.why,
    speaking,
    endsSoon: daysLeft !== null && daysLeft <= ENDS_SOON_DAYS ? daysLeft : null,
    /** The sequence a new decision must follow */
    last: own.at(-1)?.sequence ?? 0,
    history: views,
  };
}
export type PartyOfClientView = ReturnType<typeof partyOfClientView>;

/** A party as it is managed: what it is, and what it was. */
export function partyView(party: PartyWithVersions) {
  return {
    id: party.id,
    ...versionView(party.newest),
    getCodes: party.newest.gets,
    addressList: party.newest.addressList,
    endedAt: party.endedAt,
    endReason: party.endReason,
    versions: party.versions.toReversed().map(versionView),
  };
}
export type PartyView = ReturnType<typeof partyView>;

import { planRelations, planRoles, type RelationPlan, type RolePlan } from "./access";
import type { Claim, Fate } from "./claim";
import { claims } from "./claims";
import { type Addition, additionsFor } from "./consents";
import type { MergeChoices } from "./input";
import {
  FIELD_SUBJECT_IDS,
  type FieldSubjectId,
  ROW_SUBJECT_IDS,
  type RowChoice,
  type RowSubjectId,
  type Side,
} from "./subjects";
import type { Survey } from "./survey";

/** What happens to the rows of one table, or of a part of them: all of it in counts, so that it can be shown and kept. */
export interface TableStep {
  table: string;
  label: string;
  /** Place of the strand in the table's claim */
  strand: number;
  left: number;
  right: number;
  /** From the retired client to the survivor */
  moves: number;
  /** From the survivor to the retired client, where only an unmerge finds them again */
  setAside: number;
  /** Rows of the retired client that stay with it */
  stays: number;
  /** What is shown as the reason, where nothing was chosen */
  why: string | null;
}

/** Everything a merge does, as plain data: previewed, carried out, kept, and reversed by an unmerge. */
export interface Plan {
  /** Client numbers */
  survivor: number;
  retired: number;
  /** Which personalia the survivor gets from the other one */
  fields: FieldSubjectId[];
  tables: TableStep[];
  consents: Addition[];
  roles: RolePlan;
  relations: RelationPlan;
}

/** A subject on the page: what both have of it, what is chosen, and what may be. */
export interface FieldState {
  subject: FieldSubjectId;
  equal: boolean;
  leftEmpty: boolean;
  rightEmpty: boolean;
  choice: Side;
}
export interface RowState {
  subject: RowSubjectId;
  left: number;
  right: number;
  /** `null`: still to be chosen */
  choice: RowChoice | null;
}

/** The care plans take documents along (DOMAIN.md 6), so nothing is proposed where both have something. */
const ASKED: readonly RowSubjectId[] = ["care-plans"];
/** Of these two at once are two truths about one moment: proposed is what is kept of the survivor. */
const ONE_HOLDS: readonly RowSubjectId[] = ["addresses", "stays"];

function proposedRows(subject: RowSubjectId, left: number, right: number): RowChoice | null {
  if (right === 0) return "left";
  if (left === 0) return "right";
  if (ASKED.includes(subject)) return null;
  return ONE_HOLDS.includes(subject) ? "left" : "both";
}

/** What is chosen of the personalia: whoever has it when the other has not, else the left one. */
export function fieldStates(survey: Survey, choices: MergeChoices): FieldState[] {
  return FIELD_SUBJECT_IDS.map((subject) => {
    const { equal, leftEmpty, rightEmpty } = survey.fields[subject];
    const proposed: Side = leftEmpty && !rightEmpty ? "right" : "left";
    return { subject, equal, leftEmpty, rightEmpty, choice: choices.fields[subject] ?? proposed };
  });
}

const isOf = (fate: Fate, subject: RowSubjectId): boolean => "subject" in fate && fate.subject === subject;

/** What is chosen of the rows, subject by subject, with how many rows each has. */
export function rowStates(survey: Survey, choices: MergeChoices): RowState[] {
  return ROW_SUBJECT_IDS.map((subject) => {
    const strands = claims.flatMap((claim) =>
      claim.since === "ask" ? claim.strands.map((strand, at) => ({ claim, strand, at })) : [],
    );
    const mine = strands.filter(({ strand }) => isOf(strand.fate, subject));
    const sum = (side: Side) =>
      mine.reduce((total, { claim, at }) => total + survey.count(claim.table, at)[side], 0);
    const [left, right] = [sum("left"), sum("right")];
    return { subject, left, right, choice: choices.rows[subject] ?? proposedRows(subject, left, right) };
  });
}

function stepOf(
  survey: Survey,
  claim: Claim,
  at: number,
  chosen: ReadonlyMap<RowSubjectId, RowChoice>,
): TableStep {
  const strand = claim.strands[at];
  if (!strand) throw new Error(`${claim.table} has no strand ${at}.`);
  const { left, right, leftStuck, rightStuck } = survey.count(claim.table, at);
  const { fate } = strand;
  const choice = "subject" in fate ? (chosen.get(fate.subject) ?? "left") : "moves" in fate ? "both" : "left";
  const moves = choice === "left" ? 0 : right - rightStuck;
  const setAside = choice === "right" ? left - leftStuck : 0;
  const why = "moves" in fate ? fate.moves : "stays" in fate ? fate.stays : null;
  return {
    table: claim.table,
    label: claim.label,
    strand: at,
    left,
    right,
    moves,
    setAside,
    stays: right - moves,
    why,
  };
}

/**
 * The whole merge, from what both have and what was chosen; `null` while something is still to be chosen. Pure: the page
 * previews it, the service carries out exactly it, the log keeps it.
 */
export function planMerge(survey: Survey, choices: MergeChoices): Plan | null {
  const rows = rowStates(survey, choices);
  const chosen = new Map<RowSubjectId, RowChoice>();
  for (const { subject, choice } of rows) {
    if (choice === null) return null;
    chosen.set(subject, choice);
  }
  const roles = planRoles(survey.roles.left, survey.roles.right);
  const relations = planRelations(survey.relations.left, survey.relations.right);
  const consents = survey.consents.flatMap((about) => additionsFor(about, survey.moment));
  const by = { consents: undefined, roles: roles.stays.length, relations: relations.stays.length };
  const tables = claims.flatMap((claim) =>
    claim.strands.map((strand, at): TableStep => {
      const step = stepOf(survey, claim, at, chosen);
      if (!("by" in strand.fate)) return step;
      const stays = by[strand.fate.by] ?? 0;
      return { ...step, moves: step.right - stays, stays, why: WHY[strand.fate.by] };
    }),
  );
  return {
    survivor: survey.left.number,
    retired: survey.right.number,
    fields: fieldStates(survey, choices)
      .filter(({ choice, equal }) => choice === "right" && !equal)
      .map(({ subject }) => subject),
    tables: tables.filter(({ left, right }) => left + right > 0),
    consents,
    roles,
    relations,
  };
}

const WHY = {
  consents: "Van beide; waar ze verschillen geldt de strengste beslissing.",
  roles: "De eigenaar van het dossier dat blijft, blijft eigenaar.",
  relations: "Wie in het portaal bij een van beide hoort, hoort bij het dossier dat blijft.",
} as const;

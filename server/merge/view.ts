import { sql } from "drizzle-orm";
import type { Ctx } from "../access/perform";
import { maskBsn, openBsn } from "../clients/bsn";
import { OUT_REASONS, SEXES } from "../clients/person-fields";
import { readNames } from "../clients/records/cards";
import { kinds } from "../clients/records/registry";
import { readRows } from "../clients/records/rows";
import { fullName, titledName } from "../clients/rules";
import type { PlainRow } from "../clients/versions";
import { partiesOf } from "../consent/history";
import { consentAt, OUTCOME_WORDS } from "../consent/rules";
import { parts } from "../dossier/registry";
import { shownDate } from "../dossier/show";
import { claims } from "./claims";
import { speakerOf } from "./consents";
import type { MergeChoices } from "./input";
import { likeness } from "./likeness";
import { fieldStates, type Plan, rowStates } from "./plan";
import type { Blocker, LeftBecause } from "./rules";
import {
  FIELD_SUBJECTS,
  type FieldSubjectId,
  LOST_IN_ONS,
  ROW_SUBJECTS,
  type RowSubjectId,
  type Side,
} from "./subjects";
import type { ClientRow, Survey } from "./survey";

/** A client's row without the search code of the number, as versions keep it. */
export function personRow({ bsnSearch: _, ...row }: ClientRow): PlainRow {
  return row;
}

const day = (value: string | null): string => (value ? shownDate(value) : "");

/** A personalia subject of someone in words; empty when nothing is known. */
export function fieldText(ctx: Pick<Ctx, "world">, row: ClientRow, subject: FieldSubjectId): string {
  switch (subject) {
    case "name":
      return [
        fullName(row),
        row.firstNames && `(${row.firstNames})`,
        row.callName && `roepnaam ${row.callName}`,
      ]
        .filter(Boolean)
        .join(" ");
    case "birthDate":
      return day(row.birthDate);
    case "deathDate":
      return row.deathDate === "" ? "ja, datum onbekend" : day(row.deathDate);
    case "gender":
      return SEXES[row.gender];
    case "bsn":
      return row.bsnSealed === null ? "" : maskBsn(openBsn(ctx.world.keys, row.bsnSealed));
    case "insurance":
      return [row.insurer, row.insuranceNumber].filter(Boolean).join(", polis ");
    case "care":
      return [
        row.inCareSince && `in zorg sinds ${day(row.inCareSince)}`,
        row.outOfCareSince && `uit zorg sinds ${day(row.outOfCareSince)}`,
        row.outOfCareReason && OUT_REASONS[row.outOfCareReason].toLowerCase(),
      ]
        .filter(Boolean)
        .join(", ");
    default:
      return row[subject] ?? "";
  }
}

/** What one of the two has of a subject, by table: counts, dates and authors; records of the office with their text. */
export interface SubjectPart {
  label: string;
  count: number;
  /** First and last moment, and who wrote: of dossier rows */
  from: number | null;
  until: number | null;
  authors: string[];
  /** Of what the office keeps itself: the records */
  lines: string[];
}

const LINES = 6;
const AUTHORS = 4;

async function recordLines(
  ctx: Ctx,
  subject: RowSubjectId,
  clientId: string,
): Promise<Map<string, string[]>> {
  const names = await readNames(ctx);
  const lines = new Map<string, string[]>();
  for (const kind of kinds.filter(({ slug, merge }) => merge === "choose" && slug === subject)) {
    const rows = await readRows(ctx.db, kind, clientId);
    const texts = rows.map((row) => {
      const { label, title } = kind.line(row, names);
      const period = [row[kind.from], row[kind.until]].map((each) =>
        typeof each === "string" ? day(each) : "",
      );
      const held = period.some(Boolean) ? ` (${period[0] || "…"} – ${period[1] || "nu"})` : "";
      return `${[label, title].filter(Boolean).join(": ")}${held}`;
    });
    lines.set(kind.label, texts.slice(0, LINES));
  }
  return lines;
}

/** When and by whom entries of a part were written. */
async function datesOf(ctx: Ctx, table: string, clientId: string) {
  const [found] = await ctx.db.all<{ from: number | null; until: number | null }>(sql`
    SELECT min(moment) AS "from", max(moment) AS until FROM ${sql.raw(table)} WHERE client_id = ${clientId}`);
  const authors = await ctx.db.all<{ name: string }>(sql`
    SELECT recorded_by AS name FROM (SELECT recorded_by FROM ${sql.raw(table)} WHERE client_id = ${clientId}
      ORDER BY moment DESC LIMIT 200) GROUP BY recorded_by ORDER BY count(*) DESC, recorded_by LIMIT ${AUTHORS}`);
  return { from: found?.from ?? null, until: found?.until ?? null, authors: authors.map(({ name }) => name) };
}

const isPart = new Set(parts.map(({ label }) => label as string));

async function partsOf(ctx: Ctx, survey: Survey, subject: RowSubjectId, side: Side): Promise<SubjectPart[]> {
  const clientId = survey[side].row.id;
  const lines = await recordLines(ctx, subject, clientId);
  const shown: SubjectPart[] = [];
  for (const claim of claims.filter(({ since }) => since === "ask")) {
    const mine = claim.strands.flatMap(({ fate }, at) =>
      "subject" in fate && fate.subject === subject ? [at] : [],
    );
    const count = mine.reduce((sum, at) => sum + survey.count(claim.table, at)[side], 0);
    if (count === 0) continue;
    const dated = isPart.has(claim.label)
      ? await datesOf(ctx, claim.table, clientId)
      : { from: null, until: null, authors: [] };
    shown.push({ label: claim.label, count, ...dated, lines: lines.get(claim.label) ?? [] });
  }
  return shown;
}

/** What holds about sharing with each party, where something was said: for both, and for whom they become. */
async function consentLines(ctx: Ctx, { consents, moment }: Survey) {
  const names = new Map((await partiesOf(ctx.db)).map(({ id, newest }) => [id, newest.name]));
  return consents
    .filter(({ left, right }) => left.length + right.length > 0)
    .map((about) => {
      const words = (side: Side) => OUTCOME_WORDS[consentAt(about.party, about[side], moment).why];
      return {
        ...{ partyId: about.partyId, party: names.get(about.partyId) ?? "" },
        ...{ left: words("left"), right: words("right") },
        /** Whose decision holds for both: the stricter one */
        speaks: speakerOf(about, moment) ?? "left",
      };
    });
}

/** One table in the list of all of them. */
interface TableLine {
  label: string;
  left: number;
  right: number;
  moves: number;
  setAside: number;
  stays: number;
  /** Of `stays`: those that were not chosen, and so are not kept */
  dropped: number;
  /** Something was chosen about it */
  chosen: boolean;
  /** Why rows go or stay whatever is chosen */
  why: string | null;
}

/** The same tables together, however many strands each has. */
function tablesOf(plan: Plan): TableLine[] {
  const tables = new Map<string, TableLine>();
  for (const { label, left, right, moves, setAside, stays, why } of plan.tables) {
    const known = tables.get(label);
    tables.set(label, {
      label,
      left: left + (known?.left ?? 0),
      right: right + (known?.right ?? 0),
      moves: moves + (known?.moves ?? 0),
      setAside: setAside + (known?.setAside ?? 0),
      stays: stays + (known?.stays ?? 0),
      dropped: (why === null ? stays : 0) + (known?.dropped ?? 0),
      chosen: why === null || known?.chosen === true,
      why: known?.why ?? why,
    });
  }
  return [...tables.values()];
}

const personOf = (row: ClientRow) => ({
  number: row.number,
  name: titledName(row),
  callName: row.callName,
  birthDate: row.birthDate,
  inCareSince: row.inCareSince,
  outOfCareSince: row.outOfCareSince,
  hasBsn: row.bsnSealed !== null,
});

interface Looked {
  survey: Survey;
  because: LeftBecause;
  blockers: Blocker[];
  choices: MergeChoices;
  plan: Plan | null;
  digest: string | null;
}

/** Everything the page shows of a merge that might be. */
export async function mergeView(ctx: Ctx, { survey, because, blockers, choices, plan, digest }: Looked) {
  const fields = fieldStates(survey, choices).map((state) => ({
    ...state,
    label: FIELD_SUBJECTS[state.subject].label,
    left: fieldText(ctx, survey.left.row, state.subject),
    right: fieldText(ctx, survey.right.row, state.subject),
  }));
  const rows = [];
  for (const { subject, left, right, choice } of rowStates(survey, choices))
    rows.push({
      ...{ subject, choice, label: ROW_SUBJECTS[subject].label, lostInOns: LOST_IN_ONS.includes(subject) },
      left: { count: left, parts: await partsOf(ctx, survey, subject, "left") },
      right: { count: right, parts: await partsOf(ctx, survey, subject, "right") },
    });
  return {
    survivor: { ...personOf(survey.left.row), careRules: survey.left.careRules },
    retired: { ...personOf(survey.right.row), careRules: survey.right.careRules },
    because,
    blockers,
    otherBsn: !survey.fields.bsn.equal && !survey.fields.bsn.leftEmpty && !survey.fields.bsn.rightEmpty,
    likeness: await likeness(ctx, survey),
    fields,
    rows,
    consents: await consentLines(ctx, survey),
    plan: plan && { tables: tablesOf(plan), fields: plan.fields.length, digest: digest ?? "" },
  };
}
export type MergeView = Awaited<ReturnType<typeof mergeView>>;

import { eq, getTableName, inArray } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { clientVersions } from "@/db/schema/client-records";
import { clients } from "@/db/schema/clients";
import { consentDecisions } from "@/db/schema/consent";
import type { Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { readNames } from "../clients/records/cards";
import type { AnyRecord } from "../clients/records/kind";
import { kinds } from "../clients/records/registry";
import { titledName } from "../clients/rules";
import { partiesOf } from "../consent/history";
import { makeTurns } from "../core/turns";
import { type AnyPart, type AnyRow, parts } from "../dossier/registry";
import { keptProblems } from "../dossier/visible";
import { type MergeRow, standingMerges } from "./service";
import type { SinceItem } from "./since";
import { FIELD_SUBJECTS, type FieldSubjectId, ROW_SUBJECTS, type RowSubjectId } from "./subjects";
import { undoable } from "./undo";
import { fieldText } from "./view";

/** A row made since a merge, as the page asks about it. */
export interface AskedItem {
  key: string;
  group: string;
  /** Epoch ms */
  at: number | null;
  by: string | null;
  /** Absent for who may not read it */
  text: string | null;
}

const inTable = (items: readonly SinceItem[], table: SQLiteTable) =>
  items.filter(({ claim }) => claim.table === getTableName(table)).map(({ key }) => key);

async function ofPart(ctx: Ctx, part: AnyPart, keys: readonly string[]): Promise<AskedItem[]> {
  if (keys.length === 0) return [];
  const rows = (await ctx.db
    .select()
    .from(part.table as SQLiteTable)
    .where(inArray(part.table.id, [...keys]))) as AnyRow[];
  return rows.map((row) => {
    const readable = ctx.allows("dossier.view") && keptProblems(ctx, part, row).length === 0;
    const text = readable ? part.summary(row).title : null;
    return {
      key: `${getTableName(part.table)}:${row.id}`,
      group: part.label,
      at: row.moment,
      by: row.recordedBy,
      text,
    };
  });
}

async function ofRecords(ctx: Ctx, items: readonly SinceItem[]): Promise<AskedItem[]> {
  const names = await readNames(ctx);
  const asked: AskedItem[] = [];
  for (const kind of kinds) {
    const keys = inTable(items, kind.table);
    if (keys.length === 0) continue;
    const rows = (await ctx.db
      .select()
      .from(kind.table as SQLiteTable)
      .where(inArray(kind.table.id, keys))) as AnyRecord[];
    const versions = await ctx.db.select().from(clientVersions).where(inArray(clientVersions.recordId, keys));
    for (const row of rows) {
      const added = versions.find(({ recordId, action }) => recordId === row.id && action === "added");
      const readable = kind.see.some((task) => ctx.allows(task));
      asked.push({
        ...{ key: `${getTableName(kind.table)}:${row.id}`, group: kind.label },
        ...{ at: added?.changedAt ?? null, by: added?.changedBy ?? null },
        text: readable ? kind.line(row, names).title : null,
      });
    }
  }
  return asked;
}

const ANSWERS = { yes: "Ja", no: "Nee", withdrawn: "ingetrokken" } as const;

async function ofConsents(ctx: Ctx, items: readonly SinceItem[]): Promise<AskedItem[]> {
  const keys = inTable(items, consentDecisions);
  if (keys.length === 0) return [];
  const names = new Map((await partiesOf(ctx.db)).map(({ id, newest }) => [id, newest.name]));
  const rows = await ctx.db.select().from(consentDecisions).where(inArray(consentDecisions.id, keys));
  return rows.map(({ id, partyId, answer, recordedAt, recordedBy }) => ({
    key: `consent_decisions:${id}`,
    group: "Toestemmingen",
    at: recordedAt,
    by: recordedBy,
    text: `${names.get(partyId) ?? ""}: ${ANSWERS[answer]}`,
  }));
}

/** The merges into a client that still stand, newest first: only the newest can be undone. */
export async function mergesOf(ctx: Ctx, client: ReachedClient) {
  const standing = await standingMerges(ctx, client.id);
  return standing.map(({ id, plan, mergedAt, mergedBy }, index) => ({
    id,
    retired: plan.retired,
    survivor: plan.survivor,
    mergedAt,
    mergedBy,
    undoable: index === 0,
  }));
}

const chosen = ({ choices, plan }: MergeRow) => ({
  fields: plan.fields.map((subject) => FIELD_SUBJECTS[subject].label),
  rows: Object.entries(choices.rows).map(([subject, choice]) => ({
    label: ROW_SUBJECTS[subject as RowSubjectId].label,
    choice,
  })),
});

/**
 * What undoing a merge would do, and what it asks: to whom what was made since belongs, and personalia changed since.
 * @throws DomainError `merge-undone`, `merge-not-newest`
 */
export async function previewUndo(ctx: Ctx, client: ReachedClient, { mergeId }: { mergeId: string }) {
  const { merge, asked, person, homes } = await undoable(ctx, client, mergeId, makeTurns());
  const items: AskedItem[] = [];
  for (const part of parts)
    items.push(...(await ofPart(ctx, part, inTable(asked, part.table as SQLiteTable))));
  items.push(...(await ofRecords(ctx, asked)), ...(await ofConsents(ctx, asked)));
  if (items.length !== asked.length) throw new Error("Something made since the merge cannot be shown.");
  const [before] = await ctx.db.select().from(clients).where(eq(clients.id, merge.survivorId));
  const own = { ...before, ...merge.personBefore } as typeof person.survivor;
  const text = (row: typeof person.survivor, subject: FieldSubjectId) => fieldText(ctx, row, subject);
  let back = 0;
  for (const known of homes.values()) for (const origin of known.values()) if (origin === "retired") back++;
  return {
    mergeId: merge.id,
    survivor: { number: merge.plan.survivor, name: titledName(own) },
    retired: { number: merge.plan.retired, name: titledName(person.retired) },
    mergedAt: merge.mergedAt,
    mergedBy: merge.mergedBy,
    chosen: chosen(merge),
    /** Rows the retired client gets or keeps */
    back,
    items: items.sort((a, b) => a.group.localeCompare(b.group, "nl") || (a.at ?? 0) - (b.at ?? 0)),
    fields: person.changed.map((subject) => ({
      subject,
      label: FIELD_SUBJECTS[subject].label,
      now: text(person.survivor, subject),
      left: text(own, subject),
      right: text(person.retired, subject),
    })),
  };
}
export type UndoView = Awaited<ReturnType<typeof previewUndo>>;

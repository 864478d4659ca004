import { eq, getTableColumns, sql } from "drizzle-orm";
import { clients } from "@/db/schema/clients";
import { consentDecisions } from "@/db/schema/consent";
import { activities, documentReleases } from "@/db/schema/involved";
import type { ChangeCtx } from "../access/perform";
import { newId } from "../core/ids";
import type { Claim, Pair } from "./claim";
import { claims } from "./claims";
import { renumbered } from "./consents";
import type { Plan, TableStep } from "./plan";
import { type Columns, movable, type RowMover } from "./rows";
import { FIELD_SUBJECT_IDS, FIELD_SUBJECTS, type FieldSubjectId } from "./subjects";
import type { ClientRow, Survey } from "./survey";

const CLIENT_COLUMNS = getTableColumns(clients);

/** Columns of some personalia subjects as a row has them, by their SQL names. */
export function personColumns(row: ClientRow, subjects: readonly FieldSubjectId[]): Columns {
  const properties = subjects.flatMap((subject) => [...FIELD_SUBJECTS[subject].columns]);
  return Object.fromEntries(properties.map((property) => [CLIENT_COLUMNS[property].name, row[property]]));
}

/** A claim some rows of which may have another client after a merge, or are asked about when it is undone. */
export const isNoted = (claim: Claim): boolean => claim.strands.some(({ fate }) => !("stays" in fate));

/** Moves the rows of one table as planned, in both directions at once. */
async function carryOutTable(
  mover: RowMover,
  claim: Claim,
  steps: readonly TableStep[],
  pair: Pair,
): Promise<void> {
  const gifts: { rows: number[]; to: string; planned: number }[] = [];
  for (const { strand, moves, setAside } of steps) {
    const fate = claim.strands[strand]?.fate;
    if (!fate || "by" in fate) continue;
    for (const [from, to, planned] of [
      [pair.right, pair.left, moves],
      [pair.left, pair.right, setAside],
    ] as const)
      if (planned > 0)
        gifts.push({ rows: await mover.rowsOf(claim, from, movable(claim, strand, pair, to)), to, planned });
  }
  for (const { rows, to, planned } of gifts)
    if ((await mover.give(claim.table, rows, to)) !== planned)
      throw new Error(`Not as planned: ${claim.table}, ${planned} rows.`);
}

/** Puts the decisions of both into one history, and adds what lets the stricter of them speak. */
async function carryOutConsents(ctx: ChangeCtx, mover: RowMover, survey: Survey, plan: Plan): Promise<void> {
  const [left, right] = [survey.left.row.id, survey.right.row.id];
  const rows = await ctx.tx
    .select()
    .from(consentDecisions)
    .where(sql`${consentDecisions.clientId} IN (${left}, ${right})`)
    .orderBy(consentDecisions.sequence);
  const last = new Map<string, number>();
  for (const { partyId, left: ofLeft, right: ofRight } of survey.consents) {
    const numbers = renumbered(ofLeft, ofRight);
    for (const row of rows.filter((each) => each.clientId === right && each.partyId === partyId)) {
      const sequence = numbers.get(row.sequence) ?? row.sequence;
      await mover.change(
        "consent_decisions",
        row.id,
        { client_id: right, sequence: row.sequence },
        { client_id: left, sequence },
      );
    }
    last.set(partyId, Math.max(0, ...ofLeft.map(({ sequence }) => sequence), ...numbers.values()));
  }
  for (const { partyId, from, answer, fromDate, untilDate } of plan.consents) {
    const of = from.side === "left" ? left : right;
    const source = rows.find(
      (row) => row.clientId === of && row.partyId === partyId && row.sequence === from.sequence,
    );
    if (!source) throw new Error("A decision that was to be said again is not there.");
    const sequence = (last.get(partyId) ?? 0) + 1;
    last.set(partyId, sequence);
    const id = newId(ctx.now);
    await ctx.tx.insert(consentDecisions).values({
      ...{ ...source, id, clientId: left, sequence, answer, fromDate, untilDate, requestKey: id },
      ...{ recordedAt: ctx.now, recordedBy: authorOf(ctx).name, recordedById: authorOf(ctx).id },
      note: `Overgenomen bij het samenvoegen van ${plan.retired} met ${plan.survivor}: de strengste beslissing geldt.`,
    });
    await mover.noteMade("consent_decisions", id);
  }
}

/** Who acts, as rows name them. */
export function authorOf({ actor }: Pick<ChangeCtx, "actor">): { name: string; id: string | null } {
  if (actor.kind === "employee") return { name: `${actor.name}, ${actor.title}`, id: actor.id };
  return { name: "Systeem", id: null };
}

/** Lets everyone who works in or looks at the one dossier do so in the other, once each. */
async function carryOutAccess(ctx: ChangeCtx, mover: RowMover, survey: Survey, plan: Plan): Promise<void> {
  const [left, right] = [survey.left.row.id, survey.right.row.id];
  for (const { id, as } of plan.roles.moves) {
    const role = survey.roles.right.find((each) => each.id === id)?.role ?? "viewer";
    await mover.change(
      "dossier_roles",
      id,
      { client_id: right, ...(as && { role }) },
      { client_id: left, ...(as && { role: as }) },
    );
  }
  for (const id of plan.relations.moves)
    await mover.change("portal_relations", id, { client_id: right }, { client_id: left });
  for (const { id, same } of plan.relations.stays) {
    for (const table of [activities, documentReleases] as const) {
      const name = table === activities ? "activities" : "document_releases";
      const rows = await ctx.tx.select({ id: table.id }).from(table).where(eq(table.relationId, id));
      for (const row of rows) await mover.change(name, row.id, { relation_id: id }, { relation_id: same });
    }
  }
}

/**
 * Carries out a plan, in the transaction at hand: notes whose rows were whose, moves them, and makes the one client
 * disappear into the other.
 */
export async function carryOut(ctx: ChangeCtx, mover: RowMover, survey: Survey, plan: Plan): Promise<void> {
  const [left, right] = [survey.left.row, survey.right.row];
  const pair = { left: left.id, right: right.id };
  for (const claim of claims.filter(isNoted)) {
    await mover.note(claim, left.id, "survivor");
    await mover.note(claim, right.id, "retired");
  }
  for (const claim of claims)
    await carryOutTable(
      mover,
      claim,
      plan.tables.filter(({ table }) => table === claim.table),
      pair,
    );
  await carryOutConsents(ctx, mover, survey, plan);
  await carryOutAccess(ctx, mover, survey, plan);
  // All of the person, so that an unmerge can tell what was changed since.
  const person = personColumns(left, FIELD_SUBJECT_IDS);
  const merged = { ...person, ...personColumns(right, plan.fields) };
  await mover.change(
    "clients",
    left.id,
    { ...person, changed_at: left.changedAt },
    { ...merged, changed_at: ctx.now },
  );
  await mover.change("clients", right.id, { merged_into_id: null }, { merged_into_id: left.id });
}

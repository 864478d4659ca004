import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { type AskedQuestion, questionnaires } from "@/db/schema/dossier/questionnaires";
import { entryVersions } from "@/db/schema/dossier/versions";
import { activities } from "@/db/schema/involved";
import { portalRelations } from "@/db/schema/portal";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { ownRelations } from "../clients/portal-people";
import { dayOf } from "../core/clock";
import { DomainError } from "../core/errors";
import { requestDigest } from "../core/request-digest";
import { questionnairesPart } from "../dossier/parts/questionnaires";
import { addEntry } from "../dossier/write/add";
import type { AnswerActivity, OneActivity } from "./activity-input";
import { isLate, stateOf } from "./activity-rules";
import { askedOf, assertAnswers, canonicalOf } from "./entry";
import type { Question } from "./input";
import { editionOf } from "./service";

type Row = typeof activities.$inferSelect;

const LARGEST = 400_000;

/** What was asked of the person in the portal, first what is due first. Withdrawn ones are no longer there. */
export async function ownActivities(ctx: Ctx, client: ReachedClient) {
  const rows = await ctx.db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.clientId, client.id),
        inArray(activities.relationId, ownRelations(ctx, client)),
        isNull(activities.withdrawnAt),
      ),
    )
    .orderBy(asc(activities.dueOn), asc(activities.id));
  return {
    activities: rows.map((row) => {
      const state = stateOf(row, null);
      const { id, title, instruction, dueOn, askedBy, submittedAt } = row;
      return {
        id,
        title,
        instruction,
        dueOn,
        askedBy,
        submittedAt,
        state,
        late: isLate(state, dueOn, ctx.day),
      };
    }),
  };
}

/** One that was asked of this very person. @throws DomainError `activity-gone`, `activity-withdrawn` */
async function ownActivity(ctx: Ctx, client: ReachedClient, activityId: string): Promise<Row> {
  const [row] = await ctx.db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.id, activityId),
        eq(activities.clientId, client.id),
        inArray(activities.relationId, ownRelations(ctx, client)),
      ),
    );
  if (!row) throw new DomainError("activity-gone");
  ctx.touch("activity", row.id);
  if (row.withdrawnAt !== null) throw new DomainError("activity-withdrawn");
  return row;
}

async function asked(ctx: Ctx, row: Row): Promise<{ intro: string; questions: Question[] }> {
  const found = await editionOf(ctx.db, row.questionnaireId, row.edition);
  if (!found) throw new DomainError("questionnaire-gone");
  return found.definition;
}

/** What this very person handed in, as they did: a later correction by colleagues is the dossier's, not theirs. */
async function handedIn(
  ctx: Ctx,
  { entryId }: Row,
): Promise<Pick<AskedQuestion, "code" | "question" | "answer">[]> {
  if (entryId === null) return [];
  const [first] = await ctx.db
    .select({ row: entryVersions.row })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), eq(entryVersions.version, 1)));
  const [newest] = await ctx.db.select().from(questionnaires).where(eq(questionnaires.id, entryId));
  const lines = first ? (first.row.questions as AskedQuestion[]) : newest?.questions;
  return (lines ?? []).map(({ code, question, answer }) => ({ code, question, answer }));
}

/**
 * A questionnaire to fill in, with what was answered so far; of one that was handed in, what was answered.
 * @throws DomainError `activity-gone`, `activity-withdrawn`
 */
export async function openActivity(
  ctx: Ctx,
  client: ReachedClient,
  { activityId }: z.output<typeof OneActivity>,
) {
  const row = await ownActivity(ctx, client, activityId);
  const { intro, questions } = await asked(ctx, row);
  const state = stateOf(row, null);
  return {
    ...{ id: row.id, title: row.title, instruction: row.instruction, dueOn: row.dueOn, askedBy: row.askedBy },
    ...{ state, late: isLate(state, row.dueOn, ctx.day) },
    ...{ savedAt: row.savedAt, submittedAt: row.submittedAt },
    intro,
    questions: state === "handed-in" ? [] : questions,
    answers: row.answers ?? {},
    handedIn: await handedIn(ctx, row),
  };
}

/**
 * Keeps what is answered so far, unchecked, in the place of what was kept before.
 * @throws DomainError `activity-gone`, `activity-withdrawn`, `activity-handed-in`, `answers-too-large`
 */
export async function saveActivity(
  ctx: ChangeCtx,
  client: ReachedClient,
  { activityId, answers }: z.output<typeof AnswerActivity>,
): Promise<{ savedAt: number }> {
  const row = await ownActivity(ctx, client, activityId);
  if (row.submittedAt !== null) throw new DomainError("activity-handed-in");
  if (JSON.stringify(answers).length > LARGEST) throw new DomainError("answers-too-large");
  const kept = { answers, savedAt: ctx.now, startedAt: row.startedAt ?? ctx.now };
  await ctx.tx.update(activities).set(kept).where(eq(activities.id, row.id));
  return { savedAt: ctx.now };
}

/**
 * Hands the answers in: they become an entry of the part Vragenlijsten, once, written by who answered.
 * @throws DomainError `filling-refused` with what is wrong question by question, `activity-handed-in` when it was with
 * other answers, `activity-gone`, `activity-withdrawn`
 */
export async function submitActivity(
  ctx: ChangeCtx,
  client: ReachedClient,
  { activityId, answers }: z.output<typeof AnswerActivity>,
): Promise<{ submittedAt: number }> {
  const row = await ownActivity(ctx, client, activityId);
  const request = { requestKey: `activity:${row.id}`, answers };
  if (row.submittedAt !== null) {
    if (row.submitDigest !== requestDigest(request)) throw new DomainError("activity-handed-in");
    return { submittedAt: row.submittedAt };
  }
  const { questions } = await asked(ctx, row);
  assertAnswers(questions, answers, true);
  const draft = {
    moment: ctx.now,
    title: row.title,
    edition: String(row.edition),
    canonical: canonicalOf(row.questionnaireId),
    status: "completed" as const,
    filledInBy: await answererOf(ctx, row),
    questions: askedOf(questions, answers),
    askedOn: dayOf(row.askedAt),
    submittedAt: ctx.now,
    note: null,
  };
  const { id: entryId } = await addEntry(ctx, client, questionnairesPart, draft, request);
  const done = {
    ...{ submittedAt: ctx.now, submitDigest: requestDigest(request), entryId },
    ...{ startedAt: row.startedAt ?? ctx.now, answers: null },
  };
  await ctx.tx.update(activities).set(done).where(eq(activities.id, row.id));
  return { submittedAt: ctx.now };
}

/** "Anja Visser (dochter)" */
async function answererOf(ctx: ChangeCtx, { relationId }: Row): Promise<string | null> {
  if (ctx.actor.kind !== "portal") return null;
  const [found] = await ctx.tx
    .select({ relation: portalRelations.relation })
    .from(portalRelations)
    .where(eq(portalRelations.id, relationId));
  return found?.relation ? `${ctx.actor.name} (${found.relation})` : ctx.actor.name;
}

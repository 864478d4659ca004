import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { profileQuestionnaireEditions, profileQuestionnaires } from "@/db/schema/questionnaires";
import type { ChangeCtx, Ctx } from "../access/perform";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, requestDigest } from "../core/request-digest";
import type { ChangeQuestionnaire, Definition, OneQuestionnaire, SaveConcept } from "./input";
import { type QuestionnaireLine, questionnaireLine } from "./view";

type Row = typeof profileQuestionnaires.$inferSelect;

/** Who changed it last, for the row; only people make questionnaires. @throws `not-signed-in` */
function maker(ctx: Ctx): Pick<Row, "changedAt" | "changedBy" | "changedById"> {
  if (ctx.actor.kind !== "employee") throw new DomainError("not-signed-in");
  return { changedAt: ctx.now, changedBy: ctx.actor.name, changedById: ctx.actor.id };
}

/** Every profile questionnaire, those in use first. */
export async function listQuestionnaires(ctx: Ctx): Promise<QuestionnaireLine[]> {
  const rows = await ctx.db
    .select()
    .from(profileQuestionnaires)
    .orderBy(asc(profileQuestionnaires.endedAt), asc(profileQuestionnaires.title));
  return rows.map(questionnaireLine);
}

/** One questionnaire to work on: its concept, and every edition there was, newest first. @throws `questionnaire-gone` */
export async function openQuestionnaire(ctx: Ctx, { id }: z.output<typeof OneQuestionnaire>) {
  const [row] = await ctx.db.select().from(profileQuestionnaires).where(eq(profileQuestionnaires.id, id));
  if (!row) throw new DomainError("questionnaire-gone");
  const editions = await ctx.db
    .select()
    .from(profileQuestionnaireEditions)
    .where(eq(profileQuestionnaireEditions.questionnaireId, id))
    .orderBy(desc(profileQuestionnaireEditions.edition));
  ctx.touch("questionnaire", id);
  return {
    ...questionnaireLine(row),
    concept: row.concept,
    editions: editions.map(({ edition, definition, publishedAt, publishedBy }) => ({
      edition,
      definition,
      publishedAt,
      publishedBy,
    })),
  };
}

/** The row as it was read. @throws `questionnaire-gone`; `questionnaire-changed` when it is no longer that version */
async function rowAt(ctx: ChangeCtx, id: string, version: number | undefined): Promise<Row> {
  const [row] = await ctx.tx.select().from(profileQuestionnaires).where(eq(profileQuestionnaires.id, id));
  if (!row) throw new DomainError("questionnaire-gone");
  if (row.version !== version) throw new DomainError("questionnaire-changed");
  return row;
}

async function change(
  ctx: ChangeCtx,
  row: Row,
  fields: Partial<Row>,
): Promise<{ id: string; version: number }> {
  const version = row.version + 1;
  await ctx.tx
    .update(profileQuestionnaires)
    .set({ ...fields, ...maker(ctx), version })
    .where(eq(profileQuestionnaires.id, row.id));
  ctx.touch("questionnaire", row.id);
  return { id: row.id, version };
}

/**
 * Keeps a concept: of a new questionnaire (the request key is its id, so that a repeated request makes one), or of one
 * that exists. What is published stays as it is until this concept is published.
 * @throws DomainError `questionnaire-changed` when someone else changed it since it was read, `request-reused`
 */
export async function saveConcept(
  ctx: ChangeCtx,
  input: z.output<typeof SaveConcept>,
): Promise<{ id: string; version: number }> {
  const { title } = input.definition;
  if (input.id !== undefined) {
    const row = await rowAt(ctx, input.id, input.version);
    return change(ctx, row, { concept: input.definition, ...(row.edition === 0 && { title }) });
  }
  const who = maker(ctx);
  const [same] = await ctx.tx
    .select()
    .from(profileQuestionnaires)
    .where(
      and(
        eq(profileQuestionnaires.requestKey, input.requestKey),
        eq(profileQuestionnaires.changedById, who.changedById ?? ""),
      ),
    );
  if (same) {
    assertSameRequest(same.requestDigest, input);
    return { id: same.id, version: same.version };
  }
  const id = newId(ctx.now);
  await ctx.tx.insert(profileQuestionnaires).values({
    ...{ id, title, concept: input.definition, createdAt: ctx.now },
    ...{ requestKey: input.requestKey, requestDigest: requestDigest(input) },
    ...who,
  });
  ctx.touch("questionnaire", id);
  return { id, version: 1 };
}

type Change = z.output<typeof ChangeQuestionnaire>;

/**
 * Makes the concept the next edition: from now on that one is filled in. Answers to earlier editions keep theirs.
 * @throws DomainError `questionnaire-no-concept`, `questionnaire-empty`, `questionnaire-changed`
 */
export async function publishConcept(
  ctx: ChangeCtx,
  { id, version }: Change,
): Promise<{ id: string; version: number; edition: number }> {
  const row = await rowAt(ctx, id, version);
  if (row.concept === null) throw new DomainError("questionnaire-no-concept");
  if (row.concept.questions.length === 0) throw new DomainError("questionnaire-empty");
  const edition = row.edition + 1;
  const { changedBy, changedById } = maker(ctx);
  await ctx.tx.insert(profileQuestionnaireEditions).values({
    questionnaireId: id,
    edition,
    definition: row.concept,
    publishedAt: ctx.now,
    publishedBy: changedBy,
    publishedById: changedById,
  });
  ctx.detail(`edition ${edition}`);
  const fields = { concept: null, edition, title: row.concept.title };
  return { ...(await change(ctx, row, fields)), edition };
}

/**
 * Throws the concept away; what is published stays.
 * @throws DomainError `questionnaire-no-concept`; `questionnaire-unpublished`: without its concept nothing is left
 */
export async function dropConcept(ctx: ChangeCtx, { id, version }: Change) {
  const row = await rowAt(ctx, id, version);
  if (row.concept === null) throw new DomainError("questionnaire-no-concept");
  if (row.edition === 0) throw new DomainError("questionnaire-unpublished");
  return change(ctx, row, { concept: null });
}

/** From now on nobody begins it any more; what was begun may be handed in. @throws DomainError `questionnaire-changed` */
export async function endQuestionnaire(ctx: ChangeCtx, { id, version }: Change) {
  const row = await rowAt(ctx, id, version);
  return change(ctx, row, { endedAt: row.endedAt ?? ctx.now });
}

/** Takes an ended questionnaire up again. @throws DomainError `questionnaire-changed` */
export async function reopenQuestionnaire(ctx: ChangeCtx, { id, version }: Change) {
  return change(ctx, await rowAt(ctx, id, version), { endedAt: null });
}

/** A published questionnaire as it is filled in. */
export interface Published {
  id: string;
  edition: number;
  definition: Definition;
}

/** The questionnaires that may be begun now, in their newest edition, by title. */
export async function publishedQuestionnaires(db: Ctx["db"]): Promise<Published[]> {
  const rows = await db
    .select({
      id: profileQuestionnaires.id,
      edition: profileQuestionnaires.edition,
      definition: profileQuestionnaireEditions.definition,
    })
    .from(profileQuestionnaires)
    .innerJoin(
      profileQuestionnaireEditions,
      and(
        eq(profileQuestionnaireEditions.questionnaireId, profileQuestionnaires.id),
        eq(profileQuestionnaireEditions.edition, profileQuestionnaires.edition),
      ),
    )
    .where(and(isNull(profileQuestionnaires.endedAt), gt(profileQuestionnaires.edition, 0)))
    .orderBy(asc(profileQuestionnaires.title));
  return rows;
}

/** An edition, ended or not: what was once answered stays readable by its own questions. */
export async function editionOf(
  db: Ctx["db"],
  id: string,
  edition: number,
): Promise<{ definition: Definition; ended: boolean } | undefined> {
  const [row] = await db
    .select({ definition: profileQuestionnaireEditions.definition, endedAt: profileQuestionnaires.endedAt })
    .from(profileQuestionnaireEditions)
    .innerJoin(
      profileQuestionnaires,
      eq(profileQuestionnaires.id, profileQuestionnaireEditions.questionnaireId),
    )
    .where(
      and(
        eq(profileQuestionnaireEditions.questionnaireId, id),
        eq(profileQuestionnaireEditions.edition, edition),
      ),
    );
  return row && { definition: row.definition, ended: row.endedAt !== null };
}

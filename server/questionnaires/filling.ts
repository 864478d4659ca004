import { eq } from "drizzle-orm";
import type { z } from "zod";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { DomainError } from "../core/errors";
import { anyPart, findEntry } from "../dossier/find";
import type { Row } from "../dossier/part";
import { questionnairesPart } from "../dossier/parts/questionnaires";
import { addEntry, type Stored } from "../dossier/write/add";
import { correctEntry } from "../dossier/write/correct";
import {
  answeredEdition,
  answersOf,
  askedInWords,
  askedOf,
  assertAnswers,
  canonicalOf,
  questionsInWords,
} from "./entry";
import type { FillIn, OneFilling, Question } from "./input";
import { editionOf, publishedQuestionnaires } from "./service";

type Entry = Row<typeof questionnaires>;
type Input = z.output<typeof FillIn>;

/** What can be filled in: each published questionnaire with its questions. */
export async function fillingChoices(ctx: Ctx) {
  return { questionnaires: await publishedQuestionnaires(ctx.db) };
}

async function entryAt(ctx: Ctx, client: ReachedClient, entryId: string): Promise<Entry> {
  await findEntry(ctx, client, anyPart(questionnairesPart), entryId);
  const [row] = await ctx.db.select().from(questionnaires).where(eq(questionnaires.id, entryId));
  if (!row) throw new DomainError("not-found");
  return row;
}

interface Asked {
  intro: string;
  questions: Question[];
  /** True for a questionnaire we do not have: answered in words */
  inWords: boolean;
}

/** The questions an entry answers: those of the very edition it was begun in. */
async function askedBy(ctx: Ctx, row: Entry): Promise<Asked> {
  const ours = answeredEdition(row);
  const found = ours && (await editionOf(ctx.db, ours.id, ours.edition));
  return found
    ? { intro: found.definition.intro, questions: found.definition.questions, inWords: false }
    : { intro: "", questions: questionsInWords(row), inWords: true };
}

/** A questionnaire that was begun or handed in, to go on with or to correct. @throws DomainError `not-found` */
export async function openFilling(ctx: Ctx, client: ReachedClient, { entryId }: z.output<typeof OneFilling>) {
  const row = await entryAt(ctx, client, entryId);
  const { intro, questions } = await askedBy(ctx, row);
  return {
    entryId: row.id,
    version: row.version,
    title: row.title,
    edition: row.edition,
    status: row.status,
    filledInBy: row.filledInBy,
    note: row.note,
    intro,
    questions,
    answers: answersOf(questions, row),
  };
}

async function begin(ctx: ChangeCtx, client: ReachedClient, input: Input): Promise<Stored> {
  const { questionnaireId, edition } = input;
  const found =
    questionnaireId !== undefined &&
    edition !== undefined &&
    (await editionOf(ctx.tx, questionnaireId, edition));
  if (!found) throw new DomainError("questionnaire-gone");
  if (found.ended) throw new DomainError("questionnaire-ended");
  const { questions, title } = found.definition;
  assertAnswers(questions, input.answers, input.submit);
  const draft = {
    moment: ctx.now,
    title,
    edition: String(edition),
    canonical: canonicalOf(questionnaireId),
    status: input.submit ? ("completed" as const) : ("open" as const),
    filledInBy: input.filledInBy || null,
    questions: askedOf(questions, input.answers),
    askedOn: ctx.day,
    submittedAt: input.submit ? ctx.now : null,
    note: input.note || null,
  };
  return addEntry(ctx, client, questionnairesPart, draft, input);
}

async function goOn(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: Input,
  entryId: string,
  version: number,
): Promise<Stored> {
  const row = await entryAt(ctx, client, entryId);
  const begun = row.status === "open";
  // Handed in meanwhile by a colleague: half-way saving must not open it again.
  if (!begun && !input.submit) throw new DomainError("filling-handed-in");
  const { questions, inWords } = await askedBy(ctx, row);
  assertAnswers(questions, input.answers, input.submit);
  const handedIn = begun && input.submit;
  const values = {
    questions: inWords ? askedInWords(row, input.answers) : askedOf(questions, input.answers),
    filledInBy: input.filledInBy || null,
    note: input.note || null,
    ...(handedIn && { status: "completed" as const, submittedAt: ctx.now, moment: ctx.now }),
    ...(row.status === "completed" && { status: "amended" as const }),
  };
  const { reason } = input;
  return correctEntry(ctx, client, questionnairesPart, { entryId, version, reason, values });
}

/**
 * Keeps the answers to a questionnaire in the dossier: half-way as open, handed in as filled in, corrected as changed.
 * It keeps the edition it was begun in. The core for whoever fills in; who may is decided at the door.
 * @throws DomainError `questionnaire-gone`, `questionnaire-ended` (new ones only), `filling-refused` with what is wrong
 * question by question, `filling-handed-in`, and what `addEntry` and `correctEntry` throw
 */
export async function fillIn(ctx: ChangeCtx, client: ReachedClient, input: Input): Promise<Stored> {
  const { entryId, version } = input;
  if (entryId === undefined) return begin(ctx, client, input);
  if (version === undefined) throw new DomainError("input-invalid");
  return goOn(ctx, client, input, entryId, version);
}

import { and, desc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { activities } from "@/db/schema/involved";
import { portalAccounts, portalRelations } from "@/db/schema/portal";
import type { ChangeCtx, Ctx } from "../access/perform";
import type { ReachedClient } from "../access/reach";
import { RELATION_KINDS } from "../access/relations";
import { nameHere, personToAsk } from "../clients/portal-people";
import { DomainError } from "../core/errors";
import { newId } from "../core/ids";
import { assertSameRequest, requestDigest } from "../core/request-digest";
import { authorOf } from "../dossier/write/author";
import { queueMail } from "../mail/queue";
import type { AskActivity, OneActivity } from "./activity-input";
import { type ActivityState, dueProblem, isLate, remindDay, stateOf } from "./activity-rules";
import { editionOf, publishedQuestionnaires } from "./service";

/** A questionnaire asked of someone, as their therapist follows it. Times are epoch ms, days `YYYY-MM-DD`. */
export interface ActivityLine {
  id: string;
  title: string;
  person: string;
  kindText: string;
  relation: string | null;
  state: ActivityState;
  late: boolean;
  dueOn: string;
  askedAt: number;
  askedBy: string;
  startedAt: number | null;
  submittedAt: number | null;
  remindedAt: number | null;
  withdrawnAt: number | null;
  /** The entry under Vragenlijsten it became */
  entryId: string | null;
}

/** Where a mail about the portal leads: its front door, for an address may not name a client. */
export function portalDoor({ world }: Pick<Ctx, "world">): string {
  return `${world.env.publicUrl}/caren`;
}

/** Everything that was asked about a client, newest first. */
export async function activitiesOf(ctx: Ctx, client: ReachedClient): Promise<ActivityLine[]> {
  const rows = await ctx.db
    .select({ activity: activities, relation: portalRelations, person: nameHere })
    .from(activities)
    .innerJoin(portalRelations, eq(portalRelations.id, activities.relationId))
    .innerJoin(portalAccounts, eq(portalAccounts.id, portalRelations.accountId))
    .where(eq(activities.clientId, client.id))
    .orderBy(desc(activities.askedAt), desc(activities.id));
  return rows.map(({ activity, relation, person }) => {
    const state = stateOf(activity, relation.endedAt);
    const { id, title, dueOn, askedAt, askedBy, startedAt, submittedAt, remindedAt, withdrawnAt, entryId } =
      activity;
    return {
      ...{ id, title, person, kindText: RELATION_KINDS[relation.kind], relation: relation.relation, state },
      ...{ late: isLate(state, dueOn, ctx.day), dueOn, askedAt, askedBy, startedAt, submittedAt },
      ...{ remindedAt, withdrawnAt, entryId },
    };
  });
}

/** What can be asked: the published questionnaires by title. */
export async function askableQuestionnaires(ctx: Ctx): Promise<{ id: string; title: string }[]> {
  const published = await publishedQuestionnaires(ctx.db);
  return published.map(({ id, definition }) => ({ id, title: definition.title }));
}

/**
 * Asks a questionnaire of someone in the portal, in its newest edition, and mails them that something is waiting. The
 * same request key again is the same activity.
 * @throws DomainError `portal-person-gone`, `not-for-network`, `questionnaire-gone`, `questionnaire-ended`,
 * `activity-asked-already`, `form-invalid` with field `dueOn`, `request-reused`
 */
export async function askActivity(
  ctx: ChangeCtx,
  client: ReachedClient,
  input: z.output<typeof AskActivity>,
): Promise<{ activityId: string }> {
  const { relationId, questionnaireId, dueOn, instruction, requestKey } = input;
  const [known] = await ctx.tx.select().from(activities).where(eq(activities.requestKey, requestKey));
  if (known) {
    if (known.clientId !== client.id) throw new DomainError("input-invalid");
    assertSameRequest(known.requestDigest, input);
    return { activityId: known.id };
  }
  const problem = dueProblem(dueOn, ctx.day);
  if (problem) throw new DomainError("form-invalid", { fields: [{ path: "dueOn", problem }] });
  const person = await personToAsk(ctx, client, relationId);
  const asked = await newestEdition(ctx, questionnaireId);
  const isOpen = and(
    eq(activities.relationId, relationId),
    eq(activities.questionnaireId, questionnaireId),
    isNull(activities.submittedAt),
    isNull(activities.withdrawnAt),
  );
  if ((await ctx.tx.$count(activities, isOpen)) > 0) throw new DomainError("activity-asked-already");
  const author = authorOf(ctx);
  const id = newId(ctx.now);
  await ctx.tx.insert(activities).values({
    ...{ id, clientId: client.id, relationId, questionnaireId, edition: asked.edition, title: asked.title },
    ...{ instruction: instruction || null, dueOn, remindOn: remindDay(dueOn, ctx.day) },
    ...{ askedAt: ctx.now, askedBy: author.name, askedById: author.key },
    ...{ requestKey, requestDigest: requestDigest(input) },
  });
  ctx.touch("activity", id);
  const values = { link: portalDoor(ctx) };
  await queueMail(ctx, {
    kind: "activity-asked",
    to: person.email,
    values,
    requestKey: `activity-asked:${id}`,
  });
  return { activityId: id };
}

async function newestEdition(ctx: ChangeCtx, id: string): Promise<{ edition: number; title: string }> {
  const published = (await publishedQuestionnaires(ctx.tx)).find((each) => each.id === id);
  if (published) return { edition: published.edition, title: published.definition.title };
  const ended = await editionOf(ctx.tx, id, 1);
  throw new DomainError(ended ? "questionnaire-ended" : "questionnaire-gone");
}

/**
 * Takes back what was asked: it is no longer in the portal, and what was answered half-way is gone. Twice is once.
 * @throws DomainError `activity-gone`, `activity-done` when it was handed in meanwhile
 */
export async function withdrawActivity(
  ctx: ChangeCtx,
  client: ReachedClient,
  { activityId }: z.output<typeof OneActivity>,
): Promise<void> {
  const own = and(eq(activities.id, activityId), eq(activities.clientId, client.id));
  const [row] = await ctx.tx.select().from(activities).where(own);
  if (!row) throw new DomainError("activity-gone");
  ctx.touch("activity", row.id);
  if (row.submittedAt !== null) throw new DomainError("activity-done");
  if (row.withdrawnAt !== null) return;
  const withdrawn = { withdrawnAt: ctx.now, withdrawnBy: authorOf(ctx).name, answers: null };
  await ctx.tx.update(activities).set(withdrawn).where(own);
}

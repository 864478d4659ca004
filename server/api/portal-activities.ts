import { ASKED_KINDS } from "../clients/portal-people";
import { AnswerActivity, OneActivity } from "../questionnaires/activity-input";
import { openActivity, ownActivities, saveActivity, submitActivity } from "../questionnaires/own-activities";
import { portal } from "./procedure";
import { t } from "./trpc";

const relations = ASKED_KINDS;

export const portalActivitiesRouter = t.router({
  list: portal({ relations, audit: "activity.listed" }).query(({ ctx }) =>
    ownActivities(ctx.act, ctx.client),
  ),
  open: portal({ relations, audit: "activity.opened" })
    .input(OneActivity)
    .query(({ ctx, input }) => openActivity(ctx.act, ctx.client, input)),
  /** By itself while someone types: told by the opening of what they fill in. */
  save: portal({ relations, audit: { coveredBy: "activity.opened" } })
    .input(AnswerActivity)
    .mutation(({ ctx, input }) => saveActivity(ctx.act, ctx.client, input)),
  /** The same, by the button. */
  keep: portal({ relations, audit: "activity.saved" })
    .input(AnswerActivity)
    .mutation(({ ctx, input }) => saveActivity(ctx.act, ctx.client, input)),
  submit: portal({ relations, audit: "activity.submitted" })
    .input(AnswerActivity)
    .mutation(({ ctx, input }) => submitActivity(ctx.act, ctx.client, input)),
});

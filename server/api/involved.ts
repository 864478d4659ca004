import {
  EndRelease,
  endRelease,
  OneDocument,
  ReleaseDocument,
  releaseDocument,
  releasesOf,
} from "../dossier/releases";
import {
  InvitePerson,
  invitePerson,
  involvedOf,
  OneRelation,
  removePerson,
  resendInvitation,
} from "../portal/involved";
import {
  activitiesOf,
  askActivity,
  askableQuestionnaires,
  withdrawActivity,
} from "../questionnaires/activities";
import { AskActivity, OneActivity } from "../questionnaires/activity-input";
import { onClient } from "./procedure";
import { t } from "./trpc";

const sees = ["dossier.view"] as const;
const edits = ["dossier.edit", "dossier.view"] as const;
const shares = ["dossier.share", "dossier.view"] as const;

/** The people around a client in the portal: who they are, what is asked of them, what they are shown. */
export const involvedRouter = t.router({
  list: onClient({ tasks: sees, audit: "involved.viewed" }).query(async ({ ctx }) => ({
    ...(await involvedOf(ctx.act, ctx.client)),
    activities: await activitiesOf(ctx.act, ctx.client),
    questionnaires: await askableQuestionnaires(ctx.act),
  })),
  invite: onClient({ tasks: shares, audit: "involved.invited" })
    .input(InvitePerson)
    .mutation(({ ctx, input }) => invitePerson(ctx.act, ctx.client, input)),
  resend: onClient({ tasks: shares, audit: "involved.resent" })
    .input(OneRelation)
    .mutation(({ ctx, input }) => resendInvitation(ctx.act, ctx.client, input)),
  remove: onClient({ tasks: shares, audit: "involved.removed" })
    .input(OneRelation)
    .mutation(({ ctx, input }) => removePerson(ctx.act, ctx.client, input)),
  ask: onClient({ tasks: edits, audit: "activity.asked" })
    .input(AskActivity)
    .mutation(({ ctx, input }) => askActivity(ctx.act, ctx.client, input)),
  withdraw: onClient({ tasks: edits, audit: "activity.withdrawn" })
    .input(OneActivity)
    .mutation(({ ctx, input }) => withdrawActivity(ctx.act, ctx.client, input)),
  releases: onClient({ tasks: sees, audit: "release.viewed" })
    .input(OneDocument)
    .query(({ ctx, input }) => releasesOf(ctx.act, ctx.client, input)),
  release: onClient({ tasks: shares, audit: "release.made" })
    .input(ReleaseDocument)
    .mutation(({ ctx, input }) => releaseDocument(ctx.act, ctx.client, input)),
  endRelease: onClient({ tasks: shares, audit: "release.ended" })
    .input(EndRelease)
    .mutation(({ ctx, input }) => endRelease(ctx.act, ctx.client, input)),
});

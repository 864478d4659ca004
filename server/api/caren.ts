import { viewCarenClient } from "../caren/client";
import { viewDashboard, viewLocation, viewLocations } from "../caren/dashboard";
import {
  ChangeCarenSettings,
  InviteClient,
  ListCaren,
  OneInvitation,
  OneLocation,
  Unlink,
} from "../caren/input";
import { inviteClient, revokeInvitation } from "../caren/invite";
import { unlink } from "../caren/links";
import { listCaren } from "../caren/list";
import { changeSettings, viewSettings } from "../caren/settings";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const views = ["caren.view"] as const;
const invites = ["caren.invite"] as const;
const edits = ["caren.edit"] as const;
const sets = ["caren.settings"] as const;

export const carenRouter = t.router({
  dashboard: anywhere({ tasks: views, audit: "caren.dashboard-viewed" }).query(({ ctx }) =>
    viewDashboard(ctx.act),
  ),
  list: anywhere({ tasks: views, audit: "caren.listed" })
    .input(ListCaren)
    .query(({ ctx, input }) => listCaren(ctx.act, input)),
  locations: anywhere({ tasks: views, audit: "caren.locations-viewed" }).query(({ ctx }) =>
    viewLocations(ctx.act),
  ),
  location: anywhere({ tasks: views, audit: "caren.location-viewed" })
    .input(OneLocation)
    .query(({ ctx, input }) => viewLocation(ctx.act, input)),
  client: onClient({ tasks: views, audit: "caren.client-viewed" }).query(({ ctx }) =>
    viewCarenClient(ctx.act, ctx.client),
  ),
  invite: onClient({ tasks: invites, audit: "caren.invited" })
    .input(InviteClient)
    .mutation(({ ctx, input }) => inviteClient(ctx.act, ctx.client, input)),
  revoke: onClient({ tasks: edits, audit: "caren.invitation-revoked" })
    .input(OneInvitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.act, ctx.client, input)),
  unlink: onClient({ tasks: edits, audit: "caren.unlinked" })
    .input(Unlink)
    .mutation(({ ctx, input }) => unlink(ctx.act, ctx.client, input)),
  settings: anywhere({ tasks: sets, audit: "caren.settings-viewed" }).query(({ ctx }) =>
    viewSettings(ctx.act),
  ),
  changeSettings: anywhere({ tasks: sets, audit: "caren.settings-changed" })
    .input(ChangeCarenSettings)
    .mutation(({ ctx, input }) => changeSettings(ctx.act, input)),
});

import { CLIENT_TASKS } from "../access/tasks";
import { listAtLocation } from "../clients/at-location";
import { ListAtLocation } from "../clients/input";
import { locationTree } from "../clients/locations";
import { anywhere } from "./procedure";
import { t } from "./trpc";

export const locationsRouter = t.router({
  tree: anywhere({ tasks: { anyOf: CLIENT_TASKS }, audit: "location.listed" }).query(({ ctx }) =>
    locationTree(ctx.act),
  ),
  clients: anywhere({ tasks: { anyOf: CLIENT_TASKS }, audit: "location.viewed" })
    .input(ListAtLocation)
    .query(({ ctx, input }) => listAtLocation(ctx.act, input)),
});

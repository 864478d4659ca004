import { CLIENT_TASKS } from "../access/tasks";
import { locationTree } from "../clients/locations";
import { anywhere } from "./procedure";
import { t } from "./trpc";

export const locationsRouter = t.router({
  tree: anywhere({ tasks: { anyOf: CLIENT_TASKS }, audit: "location.listed" }).query(({ ctx }) =>
    locationTree(ctx.act),
  ),
});

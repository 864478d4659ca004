import { askCheck, chainState } from "../audit/check";
import { ClientLog, ListAudits } from "../audit/input";
import { auditChoices, clientLog, listAudits } from "../audit/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const tasks = ["audit.view"] as const;

/** Who keeps the client's data, reads the dossier or watches the log may tell a client who has looked. */
const tellsClients = { anyOf: ["dossier.view", "client.manage", "audit.view"] } as const;

export const auditsRouter = t.router({
  list: anywhere({ tasks, audit: "audit.listed" })
    .input(ListAudits)
    .query(({ ctx, input }) => listAudits(ctx.act, input)),
  /** What there is to choose from: told by the list it stands above. */
  choices: anywhere({ tasks, audit: { coveredBy: "audit.listed" } }).query(({ ctx }) =>
    auditChoices(ctx.act),
  ),
  /** State and counts only. */
  chain: anywhere({ tasks, audit: { coveredBy: "audit.listed" } }).query(({ ctx }) => chainState(ctx.act)),
  check: anywhere({ tasks, audit: "audit.check-asked" }).mutation(({ ctx }) => askCheck(ctx.act)),
  client: onClient({ tasks: tellsClients, audit: "audit.client-log-viewed" })
    .input(ClientLog)
    .query(({ ctx, input }) => clientLog(ctx.act, ctx.client, input)),
});

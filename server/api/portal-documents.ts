import { ASKED_KINDS } from "../clients/portal-people";
import { portalDocuments } from "../dossier/portal-documents";
import { portal } from "./procedure";
import { t } from "./trpc";

export const portalDocumentsRouter = t.router({
  list: portal({ relations: ASKED_KINDS, audit: "portal-document.listed" }).query(({ ctx }) =>
    portalDocuments(ctx.act, ctx.client),
  ),
});
